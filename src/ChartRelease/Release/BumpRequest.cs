using ChartRelease.Versioning;

namespace ChartRelease.Release;

/// <summary>The version change a user asked for.</summary>
/// <param name="Kind">Part to raise, or <see langword="null"/>.</param>
/// <param name="ChartVersion">Exact new chart version, or <see langword="null"/>. Excludes <paramref name="Kind"/>.</param>
/// <param name="AppVersion">New appVersion, or <see langword="null"/>.</param>
/// <param name="Commit">Whether the change is committed.</param>
public sealed record BumpRequest(BumpKind? Kind, string? ChartVersion, string? AppVersion, bool Commit)
{
    /// <summary>Nothing was asked for.</summary>
    public static BumpRequest None { get; } = new(null, null, null, true);

    /// <summary>First identifier of a prerelease that begins. Default <c>rc</c>.</summary>
    public string Preid { get; init; } = "rc";

    /// <summary>Whether the commit is pushed to the remote branch that the branch follows; tags likewise. Default <see langword="false"/>.</summary>
    public bool Push { get; init; }

    /// <summary>Branches to which nothing is pushed; <c>*</c> stands for anything. None by default.</summary>
    public IReadOnlyList<string> ProtectedBranches { get; init; } = [];

    /// <summary>Whether CHANGELOG.md of each chart gets a section. Default <see langword="false"/>.</summary>
    public bool ChangeLog { get; init; }

    /// <summary>Whether the annotation <c>artifacthub.io/changes</c> is written. Default <see langword="false"/>.</summary>
    public bool ArtifactHubChanges { get; init; }

    /// <summary>Whether there is anything to do.</summary>
    public bool IsRequested => MovesVersion || AppVersion is not null;

    /// <summary>Whether chart versions may move.</summary>
    internal bool MovesVersion => Kind is not null || ChartVersion is not null;

    /// <summary>Whether anything is written for people to read.</summary>
    internal bool KeepsChanges => ChangeLog || ArtifactHubChanges;
}
