using System.Diagnostics;

namespace ChartRelease.Tests.Charts;

/// <summary>Runs the real helm of both supported lines.</summary>
internal static class HelmShim
{
    public static IReadOnlyList<string> Variables { get; } = ["CHART_RELEASE_TEST_HELM3", "CHART_RELEASE_TEST_HELM4"];

    public static TheoryData<string> Versions => new(Variables.ToArray());

    public static string Tool(string variable) => Environment.GetEnvironmentVariable(variable) is { Length: > 0 } path
        ? path
        : throw new InvalidOperationException($"{variable} must name the program under test.");

    /// <summary>Runs helm in a folder with a home of its own; throws when it fails.</summary>
    public static async Task<string> RunAsync(string variable, string folder, params string[] arguments)
    {
        var (code, output) = await TryRunAsync(variable, folder, arguments);
        return code == 0 ? output : throw new InvalidOperationException($"helm {string.Join(' ', arguments)} failed: {output}");
    }

    public static async Task<(int ExitCode, string Output)> TryRunAsync(string variable, string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo(Tool(variable), arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, below) in new[] { ("HELM_CONFIG_HOME", "config"), ("HELM_CACHE_HOME", "cache"), ("HELM_DATA_HOME", "data") })
        {
            start.Environment[name] = Path.Combine(folder, ".helm-home", below);
        }

        using var process = Process.Start(start)!;
        var cancellationToken = TestContext.Current.CancellationToken;
        try
        {
            var error = process.StandardError.ReadToEndAsync(cancellationToken);
            var output = await process.StandardOutput.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            return (process.ExitCode, output + await error);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }
}
