namespace Cake.Frosting.ChartRelease;

/// <summary>Recognizes CI systems by their variables.</summary>
internal static class BuildServer
{
    // Some systems set CI as well, not all do.
    private static readonly string[] _systems =
    [
        "CI", "CONTINUOUS_INTEGRATION", "BUILD_NUMBER", "GITHUB_ACTIONS", "TF_BUILD", "GITLAB_CI", "TEAMCITY_VERSION", "JENKINS_URL",
        "BUILDKITE", "CIRCLECI", "TRAVIS", "APPVEYOR", "BITBUCKET_BUILD_NUMBER", "CODEBUILD_BUILD_ID", "bamboo_buildKey",
    ];

    /// <summary>Whether a run belongs to one.</summary>
    /// <param name="variable">Gives a variable of the environment.</param>
    public static bool Is(Func<string, string?> variable) => _systems.Any(system => variable(system) is { Length: > 0 } value && value is not ("false" or "0"));
}
