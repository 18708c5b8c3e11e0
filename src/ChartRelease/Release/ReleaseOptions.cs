using ChartRelease.Charts;
using ChartRelease.Oci;
using ChartRelease.Release.Promotion;
using ChartRelease.Release.Selection;
using ChartRelease.Versioning;

namespace ChartRelease.Release;

/// <summary>Everything a run was asked for, after arguments, environment, settings file and defaults were put together.</summary>
public sealed record ReleaseOptions
{
    /// <summary>Full path of the folder the run is about; anywhere inside the repository.</summary>
    public required string WorkingDirectory { get; init; }

    /// <summary>Globs of chart folders, relative to the repository root. Default <c>helm/*</c> and <c>charts/*</c>.</summary>
    public IReadOnlyList<string> Charts { get; init; } = ChartFinder.DefaultGlobs;

    /// <summary>Where charts are published to. Default <c>oci-layout:artifacts/registry</c>.</summary>
    public IReadOnlyList<TargetReference> Registries { get; init; } = [TargetReference.Parse(TargetReference.Default)];

    /// <summary>Who packages and pushes. Default <see cref="EngineKind.Native"/>.</summary>
    public EngineKind Engine { get; init; }

    /// <summary>Folder of the artifacts, relative to the repository root or absolute. Default <c>artifacts</c>.</summary>
    public string Artifacts { get; init; } = "artifacts";

    /// <summary>The revision to release. Default <c>HEAD</c>.</summary>
    public string Commit { get; init; } = "HEAD";

    /// <summary>Whether the release is of HEAD, and so of what the work tree was checked out from.</summary>
    public bool IsHead => Commit == "HEAD";

    /// <summary>Release the work tree as it is; such content goes to image layouts only.</summary>
    public bool AllowDirty { get; init; }

    /// <summary>What BumpVersion does; nothing by default.</summary>
    public BumpRequest Bump { get; init; } = BumpRequest.None;

    /// <summary>Where versions come from. Default Chart.yaml.</summary>
    public VersionSources VersionSources { get; init; } = VersionSources.Chart;

    /// <summary>Whether nobody is to be asked anything. Default <see langword="false"/>: people at a terminal are.</summary>
    public bool AssumeYes { get; init; }

    /// <summary>Template of the Git tag per chart, for example <c>{name}-{version}</c>; <see langword="null"/> for no tags.</summary>
    public TagTemplate? TagTemplate { get; init; }

    /// <summary>Whether what is published is tagged: there is a template, and what is published is a release.</summary>
    public bool TagsReleases => TagTemplate is not null && VersionSources.Version != VersionSource.Snapshot;

    /// <summary>Which Git tags name released versions. Default <see cref="TagPatterns.Default"/>.</summary>
    public TagPatterns TagPatterns { get; init; } = TagPatterns.Default;

    /// <summary>What was asked of the plan; nothing in particular by default.</summary>
    public PlanRequest Plan { get; init; } = PlanRequest.None;

    /// <summary>Which published charts Promote and Reproduce are about. Default all.</summary>
    public PublishedSelection Selection { get; init; } = PublishedSelection.All;

    /// <summary>What Promote does beside that; nothing by default.</summary>
    public PromotionRequest Promotion { get; init; } = PromotionRequest.None;

    /// <summary>Also store the credentials in helm's own file. Default <see langword="false"/>.</summary>
    public bool StoreCredentials { get; init; }

    /// <summary>How registries are spoken to.</summary>
    public RegistryOptions Registry { get; init; } = new();

    /// <summary>The helm executable to use; <see langword="null"/> to find one.</summary>
    public string? Helm { get; init; }

    /// <summary>Format of results on standard output. Default <see cref="OutputFormat.Text"/>.</summary>
    public OutputFormat Output { get; init; }
}
