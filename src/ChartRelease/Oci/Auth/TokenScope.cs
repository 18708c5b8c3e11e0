namespace ChartRelease.Oci.Auth;

/// <summary>The scope of a token (<see href="https://distribution.github.io/distribution/spec/auth/scope/"/>).</summary>
internal static class TokenScope
{
    /// <summary>The scopes for a repository, and what the registry's own challenge asks beside it.</summary>
    /// <param name="repository">The repository, <c>PATH/NAME</c>.</param>
    /// <param name="push">Whether pushing is asked for, too.</param>
    /// <param name="mountedFrom">Another repository that is read by the same request; <see langword="null"/> for none.</param>
    /// <param name="challenged">The challenge's <c>scope</c>, some of them fixed words (public.ecr.aws wants <c>aws</c>).</param>
    public static IReadOnlyList<string> Of(string repository, bool push, string? mountedFrom, string? challenged)
    {
        var own = $"repository:{repository}:{(push ? "pull,push" : "pull")}";
        string[] repositories = mountedFrom is null ? [own] : [own, $"repository:{mountedFrom}:pull"];
        var others = (challenged ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Where(scope => !scope.StartsWith("repository:", StringComparison.Ordinal));
        return [.. repositories, .. others.Order(StringComparer.Ordinal)];
    }
}
