using ChartRelease.Faults.Runs;

namespace ChartRelease.Integration.Reliability;

/// <summary>The registries of all scenarios, started once.</summary>
public sealed class SharedBed : IAsyncLifetime
{
    public FaultBed Bed { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Bed = await FaultBed.StartAsync(CancellationToken.None);

    public ValueTask DisposeAsync() => Bed.DisposeAsync();
}
