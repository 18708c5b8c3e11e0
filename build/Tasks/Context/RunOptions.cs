using Cake.Core;
using ChartRelease.Release;
using ChartRelease.Release.Settings;

namespace Cake.Frosting.ChartRelease;

/// <summary>Reads arguments, environment and settings file of a run.</summary>
internal static class RunOptions
{
    public static ReleaseOptions Resolve(ICakeContext context)
    {
        var working = context.Environment.WorkingDirectory.FullPath;
        var root = RepositoryRoot.Find(working) ?? working;
        return SettingsResolver.Resolve(new SettingsInput
        {
            WorkingDirectory = working,
            Arguments = context.Arguments.GetArguments()
                .Where(argument => !BuiltInArguments.Contains(argument.Key))
                .ToDictionary(argument => argument.Key, argument => (IReadOnlyList<string>)[.. argument.Value], StringComparer.OrdinalIgnoreCase),
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
