namespace ChartRelease.Versioning.Commits;

/// <summary>What a change means for those who install a chart; a later one outweighs an earlier one.</summary>
public enum ChangeImpact
{
    /// <summary>Anything that is neither of the others, also what follows no convention.</summary>
    Patch,

    /// <summary>Something new: <c>feat</c>.</summary>
    Feature,

    /// <summary>Something that worked no longer does: <c>!</c> before the colon, or a <c>BREAKING CHANGE:</c> footer.</summary>
    Breaking,
}
