namespace ChartRelease.Oci.Registry;

/// <summary>What a request does to a repository.</summary>
/// <param name="Repository">The repository, <c>PATH/NAME</c>.</param>
/// <param name="Push">Whether it writes; reading is always meant.</param>
internal sealed record Access(string Repository, bool Push)
{
    /// <summary>Another repository that is read by the same request, in a mount; <see langword="null"/> for none.</summary>
    public string? MountedFrom { get; init; }
}
