namespace ChartRelease.Charts.Dependencies;

/// <summary>helm's JSON of a <c>chart.Dependency</c>, part of config blobs and of the lock's digest.</summary>
internal static class DependencyJson
{
    public static string Serialize(ChartDependency dependency) => new GoJsonObject()
        .RequiredText("name", GoText.Clean(dependency.Name))
        .Text("version", GoText.Clean(dependency.Version))
        .RequiredText("repository", GoText.Clean(dependency.Repository))
        .Text("condition", GoText.Clean(dependency.Condition))
        .Texts("tags", dependency.Tags.Select(GoText.Clean))
        .Flag("enabled", dependency.Enabled)
        .Raw("import-values", dependency.ImportValues)
        .Text("alias", dependency.Alias)
        .ToString();

    /// <summary>An array of dependencies; <c>[]</c> when there are none.</summary>
    public static string SerializeAll(IEnumerable<ChartDependency> dependencies) => $"[{string.Join(',', dependencies.Select(Serialize))}]";
}
