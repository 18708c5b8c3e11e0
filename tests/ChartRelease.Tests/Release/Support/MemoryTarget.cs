using System.Collections.Concurrent;
using ChartRelease.Oci;

namespace ChartRelease.Tests.Release.Support;

/// <summary>A target in memory.</summary>
internal sealed class MemoryTarget(string reference) : IReleaseTarget
{
    private readonly ConcurrentDictionary<string, MemoryRepository> _repositories = new(StringComparer.Ordinal);

    public TargetReference Reference { get; } = TargetReference.Parse(reference);

    public bool GuardsTags { get; init; }

    public IRepository Repository(string chartName) => Of(chartName);

    public MemoryRepository Of(string chartName) =>
        _repositories.GetOrAdd(chartName, name => new MemoryRepository($"{Reference.Value}/{name}"));

    public Task<string> ProvePushAccessAsync(string chartName, CancellationToken cancellationToken) => Task.FromResult("anyone");

    public ValueTask DisposeAsync()
    {
        _repositories.Clear();
        return ValueTask.CompletedTask;
    }
}
