using System.Collections.Concurrent;
using ChartRelease.Tools;

namespace ChartRelease.Testing;

/// <summary>
/// The real tools that tests run, from the repository's own <c>.tools</c>; fetched once per process at most, and safe beside other
/// test processes. A variable <c>CHART_RELEASE_TEST_*</c> names another program instead.
/// </summary>
public static class TestTools
{
    private static readonly ConcurrentDictionary<string, Lazy<Task<string>>> Found = new();

    /// <summary>Full path of the repository, the folder of ChartRelease.slnx.</summary>
    public static string RepositoryRoot { get; } = FindRoot();

    /// <summary>helm 4.1.4; <c>CHART_RELEASE_TEST_HELM4</c>.</summary>
    public static Task<string> Helm4Async() => GetAsync("helm", "4.1.4", "HELM4");

    /// <summary>helm 3.17.2; <c>CHART_RELEASE_TEST_HELM3</c>.</summary>
    public static Task<string> Helm3Async() => GetAsync("helm", "3.17.2", "HELM3");

    /// <summary>CNCF distribution 2.8.2; <c>CHART_RELEASE_TEST_REGISTRY</c>.</summary>
    public static Task<string> DockerRegistryAsync() => GetAsync("docker-registry", "2.8.2", "REGISTRY");

    /// <summary>skopeo; <c>CHART_RELEASE_TEST_SKOPEO</c>.</summary>
    public static Task<string> SkopeoAsync() => GetAsync("skopeo", "1.9.3", "SKOPEO");

    /// <summary>The Cake runner 7.0.0; <c>CHART_RELEASE_TEST_DOTNET_CAKE</c>.</summary>
    public static Task<string> DotnetCakeAsync() => GetAsync("dotnet-cake", "7.0.0", "DOTNET_CAKE");

    /// <summary>hyperfine; <c>CHART_RELEASE_TEST_HYPERFINE</c>.</summary>
    public static Task<string> HyperfineAsync() => GetAsync("hyperfine", "1.15.0", "HYPERFINE");

    private static Task<string> GetAsync(string name, string version, string variable) =>
        Environment.GetEnvironmentVariable("CHART_RELEASE_TEST_" + variable) is { Length: > 0 } path
            ? Task.FromResult(path)
            : Found.GetOrAdd(
                variable,
                static (_, tool) => new Lazy<Task<string>>(
                    () => new ToolCache(Path.Combine(RepositoryRoot, ".tools"), ConsoleErrorLog.Instance)
                        .EnsureAsync(tool.name, tool.version, CancellationToken.None)),
                (name, version)).Value;

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "ChartRelease.slnx")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("ChartRelease.slnx is in no folder above the tests.");
    }

    private sealed class ConsoleErrorLog : IReleaseLog
    {
        public static ConsoleErrorLog Instance { get; } = new();

        public void Write(ReleaseLogLevel level, string message)
        {
            if (level >= ReleaseLogLevel.Information)
            {
                Console.Error.WriteLine(message);
            }
        }
    }
}
