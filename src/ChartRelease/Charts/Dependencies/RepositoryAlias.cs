namespace ChartRelease.Charts.Dependencies;

/// <summary>Names for chart repositories that only the machine's own helm settings explain: <c>@NAME</c> and <c>alias:NAME</c>.</summary>
internal static class RepositoryAlias
{
    /// <summary>Whether a repository is written as an alias.</summary>
    public static bool Is(string? repository) =>
        repository is not null && (repository.StartsWith('@') || repository.StartsWith("alias:", StringComparison.Ordinal));
}
