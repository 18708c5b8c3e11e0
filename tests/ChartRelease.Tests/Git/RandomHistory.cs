using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace ChartRelease.Tests.Git;

/// <summary>
/// Commits and merges on three branches, the same for a seed: merges that drop one side, keep both, or change more on top; the same
/// change on two branches; files that come back; clocks that go wrong.
/// </summary>
[SuppressMessage("Security", "CA5394:Do not use insecure randomness", Justification = "A history that is the same in every run.")]
internal sealed class RandomHistory(int seed)
{
    private readonly Random _random = new(seed);
    private readonly StringBuilder _stream = new();
    private readonly Dictionary<string, Tip> _tips = [];
    private int _mark;

    public static string[] Branches { get; } = ["main", "x", "y"];

    public static string[] Folders { get; } = ["helm/a", "helm/b", "charts/c", "helm/d/charts/e", "helm/d", "root", "."];

    /// <summary>The history as <c>git fast-import</c> reads it.</summary>
    public string ToStream(int commits)
    {
        var first = Commit("main", ImmutableSortedDictionary<string, string>.Empty.Add("helm/a/0", "0"), []);
        foreach (var branch in Branches)
        {
            _tips[branch] = first;
        }

        for (var i = 0; i < commits; i++)
        {
            var branch = Branches[_random.Next(Branches.Length)];
            var other = _tips[Branches[_random.Next(Branches.Length)]];
            var tip = _tips[branch];
            _tips[branch] = other.Mark == tip.Mark || _random.Next(4) > 0
                ? Commit(branch, Change(tip.Files), [tip.Mark])
                : Commit(branch, Merge(tip.Files, other.Files), [tip.Mark, other.Mark]);
        }

        // A branch that never moved has to be made all the same.
        foreach (var (branch, tip) in _tips)
        {
            Line($"reset refs/heads/{branch}");
            Line($"from :{tip.Mark}\n");
        }

        return _stream.ToString();
    }

    private ImmutableSortedDictionary<string, string> Change(ImmutableSortedDictionary<string, string> files)
    {
        var path = $"{Folders[_random.Next(6)]}/{_random.Next(3)}";
        return _random.Next(5) == 0 ? files.Remove(path) : files.SetItem(path, $"{_random.Next(3)}");
    }

    private ImmutableSortedDictionary<string, string> Merge(ImmutableSortedDictionary<string, string> ours, ImmutableSortedDictionary<string, string> theirs) =>
        _random.Next(4) switch
        {
            0 => ours,
            1 => theirs,
            2 => ours.SetItems(theirs),
            _ => Change(ours.SetItems(theirs)),
        };

    private Tip Commit(string branch, ImmutableSortedDictionary<string, string> files, int[] parents)
    {
        var time = 1_700_000_000 + (_mark * 60) - (_random.Next(10) == 0 ? 100_000 : 0);
        Line($"commit refs/heads/{branch}");
        Line($"mark :{++_mark}");
        Line($"committer Test <test@example.com> {time} +0000");
        Line($"data <<END\n{_mark}\nEND");
        for (var i = 0; i < parents.Length; i++)
        {
            Line($"{(i == 0 ? "from" : "merge")} :{parents[i]}");
        }

        Line($"deleteall");
        foreach (var (path, content) in files)
        {
            Line($"M 100644 inline {path}\ndata <<END\n{content}\nEND");
        }

        return new Tip(_mark, files);
    }

    private void Line(FormattableString line) => _stream.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');

    private sealed record Tip(int Mark, ImmutableSortedDictionary<string, string> Files);
}
