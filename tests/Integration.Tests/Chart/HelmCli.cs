using System.Collections.Concurrent;
using System.Diagnostics;
using ChartRelease.Testing;

namespace ChartRelease.Integration.AgentapiProxy;

/// <summary>Runs the real helm of a version, without the user's plugins, repositories and cluster.</summary>
internal static class HelmCli
{
    /// <summary>The versions that have to agree.</summary>
    public static IReadOnlyList<string> Versions { get; } = ["3.17.2", "4.1.4"];

    // Many tests look at the same render, and a render never changes (a test of its own sees to that).
    private static readonly ConcurrentDictionary<string, Task<Rendered>> _renders = new();

    /// <summary>Renders the chart, once for equal arguments; fails the test with helm's own words when helm refuses.</summary>
    public static Task<Rendered> RenderAsync(string version, string valueSet, params string[] more) =>
        _renders.GetOrAdd(string.Join('\n', [version, valueSet, .. more]), _ => RenderAgainAsync(version, valueSet, more));

    /// <summary>Renders the chart anew.</summary>
    public static async Task<Rendered> RenderAgainAsync(string version, string valueSet, params string[] more)
    {
        var result = await RunAsync(version, ["template", "release", ChartFolder.Path, "--namespace", "agents", .. ValueSets.Arguments(valueSet), .. more]);
        Assert.True(result.ExitCode == 0, result.Error);
        return new Rendered(result.Output);
    }

    /// <summary>Renders the chart with what it must refuse.</summary>
    /// <returns>helm's message.</returns>
    public static async Task<string> RefusedAsync(string version, params string[] arguments)
    {
        var result = await RunAsync(version, ["template", "release", ChartFolder.Path, .. arguments]);
        Assert.NotEqual(0, result.ExitCode);
        return result.Error;
    }

    /// <summary>Runs helm to its end.</summary>
    public static async Task<HelmResult> RunAsync(string version, params string[] arguments)
    {
        using var home = new TemporaryFolder();
        var start = new ProcessStartInfo(await ExecutableAsync(version), arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var variable in (string[])["HELM_CACHE_HOME", "HELM_CONFIG_HOME", "HELM_DATA_HOME", "KUBECONFIG"])
        {
            start.Environment[variable] = home.Combine(variable);
        }

        using var process = Process.Start(start)!;
        var cancelled = TestContext.Current.CancellationToken;
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(cancelled);
            var error = process.StandardError.ReadToEndAsync(cancelled);
            await process.WaitForExitAsync(cancelled);
            return new HelmResult(process.ExitCode, await output, await error);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    private static Task<string> ExecutableAsync(string version) => version switch
    {
        "3.17.2" => TestTools.Helm3Async(),
        "4.1.4" => TestTools.Helm4Async(),
        _ => throw new ArgumentOutOfRangeException(nameof(version), version, "Not a helm of these tests."),
    };
}

/// <summary>How helm ended and what it wrote.</summary>
internal sealed record HelmResult(int ExitCode, string Output, string Error);
