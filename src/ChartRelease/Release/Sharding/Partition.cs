namespace ChartRelease.Release.Sharding;

/// <summary>Something to be done in one of several jobs.</summary>
/// <param name="Name">Its name, by which ties are broken.</param>
/// <param name="Cost">What it costs, in any unit.</param>
/// <param name="DependsOn">Names of those that have to be done before it. Others than those to be shared out do not count.</param>
internal sealed record Work(string Name, long Cost, IReadOnlyList<string> DependsOn);

/// <summary>
/// Shares work out to jobs of about equal cost. What depends on each other stays in one job, so that it can be done in order. Pure: every job
/// computes the same for the same work.
/// </summary>
internal static class Partition
{
    /// <summary>The jobs, each with the names of its work in order of their dependencies and else of their names.</summary>
    /// <param name="work">The work, with distinct names.</param>
    /// <param name="count">How many jobs; some are empty when there is not enough.</param>
    public static IReadOnlyList<IReadOnlyList<string>> Share(IReadOnlyList<Work> work, int count)
    {
        var jobs = Enumerable.Range(0, count).Select(static _ => (Cost: 0L, Names: new List<string>())).ToList();
        foreach (var group in Groups(work).OrderByDescending(static group => group.Sum(static one => one.Cost)).ThenBy(static group => group[0].Name, StringComparer.Ordinal))
        {
            // The first of the cheapest: the order of the jobs is the same everywhere.
            var least = jobs.Index().MinBy(static job => job.Item.Cost).Index;
            jobs[least].Names.AddRange(group.Select(static one => one.Name));
            jobs[least] = (jobs[least].Cost + group.Sum(static one => one.Cost), jobs[least].Names);
        }

        return [.. jobs.Select(static job => job.Names)];
    }

    /// <summary>What hangs together by dependencies, each group in an order in which it can be done.</summary>
    public static IReadOnlyList<IReadOnlyList<Work>> Groups(IReadOnlyList<Work> work)
    {
        var byName = work.OrderBy(static one => one.Name, StringComparer.Ordinal).ToDictionary(static one => one.Name, StringComparer.Ordinal);
        var neighbours = byName.Values
            .SelectMany(one => one.DependsOn.Where(byName.ContainsKey).SelectMany(name => new[] { (From: one.Name, To: name), (From: name, To: one.Name) }))
            .ToLookup(static edge => edge.From, static edge => edge.To, StringComparer.Ordinal);
        var (seen, groups) = (new HashSet<string>(StringComparer.Ordinal), new List<IReadOnlyList<Work>>());
        foreach (var name in byName.Keys.Where(name => !seen.Contains(name)))
        {
            var group = new SortedSet<string>(StringComparer.Ordinal);
            var open = new Stack<string>([name]);
            while (open.TryPop(out var next))
            {
                if (group.Add(next))
                {
                    seen.Add(next);
                    foreach (var neighbour in neighbours[next])
                    {
                        open.Push(neighbour);
                    }
                }
            }

            groups.Add(InOrder([.. group.Select(member => byName[member])]));
        }

        return groups;
    }

    private static List<Work> InOrder(IReadOnlyList<Work> group)
    {
        var (left, ordered) = (group.ToList(), new List<Work>());
        while (left.Count > 0)
        {
            // In a circle, which is an error elsewhere, anyone may be first.
            var next = left.Find(one => !left.Exists(other => other != one && one.DependsOn.Contains(other.Name))) ?? left[0];
            left.Remove(next);
            ordered.Add(next);
        }

        return ordered;
    }
}
