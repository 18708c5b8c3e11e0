namespace ChartRelease.Git;

/// <summary>The commits a revision is made of, children before parents, each known by its place in that order. Pure.</summary>
internal sealed class GitGraph
{
    private readonly List<CommitNode> _nodes = [];
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);

    /// <summary>How many commits there are.</summary>
    public int Count => _nodes.Count;

    /// <summary>Takes the next line of <c>git rev-list --topo-order --parents</c>: a commit and its parents.</summary>
    public void Add(string line)
    {
        var ids = line.Split(' ');
        _places[ids[0]] = _nodes.Count;
        _nodes.Add(new CommitNode(ids[0], ids[1..]));
    }

    /// <summary>The commit at a place.</summary>
    public CommitNode Node(int place) => _nodes[place];

    /// <summary>The commit's place, or -1 when it is none of these.</summary>
    public int Place(string id) => _places.GetValueOrDefault(id, -1);

    /// <summary>Visits every commit, and says which of some bases it is part of.</summary>
    /// <param name="bases">Places of the bases.</param>
    /// <param name="visit">Gets the place of each commit, and the bases it belongs to: bit N of the words for base N. The words are not kept.</param>
    public void Walk(IReadOnlyList<int> bases, Action<int, ulong[]> visit)
    {
        var own = bases.Select(static (place, bit) => (place, bit)).ToLookup(static pair => pair.place, static pair => pair.bit);
        var waiting = new Dictionary<int, ulong[]>();
        for (var place = 0; place < _nodes.Count; place++)
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
            PassOn(words, _nodes[place].Parents, waiting);
        }
    }

    /// <summary>Whether a bit is set.</summary>
    public static bool IsSet(ulong[] words, int bit) => (words[bit / 64] & (1UL << bit)) != 0;

    /// <summary>Whether the first bits are all set.</summary>
    public static bool AreAllSet(ulong[] words, int count) =>
        !words.AsSpan(0, count / 64).ContainsAnyExcept(ulong.MaxValue) && (count % 64 == 0 || words[count / 64] == (1UL << count) - 1);

    // The last parent may have the words themselves: nobody else needs them any more.
    private void PassOn(ulong[] words, IReadOnlyList<string> parents, Dictionary<int, ulong[]> waiting)
    {
        for (var index = 0; index < parents.Count; index++)
        {
            if (Place(parents[index]) is not (>= 0 and var parent))
            {
                continue;
            }

            if (!waiting.TryGetValue(parent, out var there))
            {
                waiting[parent] = index == parents.Count - 1 ? words : [.. words];
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
