namespace ChartRelease.Integration.AgentapiProxy;

/// <summary>The values that the chart is rendered with: its defaults, and each file in its ci folder.</summary>
internal static class ValueSets
{
    public const string Default = "default";
    public const string Bare = "bare";
    public const string Everything = "everything";
    public const string Persistent = "persistent";

    /// <summary>Each helm version with each set of values.</summary>
    public static MatrixTheoryData<string, string> WithEachHelm { get; } = new(HelmCli.Versions, All());

    /// <summary>helm's arguments for a set.</summary>
    public static IReadOnlyList<string> Arguments(string name) => name == Default ? [] : ["--values", Path.Combine(Folder, $"{name}-values.yaml")];

    private static string Folder => Path.Combine(ChartFolder.Path, "ci");

    // Found, not listed, so that a file added there is tested.
    private static IReadOnlyList<string> All() =>
    [
        Default,
        .. Directory.EnumerateFiles(Folder, "*-values.yaml")
            .Select(file => Path.GetFileName(file)[..^"-values.yaml".Length])
            .Order(StringComparer.Ordinal),
    ];
}
