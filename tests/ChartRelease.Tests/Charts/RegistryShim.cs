using System.Diagnostics;
using System.Text.RegularExpressions;
using ChartRelease.Testing;

namespace ChartRelease.Tests.Charts;

/// <summary>A real registry on a free loopback port, with its data in a folder of its own.</summary>
internal sealed partial class RegistryShim : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Process _process;

    private RegistryShim()
    {
        var configuration = _folder.Write("config.yml", $"version: 0.1\nlog:\n  level: info\n  accesslog:\n    disabled: true\nstorage:\n  filesystem:\n    rootdirectory: {_folder.Combine("data")}\nhttp:\n  addr: 127.0.0.1:0\n");
        _process = Process.Start(new ProcessStartInfo(HelmShim.Tool("CHART_RELEASE_TEST_REGISTRY"), ["serve", configuration]) { RedirectStandardError = true })!;
    }

    /// <summary>Host and port.</summary>
    public string Host { get; private set; } = "";

    public static async Task<RegistryShim> StartAsync()
    {
        var registry = new RegistryShim();
        while (registry.Host.Length == 0)
        {
            var line = await registry._process.StandardError.ReadLineAsync(TestContext.Current.CancellationToken) ?? throw new InvalidOperationException("The registry ended.");
            registry.Host = Listening().Match(line) is { Success: true } match ? match.Groups[1].Value : "";
        }

        // A registry whose output nobody reads stops when the pipe is full.
        _ = registry._process.StandardError.ReadToEndAsync(CancellationToken.None);
        return registry;
    }

    public void Dispose()
    {
        _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        _process.Dispose();
        _folder.Dispose();
    }

    [GeneratedRegex(@"listening on (127\.0\.0\.1:[0-9]+)")]
    private static partial Regex Listening();
}
