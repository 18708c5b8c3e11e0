using YamlDotNet.Core;

namespace ChartRelease.Charts.Yaml;

/// <summary>A mapping in the order written, duplicates included.</summary>
internal sealed class YamlMap(Mark start, Mark end, IReadOnlyList<KeyValuePair<YamlNode, YamlNode>> entries) : YamlNode(start, end)
{
    /// <summary>Keys and values, aliases not resolved.</summary>
    public IReadOnlyList<KeyValuePair<YamlNode, YamlNode>> Entries { get; } = entries;

    /// <summary>The entries whose key is a scalar.</summary>
    public IEnumerable<KeyValuePair<YamlScalar, YamlNode>> Named =>
        from entry in Entries
        where entry.Key.Resolved is YamlScalar
        select KeyValuePair.Create((YamlScalar)entry.Key.Resolved, entry.Value);

    /// <summary>The value of a key, also one that a merge key (<c>&lt;&lt;</c>) brings in; <see langword="null"/> when absent.</summary>
    public YamlNode? Find(string key)
    {
        foreach (var (name, value) in Named)
        {
            if (name.Value == key)
            {
                return value.Resolved;
            }
        }

        return Merged().Select(map => map.Find(key)).FirstOrDefault(value => value is not null);
    }

    /// <summary>The key node itself, for its place.</summary>
    public YamlScalar? FindKey(string key) => Named.FirstOrDefault(entry => entry.Key.Value == key).Key;

    private IEnumerable<YamlMap> Merged() => Named
        .Where(entry => entry.Key is { Value: "<<", IsPlain: true })
        .SelectMany(entry => entry.Value.Resolved is YamlList list ? list.Items.Select(item => item.Resolved) : [entry.Value.Resolved])
        .OfType<YamlMap>();
}
