using ChartRelease.Faults.Runs;
using ChartRelease.Integration.Reliability;

[assembly: AssemblyFixture(typeof(SharedBed))]

namespace ChartRelease.Integration.Reliability;

/// <summary>The registries of all scenarios, started when they are first asked for.</summary>
public sealed class SharedBed : IAsyncDisposable
{
    // Not the token of the test that happens to come first: the servers outlive it.
    private readonly Lazy<Task<FaultBed>> _bed = new(static () => FaultBed.StartAsync(CancellationToken.None));

    public Task<FaultBed> BedAsync() => _bed.Value;

    public async ValueTask DisposeAsync()
    {
        if (_bed.IsValueCreated)
        {
            await (await _bed.Value).DisposeAsync();
        }
    }
}
