namespace ChartRelease.Versioning.Commits;

/// <summary>A change that a commit tells of.</summary>
/// <param name="Commit">Full id of the commit.</param>
/// <param name="Type">Type of Conventional Commits in lower case; <see langword="null"/> when the message follows no convention.</param>
/// <param name="Scope">Its scope, or <see langword="null"/>.</param>
/// <param name="Description">What changed, one line without type and scope.</param>
/// <param name="Impact">What it means for users; of a squash merge the strongest of its commits.</param>
/// <param name="BreakingNote">What breaks, one line, where a footer says so.</param>
public sealed record CommitChange(string Commit, string? Type, string? Scope, string Description, ChangeImpact Impact, string? BreakingNote)
{
    /// <summary>Numbers of the issues that the message's footers name, such as 7 for <c>Closes #7</c>.</summary>
    public IReadOnlyList<int> Issues { get; init; } = [];

    /// <summary>The change as a Conventional Commit would write it.</summary>
    public override string ToString() =>
        Type is null ? Description : $"{Type}{(Scope is null ? "" : $"({Scope})")}{(Impact == ChangeImpact.Breaking ? "!" : "")}: {Description}";
}
