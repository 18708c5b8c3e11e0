using ChartRelease.Release.Settings;

namespace Cake.Frosting.ChartRelease;

/// <summary>Arguments that a build program reads itself; any other that is no setting is an error, since it is a setting misspelt.</summary>
public sealed class OwnArguments
{
    /// <param name="names">Their names, without dashes.</param>
    /// <exception cref="ArgumentException">A name is that of a setting or of an argument of Cake's.</exception>
    public OwnArguments(IReadOnlyCollection<string> names)
    {
        foreach (var name in names)
        {
            if (BuiltInArguments.Contains(name) || SettingDefinitions.Find(name, SettingScope.Argument) is not null)
            {
                throw new ArgumentException($"--{name} means something to the pipeline already. Give the argument of the program another name.", nameof(names));
            }
        }

        Names = names;
    }

    /// <summary>Their names.</summary>
    public IReadOnlyCollection<string> Names { get; }
}
