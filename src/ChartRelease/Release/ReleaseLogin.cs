using ChartRelease.Charts;
using ChartRelease.Oci;
using ChartRelease.Release.Planning;

namespace ChartRelease.Release;

/// <summary>Finds credentials for every target and proves them with the access that the push needs.</summary>
internal sealed class ReleaseLogin(
    Targets targets, TargetStates states, Func<CancellationToken, Task<IHelmClient>> helm, Deadlines deadlines, ReleaseOptions options)
{
    /// <returns>One sentence per target.</returns>
    /// <exception cref="ChartReleaseException">What every target said that cannot be logged in to.</exception>
    public async Task<IReadOnlyList<string>> LoginAsync(IReadOnlyList<Chart> charts, CancellationToken cancellationToken)
    {
        var results = await Steps.TakeAsync(
            [.. targets.All], targets.All.Count, (target, token) => LoginAsync(target.Key, target.Value, charts, token), cancellationToken).ConfigureAwait(false);
        return Steps.All(results, cancellationToken);
    }

    private async Task<string> LoginAsync(string name, IReleaseTarget target, IReadOnlyList<Chart> charts, CancellationToken cancellationToken)
    {
        var proof = "";
        await Parallel.ForEachAsync(
            await FindWhatToPushAsync(name, charts, cancellationToken).ConfigureAwait(false),
            new ParallelOptions { MaxDegreeOfParallelism = options.Registry.Parallelism, CancellationToken = cancellationToken },
            async (chart, stop) => proof = await deadlines.RunAsync(
                chart.State.Reference, token => target.ProvePushAccessAsync(chart.Name, token), stop).ConfigureAwait(false)).ConfigureAwait(false);
        if (options.StoreCredentials
            && await targets.HelmAccessAsync(target, cancellationToken).ConfigureAwait(false) is { Username: not null, Password: not null } access)
        {
            var client = await helm(cancellationToken).ConfigureAwait(false);
            await client.LoginAsync(access, cancellationToken).ConfigureAwait(false);
            proof += " Stored for helm in its own credential file.";
        }

        return proof;
    }

    // The plan needs to know what is there anyway. Access is proven for what is absent; where nothing is, for one chart, as who
    // logs in wants to know. A chart that cannot be told about fails in the plan, alone; if none can, it is the login that fails.
    private async Task<IReadOnlyList<(string Name, TargetState State)>> FindWhatToPushAsync(string target, IReadOnlyList<Chart> charts, CancellationToken cancellationToken)
    {
        // One chart before the others: credentials that are refused are refused for all, and each attempt counts towards a locked account.
        if (await AskAsync(charts[0], cancellationToken).ConfigureAwait(false) is { Failure: { Reason: FailureReason.Unauthorized } refused })
        {
            throw new ChartReleaseException(refused);
        }

        var asked = await Steps.TakeAsync(charts, options.Registry.Parallelism, AskAsync, cancellationToken).ConfigureAwait(false);
        var answers = charts.Zip(Steps.All(asked, cancellationToken), (chart, state) => (chart.Name, State: state)).ToList();
        var failures = answers.Select(answer => answer.State.Failure).OfType<Failure>().ToList();
        if (failures.Count == charts.Count || failures.Any(failure => failure.Reason is FailureReason.Unauthorized or FailureReason.Forbidden))
        {
            FailureList.ThrowIfAny(failures);
        }

        var told = answers.Where(answer => answer.State.Failure is null).ToList();
        var absent = told.Where(answer => answer.State.Published is null).ToList();
        return absent.Count > 0 ? absent : [told[0]];

        Task<TargetState> AskAsync(Chart chart, CancellationToken stop) => states.AskAsync(target, chart.Name, Tag.FromVersion(chart.Version), stop);
    }
}
