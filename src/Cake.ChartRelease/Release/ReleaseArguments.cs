using Cake.Core;
using ChartRelease;
using ChartRelease.Release;
using ChartRelease.Release.Settings;

namespace Cake.ChartRelease;

/// <summary>Reads the settings of a run: arguments, then <c>CHART_RELEASE_*</c>, then chart-release.yaml, then the defaults.</summary>
public static class ReleaseArguments
{
    /// <summary>Reads them for a program whose arguments are settings, but for the named ones.</summary>
    /// <param name="context">Its arguments, environment and working directory.</param>
    /// <param name="own">Names, without dashes, of the program's own arguments; none by default.</param>
    /// <exception cref="ChartReleaseException">
    /// <see cref="FailureReason.InvalidSettings"/> or <see cref="FailureReason.InvalidReference"/>; an argument that is no setting, too.
    /// </exception>
    public static ReleaseOptions ReadAll(ICakeContext context, params IReadOnlyCollection<string> own) =>
        Read(context, name => !BuiltInArguments.Contains(name), own);

    /// <summary>Reads them for a script with arguments of its own: those that are no settings are left to it.</summary>
    /// <exception cref="ChartReleaseException"><see cref="FailureReason.InvalidSettings"/> or <see cref="FailureReason.InvalidReference"/>.</exception>
    public static ReleaseOptions ReadKnown(ICakeContext context) =>
        Read(context, name => SettingDefinitions.Find(name, SettingScope.Argument) is not null, []);

    private static ReleaseOptions Read(ICakeContext context, Func<string, bool> isMeant, IReadOnlyCollection<string> own)
    {
        var working = context.Environment.WorkingDirectory.FullPath;
        var root = RepositoryRoot.Find(working) ?? working;
        return SettingsResolver.Resolve(new SettingsInput
        {
            WorkingDirectory = working,
            OwnArguments = own,
            Arguments = context.Arguments.GetArguments()
                .Where(argument => isMeant(argument.Key))
                .ToDictionary(
                    argument => argument.Key,
                    // Cake gives null for an argument without a value, as every flag is.
                    argument => (IReadOnlyList<string>)[.. argument.Value.Select(value => value ?? "")],
                    StringComparer.OrdinalIgnoreCase),
            Environment = Variables(),
            ReadFile = name => Path.Combine(root, name) is var path && File.Exists(path) ? File.ReadAllText(path) : null,
            ReadStandardInput = Console.In.ReadToEnd,
        });
    }

    private static Dictionary<string, string> Variables()
    {
        var variables = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (System.Collections.DictionaryEntry variable in Environment.GetEnvironmentVariables())
        {
            variables[(string)variable.Key] = (string?)variable.Value ?? "";
        }

        return variables;
    }
}
