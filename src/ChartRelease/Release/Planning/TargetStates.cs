using System.Collections.Concurrent;

namespace ChartRelease.Release.Planning;

/// <summary>Asks targets what they hold of a chart version. Each is asked once a run, whoever wants to know.</summary>
internal sealed class TargetStates(Targets targets, Deadlines deadlines, TimeProvider time)
{
    private readonly ConcurrentDictionary<(string Target, string Chart, string Tag), Lazy<Task<TargetState>>> _asked = new();

    /// <summary>The state of one version at one target; a target that cannot tell is a state, too.</summary>
    public Task<TargetState> AskAsync(string target, string chartName, string tag, CancellationToken cancellationToken) =>
        _asked.GetOrAdd((target, chartName, tag), key => new(() => ResolveAsync(key.Target, key.Chart, key.Tag, cancellationToken))).Value;

    private async Task<TargetState> ResolveAsync(string target, string chartName, string tag, CancellationToken cancellationToken)
    {
        var repository = targets.All[target].Repository(chartName);
        var state = new TargetState(target, $"{repository.Reference}:{tag}", null) { AskedAt = time.GetTimestamp() };
        try
        {
            return state with
            {
                Published = await deadlines.RunAsync(
                    state.Reference, stop => repository.ResolveAsync(tag, stop), cancellationToken).ConfigureAwait(false),
            };
        }
        catch (ChartReleaseException exception)
        {
            return state with { Failure = exception.Failure };
        }
    }
}
