using System.Numerics;

namespace ChartRelease.Git;

/// <summary>The commits a revision is made of, children before parents, each known by its place in that order. Pure.</summary>
internal sealed class GitGraph
{
    private readonly List<string> _ids = [];
    private readonly List<string[]> _parents = [];
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);

    /// <summary>How many commits there are.</summary>
    public int Count => _ids.Count;

    /// <summary>Takes the next line of <c>git rev-list --topo-order --parents</c>: a commit and its parents.</summary>
    public void Add(string line)
    {
        var ids = line.Split(' ');
        _places[ids[0]] = _ids.Count;
        _ids.Add(ids[0]);
        _parents.Add(ids[1..]);
    }

    /// <summary>Full id of a commit.</summary>
    public string Id(int place) => _ids[place];

    /// <summary>The commit's place, or -1 when it is none of these.</summary>
    public int Place(string id) => _places.GetValueOrDefault(id, -1);

    /// <summary>Visits every commit, and says which of some bases it is part of.</summary>
    /// <param name="bases">Places of the bases.</param>
    /// <param name="visit">Gets the place of each commit, and the bases it belongs to: bit N of the words for base N. The words are not kept.</param>
    public void Walk(IReadOnlyList<int> bases, Action<int, ulong[]> visit)
    {
        var own = bases.Select(static (place, bit) => (place, bit)).ToLookup(static pair => pair.place, static pair => pair.bit);
        var waiting = new Dictionary<int, ulong[]>();
        for (var place = 0; place < _ids.Count; place++)
        {
            if (!waiting.Remove(place, out var words))
            {
                words = new ulong[(bases.Count + 63) / 64];
            }

            foreach (var bit in own[place])
            {
                words[bit / 64] |= 1UL << bit;
            }

            visit(place, words);
            PassOn(words, _parents[place], waiting);
        }
    }

    /// <summary>The bits that are not set.</summary>
    public static IEnumerable<int> Missing(ulong[] words, int count)
    {
        for (var index = 0; index < words.Length; index++)
        {
            var left = count - (index * 64);
            var missing = ~words[index] & (left < 64 ? (1UL << left) - 1 : ulong.MaxValue);
            for (; missing != 0; missing &= missing - 1)
            {
                yield return (index * 64) + BitOperations.TrailingZeroCount(missing);
            }
        }
    }

    // The last parent may have the words themselves: nobody else needs them any more.
    private void PassOn(ulong[] words, string[] parents, Dictionary<int, ulong[]> waiting)
    {
        for (var index = 0; index < parents.Length; index++)
        {
            if (Place(parents[index]) is not (>= 0 and var parent))
            {
                continue;
            }

            if (!waiting.TryGetValue(parent, out var there))
            {
                waiting[parent] = index == parents.Length - 1 ? words : [.. words];
            }
            else
            {
                for (var word = 0; word < words.Length; word++)
                {
                    there[word] |= words[word];
                }
            }
        }
    }
}
