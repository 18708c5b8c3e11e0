namespace ChartRelease.Git;

/// <summary>
/// Places for trees that are in memory together; the one that came first makes room. It behaves the same each time, so that what has to be read is known
/// before anything is. Pure.
/// </summary>
internal sealed class TreeWindow
{
    /// <summary>A history of one branch needs two; more save reading a tree again where branches join.</summary>
    public const int Places = 16;

    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);
    private readonly string?[] _names = new string?[Places];
    private int _next;

    /// <summary>Finds or makes a place for each of two trees.</summary>
    /// <param name="pair">The trees.</param>
    /// <param name="load">Gets the name and the place of a tree that is not there yet.</param>
    /// <returns>Their places; -1 for none.</returns>
    public (int Before, int After) Hold(TreePair pair, Action<string, int> load)
    {
        // What is there already must not make room for the other.
        var after = Find(pair.After);
        var before = Find(pair.Before);
        before = before < 0 && pair.Before is not null ? Add(pair.Before, after, load) : before;
        after = after < 0 && pair.After is not null ? Add(pair.After, before, load) : after;
        return (before, after);
    }

    private int Find(string? name) => name is not null && _places.TryGetValue(name, out var place) ? place : -1;

    private int Add(string name, int kept, Action<string, int> load)
    {
        var place = _next == kept ? (_next + 1) % Places : _next;
        _next = (place + 1) % Places;
        if (_names[place] is { } former)
        {
            _places.Remove(former);
        }

        _names[place] = name;
        _places[name] = place;
        load(name, place);
        return place;
    }
}
