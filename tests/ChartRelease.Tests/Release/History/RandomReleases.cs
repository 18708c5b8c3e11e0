using ChartRelease.Testing;
using ChartRelease.Tests.Release.Support;

namespace ChartRelease.Tests.Release.History;

/// <summary>
/// A repository that lives: charts are changed, changed back, moved and released on a branch with merges. It knows without Git what each chart
/// holds, and what it held when it was released last.
/// </summary>
internal sealed class RandomReleases(ChartRepository repository, SeededRandom random, IReadOnlyList<string> charts)
{
    private static readonly string[] _kinds = ["fix: a", "feat: a", "refactor!: a", "docs: a", "no convention", "chore(deps): a"];

    private readonly Dictionary<string, string> _folders = charts.ToDictionary(chart => chart, chart => $"helm/{chart}");
    private readonly Dictionary<string, string> _values = charts.ToDictionary(chart => chart, _ => "");
    private readonly Dictionary<string, string> _versions = charts.ToDictionary(chart => chart, _ => "1.0.0");
    private readonly Dictionary<string, (string Values, string Version)> _released = [];
    private int _branches;

    /// <summary>The charts that were released.</summary>
    public IEnumerable<string> Released => _released.Keys;

    /// <summary>Whether a chart that was released holds something else now.</summary>
    public bool HasChanged(string chart) => _released[chart] != (_values[chart], _versions[chart]);

    /// <summary>Does something.</summary>
    public Task StepAsync() => random.Number(0, 8) switch
    {
        0 => repository.Git.CommitAsync("docs: elsewhere"),
        1 => MoveAsync(Any()),
        2 => MergeAsync(),
        3 => RestoreAsync(Any()),
        _ => ChangeAsync(Any()),
    };

    /// <summary>Gives a chart a version, in a commit of its own with others.</summary>
    public void SetVersion(string chart, string version)
    {
        _versions[chart] = version;
        repository.Git.Write($"{_folders[chart]}/Chart.yaml", ChartRepository.ChartYaml(chart, version));
    }

    /// <summary>Tags what a chart holds as its release.</summary>
    public async Task ReleaseAsync(string chart)
    {
        await repository.Git.TagAsync($"{chart}-{_versions[chart]}");
        _released[chart] = (_values[chart], _versions[chart]);
    }

    private string Any() => charts[random.Number(0, charts.Count)];

    // Few values, so that charts come back to what they held.
    private Task ChangeAsync(string chart) => WriteAsync(chart, $"value: {random.Number(0, 3)}\n", _kinds[random.Number(0, _kinds.Length)]);

    private Task RestoreAsync(string chart) => WriteAsync(chart, _released.TryGetValue(chart, out var last) ? last.Values : "value: 9\n", "revert: back");

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
        var folder = _folders[chart].StartsWith("helm/", StringComparison.Ordinal) ? $"charts/{chart}" : $"helm/{chart}";
        Directory.CreateDirectory(Path.GetDirectoryName(repository.Git.Combine(folder))!);
        await repository.Git.RunAsync("mv", _folders[chart], folder);
        await repository.Git.CommitAsync($"refactor: move {chart}");
        _folders[chart] = folder;
    }

    private async Task MergeAsync()
    {
        var (mine, theirs) = (charts[0], charts[random.Number(1, charts.Count)]);
        var branch = $"side-{++_branches}";
        await repository.Git.RunAsync("checkout", "--quiet", "-b", branch);
        await ChangeAsync(theirs);
        await repository.Git.RunAsync("checkout", "--quiet", "main");
        await ChangeAsync(mine);
        await repository.Git.RunAsync("merge", "--quiet", "--no-ff", branch, "--message", $"Merge {branch}");
    }
}
