namespace ChartRelease.Git;

/// <summary>Where a branch is pushed to.</summary>
/// <param name="Remote">Name of the remote, for example <c>origin</c>.</param>
/// <param name="Reference">Full name there, for example <c>refs/heads/main</c>.</param>
public sealed record GitUpstream(string Remote, string Reference)
{
    /// <summary>Full id of the commit that was last seen there; <see langword="null"/> when the branch is not there, or nobody looked.</summary>
    public string? Tip { get; init; }

    /// <summary>Both in short, as git writes it: <c>origin/main</c>.</summary>
    public override string ToString() => $"{Remote}/{Reference.Replace("refs/heads/", "", StringComparison.Ordinal)}";
}
