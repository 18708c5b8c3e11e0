using ChartRelease.Release.Settings;

namespace Cake.Frosting.ChartRelease;

/// <summary>Arguments that a build program reads itself; any other that is no setting is an error, since it is a setting misspelt.</summary>
public sealed class OwnArguments
{
    // A secret in an argument can be seen by everybody on the machine: these stay refused.
    private static readonly string[] _secrets = ["password", "token"];

    /// <param name="names">Their names, without dashes.</param>
    /// <exception cref="ArgumentException">A name is none, is that of a setting or of an argument of Cake's, or stands for a secret.</exception>
    public OwnArguments(IReadOnlyCollection<string> names)
    {
        foreach (var name in names)
        {
            if (string.IsNullOrWhiteSpace(name) || name.StartsWith('-') || name.AsSpan().IndexOfAny("= :") >= 0)
            {
                throw new ArgumentException($"\"{name}\" is no name of an argument. Name it without dashes, such as \"channel\" for --channel=stable.", nameof(names));
            }

            if (_secrets.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                throw new ArgumentException($"--{name} would show a secret to everybody on the machine. Read it from a variable or a file.", nameof(names));
            }

            if (BuiltInArguments.Contains(name) || SettingDefinitions.Find(name, SettingScope.Argument) is not null)
            {
                throw new ArgumentException($"--{name} means something to the pipeline already. Give the argument of the program another name.", nameof(names));
            }
        }

        Names = [.. names];
    }

    /// <summary>Their names.</summary>
    public IReadOnlyCollection<string> Names { get; }
}
