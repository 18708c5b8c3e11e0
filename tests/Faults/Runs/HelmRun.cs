using System.Diagnostics;
using ChartRelease.Faults.Scenarios;
using ChartRelease.Processes;
using ChartRelease.Testing;

namespace ChartRelease.Faults.Runs;

/// <summary>The real <c>helm push</c> of the same archive through the same proxy, with the same credentials, in real time.</summary>
public static class HelmRun
{
    /// <summary>Longest time that helm gets. Its own patience with a registry that does not serve it is seven seconds.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Runs a scenario.</summary>
    /// <param name="bed">What it stands on.</param>
    /// <param name="scenario">The scenario.</param>
    /// <param name="version"><see cref="RealHelm.V3"/> or <see cref="RealHelm.V4"/>.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task<RunResult> RunAsync(FaultBed bed, Scenario scenario, string version, CancellationToken cancellationToken)
    {
        await using var stage = await Stage.SetAsync(bed, scenario, TimeProvider.System, cancellationToken);
        using var folder = new TemporaryFolder();
        var request = await RequestAsync(stage, folder, version);
        var watch = Stopwatch.StartNew();
        var result = await TryAsync(request, cancellationToken);
        var elapsed = watch.Elapsed;
        var text = $"{result?.Output}\n{result?.Error}";
        var (held, digest) = await stage.ReadAsync(cancellationToken);
        return new()
        {
            Outcome = result is null ? RunOutcome.Hung : result.ExitCode == 0 ? RunOutcome.Published : RunOutcome.Failed,
            Text = text,
            Time = elapsed,
            Held = held,
            Digest = digest,
            Expected = stage.Chart.Manifest.Descriptor.Digest.Value,
            Exchanges = stage.Proxy.Exchanges,
            Elsewhere = stage.Storage.Exchanges,
            Secrets = bed.FindSecrets(text),
        };
    }

    private static async Task<ProcessRequest> RequestAsync(Stage stage, TemporaryFolder folder, string version)
    {
        var config = folder.Write("registry.json", $$"""{ "auths": { "{{stage.Proxy.Host}}": { "auth": "{{FaultBed.Account.Encoded}}" } } }""");
        string[] homes = ["HOME", "HELM_CACHE_HOME", "HELM_CONFIG_HOME", "HELM_DATA_HOME", "DOCKER_CONFIG", "KUBECONFIG"];
        var environment = homes.ToDictionary(static name => name, name => (string?)folder.Combine(name));
        environment["HELM_REGISTRY_CONFIG"] = config;
        return new(await RealHelm.PathAsync(version), ["push", stage.Chart.ArchivePath, stage.Target, .. RealHelm.PlainHttp(version)])
        {
            WorkingDirectory = folder.Path,
            Environment = environment,
        };
    }

    private static async Task<ProcessResult?> TryAsync(ProcessRequest request, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            return await ProcessRunner.RunAsync(request, patience.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }
}
