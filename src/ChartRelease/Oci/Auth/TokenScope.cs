namespace ChartRelease.Oci.Auth;

/// <summary>The scope of a token (<see href="https://distribution.github.io/distribution/spec/auth/scope/"/>).</summary>
internal static class TokenScope
{
    /// <summary>The scopes for a repository, and what the registry's own challenge asks beside it.</summary>
    /// <param name="repository">The repository, <c>PATH/NAME</c>.</param>
    /// <param name="push">Whether pushing is asked for, too.</param>
    /// <param name="challenged">The challenge's <c>scope</c>, some of them fixed words (public.ecr.aws wants <c>aws</c>).</param>
    public static IReadOnlyList<string> Of(string repository, bool push, string? challenged)
    {
        var own = $"repository:{repository}:";
        var others = (challenged ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Where(scope => !scope.StartsWith("repository:", StringComparison.Ordinal));
        return [own + (push ? "pull,push" : "pull"), .. others.Order(StringComparer.Ordinal)];
    }
}
