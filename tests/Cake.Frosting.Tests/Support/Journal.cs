using System.Collections.Concurrent;

namespace Cake.Frosting.Tests.Support;

/// <summary>What happened, in order; tasks and lifetimes get it injected.</summary>
internal sealed class Journal
{
    private readonly ConcurrentQueue<string> entries = new();

    public IReadOnlyList<string> Entries => [.. entries];

    public void Add(string entry) => entries.Enqueue(entry);
}
