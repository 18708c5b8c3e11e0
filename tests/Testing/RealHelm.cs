using ChartRelease.Processes;

namespace ChartRelease.Testing;

/// <summary>The real helm of both supported lines, without the settings, plugins and repositories of whoever runs the tests.</summary>
public static class RealHelm
{
    /// <summary>The line before helm 4.</summary>
    public const string V3 = "3.17.2";

    /// <summary>The current line.</summary>
    public const string V4 = "4.1.4";

    /// <summary>Full path of a helm.</summary>
    /// <param name="version"><see cref="V3"/> or <see cref="V4"/>.</param>
    public static Task<string> PathAsync(string version) => version switch
    {
        V3 => TestTools.Helm3Async(),
        V4 => TestTools.Helm4Async(),
        _ => throw new ArgumentOutOfRangeException(nameof(version), version, "Not a helm of the tests."),
    };

    /// <summary>What this helm needs to speak HTTP with a registry on loopback: helm 3 does so by itself.</summary>
    public static IReadOnlyList<string> PlainHttp(string version) => version == V3 ? [] : ["--plain-http"];

    /// <summary>Runs helm in a folder and expects it to succeed.</summary>
    /// <returns>Its standard output.</returns>
    public static async Task<string> RunAsync(string version, TemporaryFolder folder, IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var result = await TryRunAsync(version, folder, arguments, cancellationToken);
        return result.ExitCode == 0
            ? result.Output
            : throw new InvalidOperationException($"helm {string.Join(' ', arguments)} failed: {result.Output}{result.Error}");
    }

    /// <summary>Runs helm in a folder, which keeps helm's own files too, below <c>.helm</c>.</summary>
    /// <param name="version">Which helm.</param>
    /// <param name="folder">The folder.</param>
    /// <param name="arguments">Arguments.</param>
    /// <param name="cancellationToken">Ends helm.</param>
    /// <param name="workingDirectory">Where it runs, when not in the folder itself.</param>
    public static async Task<ProcessResult> TryRunAsync(
        string version, TemporaryFolder folder, IReadOnlyList<string> arguments, CancellationToken cancellationToken, string? workingDirectory = null)
    {
        string[] homes = ["HELM_CACHE_HOME", "HELM_CONFIG_HOME", "HELM_DATA_HOME", "DOCKER_CONFIG", "KUBECONFIG"];
        var request = new ProcessRequest(await PathAsync(version), arguments)
        {
            WorkingDirectory = workingDirectory ?? folder.Path,
            Environment = homes.ToDictionary(static name => name, name => (string?)Path.Combine(folder.Path, ".helm", name)),
        };
        return await ProcessRunner.RunAsync(request, cancellationToken);
    }
}
