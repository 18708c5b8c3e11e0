using ChartRelease.Charts.Yaml;

namespace ChartRelease.Charts.Dependencies;

/// <summary>A Chart.lock, or the requirements.lock of a v1 chart: the exact versions that a chart's dependencies were resolved to.</summary>
public sealed class DependencyLock
{
    private static readonly string[] _names = ["Chart.lock", "requirements.lock"];

    /// <summary>Name of the file within the chart folder.</summary>
    public required string File { get; init; }

    /// <summary>helm's digest over the dependencies it was made for.</summary>
    public required string Digest { get; init; }

    /// <summary>What was locked; each has one version.</summary>
    public required IReadOnlyList<ChartDependency> Dependencies { get; init; }

    /// <summary>Reads the chart's lock file; <see langword="null"/> when it has none.</summary>
    /// <exception cref="ChartReleaseException"><see cref="FailureReason.InvalidChart"/> with file and line.</exception>
    public static DependencyLock? Read(Chart chart) =>
        _names.Select(name => chart.Files.FirstOrDefault(file => file.Path == name)).FirstOrDefault(file => file is not null) is { } file
            ? Parse(chart.Source.ReadAll(file), file.Path, ChartFolders.Combine(chart.Path, file.Path))
            : null;

    /// <summary>What the chart's dependencies need before it can be packaged.</summary>
    /// <exception cref="ChartReleaseException"><see cref="FailureReason.InvalidChart"/> with file and line: the lock, or what stands in charts/.</exception>
    public static DependencyState StateOf(Chart chart) => (chart.Metadata.Dependencies.Count, Read(chart)) switch
    {
        (0, null) => DependencyState.None,
        (_, null) => VendoredCharts.Of(chart).HoldsFolders(chart.Metadata.Dependencies) ? DependencyState.Satisfied : DependencyState.NotLocked,
        (_, { } locked) when !locked.IsInStepWith(chart.Metadata) => DependencyState.OutOfStep,
        (_, { } locked) => locked.StateIn(VendoredCharts.Of(chart)),
    };

    /// <summary>Whether the lock was made for these dependencies, by helm's own digest.</summary>
    public bool IsInStepWith(ChartMetadata metadata) =>
        Digest == DigestOver(metadata.Dependencies, Dependencies)
        || (metadata.ApiVersion == "v1" && Digest == DependencyDigest.ComputeHelm2(metadata.Dependencies));

    /// <summary>helm's digest of a lock that says this of these dependencies.</summary>
    internal string DigestOver(IReadOnlyList<ChartDependency> required, IReadOnlyList<ChartDependency> locked) =>
        DependencyDigest.Compute([.. required.Select(WithoutAlias)], locked);

    /// <summary>The locked dependencies that charts/ lacks.</summary>
    /// <exception cref="ChartReleaseException"><see cref="FailureReason.InvalidChart"/>: what stands in charts/ cannot be read.</exception>
    public IReadOnlyList<ChartDependency> Missing(Chart chart) => Missing(VendoredCharts.Of(chart));

    /// <summary>Paths in charts/, relative to the chart folder, of what is a locked dependency in another version than the locked one.</summary>
    /// <exception cref="ChartReleaseException"><see cref="FailureReason.InvalidChart"/>: what stands in charts/ cannot be read.</exception>
    public IReadOnlyList<string> Stale(Chart chart) => [.. VendoredCharts.Of(chart).Stale(this).Select(stale => stale.Path)];

    private DependencyState StateIn(VendoredCharts vendored) =>
        vendored.Stale(this).Any() ? DependencyState.Stale
        : Missing(vendored).Count == 0 ? DependencyState.Satisfied
        : DependencyState.Incomplete;

    private IReadOnlyList<ChartDependency> Missing(VendoredCharts vendored) => [.. Dependencies.Where(dependency => !vendored.Holds(dependency))];

    // helm hashes the address that an alias of the machine stood for, and that address is what it locked.
    private ChartDependency WithoutAlias(ChartDependency required, int index) =>
        RepositoryAlias.Is(required.Repository) && Dependencies.ElementAtOrDefault(index) is { } locked && locked.Name == required.Name
            ? required with { Repository = locked.Repository }
            : required;

    internal static DependencyLock Parse(ReadOnlyMemory<byte> content, string name, string file)
    {
        var map = YamlDocument.Parse(content, file).Root?.Resolved as YamlMap ?? throw YamlDocument.Invalid(file, 1, "The file is not a YAML mapping.");
        var fields = new YamlFields(file);
        return new DependencyLock
        {
            File = name,
            Digest = fields.RequiredText(map, "digest"),
            Dependencies = [.. new ChartMetadataReader(fields).ReadLocked(map)],
        };
    }
}
