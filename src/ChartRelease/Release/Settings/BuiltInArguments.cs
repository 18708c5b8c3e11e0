namespace ChartRelease.Release.Settings;

/// <summary>Arguments that Cake itself takes; no setting may have one of these names.</summary>
public static class BuiltInArguments
{
    /// <summary>Those worth suggesting for a misspelt argument.</summary>
    public static IReadOnlyList<string> Suggested { get; } =
        ["--target", "--working", "--verbosity", "--description", "--tree", "--dryrun", "--exclusive", "--version", "--info", "--help"];

    private static readonly HashSet<string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        "target", "t", "working", "w", "verbosity", "v", "description", "descriptions", "showdescription", "showdescriptions",
        "tree", "showtree", "dryrun", "noop", "whatif", "exclusive", "e", "version", "ver", "info", "help", "h", "settings",
    };

    // Cake's configuration, such as --nuget_source=… or --paths_tools=….
    private static readonly string[] ConfigurationPrefixes = ["nuget_", "paths_", "settings_", "roslyn_", "modules_"];

    /// <summary>Whether Cake takes an argument of this name.</summary>
    /// <param name="name">The name without dashes.</param>
    public static bool Contains(string name) =>
        Names.Contains(name) || ConfigurationPrefixes.Any(prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));
}
