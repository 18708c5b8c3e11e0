using ChartRelease.Testing;
using ChartRelease.Tests.Release.Support;

namespace ChartRelease.Tests.Release.History;

/// <summary>
/// A repository that lives: charts are changed, changed back, moved and released on a branch with merges. It knows without Git what each chart
/// holds, and what it held when it was released last.
/// </summary>
/// <param name="repository">The repository; each chart is at <c>helm/NAME</c>, version 1.0.0, without values.</param>
/// <param name="random">What happens.</param>
/// <param name="dependencies">The charts, and which other one each depends on by its path; those do not move.</param>
internal sealed class RandomReleases(ChartRepository repository, SeededRandom random, IReadOnlyDictionary<string, string?> dependencies)
{
    private static readonly string[] _kinds = ["fix: a", "feat: a", "refactor!: a", "docs: a", "no convention", "chore(deps): a"];

    private readonly Dictionary<string, string> _folders = dependencies.Keys.ToDictionary(chart => chart, chart => $"helm/{chart}");
    private readonly Dictionary<string, string> _values = dependencies.Keys.ToDictionary(chart => chart, _ => "");
    private readonly Dictionary<string, string> _released = [];
    private int _branches;

    /// <summary>The charts, by name.</summary>
    public IReadOnlyList<string> Charts { get; } = [.. dependencies.Keys.Order(StringComparer.Ordinal)];

    /// <summary>Whether a chart was released.</summary>
    public bool IsReleased(string chart) => _released.ContainsKey(chart);

    /// <summary>Whether a chart that was released, or one it depends on, holds something else now.</summary>
    public bool HasChanged(string chart) => _released[chart] != _values[chart] || (dependencies[chart] is { } on && HasChanged(on));

    /// <summary>Does something.</summary>
    public Task StepAsync() => random.Number(0, 8) switch
    {
        0 => repository.Git.CommitAsync("docs: elsewhere"),
        1 => MoveAsync(Any()),
        2 => MergeAsync(),
        3 => RestoreAsync(Any()),
        _ => ChangeAsync(Any()),
    };

    /// <summary>Tags what a chart holds as its release.</summary>
    public async Task ReleaseAsync(string chart, string version)
    {
        await repository.Git.TagAsync($"{chart}-{version}");
        _released[chart] = _values[chart];
    }

    private string Any() => Charts[random.Number(0, Charts.Count)];

    // Few values, so that charts come back to what they held.
    private Task ChangeAsync(string chart) => WriteAsync(chart, $"value: {random.Number(0, 3)}\n", _kinds[random.Number(0, _kinds.Length)]);

    private Task RestoreAsync(string chart) => WriteAsync(chart, _released.TryGetValue(chart, out var last) ? last : "value: 9\n", "revert: back");

    private async Task WriteAsync(string chart, string values, string message)
    {
        // At its first release a chart may have had no values at all; that does not come back.
        if (values.Length > 0)
        {
            _values[chart] = values;
            repository.Git.Write($"{_folders[chart]}/values.yaml", values);
            await repository.Git.CommitAsync(message);
        }
    }

    private async Task MoveAsync(string chart)
    {
        if (dependencies[chart] is not null || dependencies.Values.Contains(chart))
        {
            return;
        }

        var folder = _folders[chart].StartsWith("helm/", StringComparison.Ordinal) ? $"charts/{chart}" : $"helm/{chart}";
        Directory.CreateDirectory(Path.GetDirectoryName(repository.Git.Combine(folder))!);
        await repository.Git.RunAsync("mv", _folders[chart], folder);
        await repository.Git.CommitAsync($"refactor: move {chart}");
        _folders[chart] = folder;
    }

    private async Task MergeAsync()
    {
        var (mine, theirs) = (Charts[0], Charts[random.Number(1, Charts.Count)]);
        var branch = $"side-{++_branches}";
        await repository.Git.RunAsync("checkout", "--quiet", "-b", branch);
        await ChangeAsync(theirs);
        await repository.Git.RunAsync("checkout", "--quiet", "main");
        await ChangeAsync(mine);
        await repository.Git.RunAsync("merge", "--quiet", "--no-ff", branch, "--message", $"Merge {branch}");
    }
}
