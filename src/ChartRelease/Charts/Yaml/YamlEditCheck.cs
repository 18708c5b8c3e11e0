namespace ChartRelease.Charts.Yaml;

/// <summary>Proves that edits changed what they should and nothing else. A failure here is a defect of the editor, and still closes.</summary>
internal sealed class YamlEditCheck
{
    private readonly Dictionary<(YamlMap Map, string Key), string> _expected = [];

    /// <summary>A key is to have this text.</summary>
    public void ExpectText(YamlMap map, string key, string value) => _expected[(map, key)] = GoJson.Text(value);

    /// <summary>A key is to have a mapping of one text.</summary>
    public void ExpectMap(YamlMap map, string key, string innerKey, string value) =>
        _expected[(map, key)] = $"{{{GoJson.Text(innerKey)}:{GoJson.Text(value)}}}";

    public void Verify(YamlDocument before, YamlDocument after)
    {
        if (after.Duplicates.Count > 0 || Describe(before.Root) != new YamlEditCheck().Describe(after.Root))
        {
            throw YamlDocument.Invalid(before.File, 0, "The edited file would not read as the old one with the new values.");
        }
    }

    // A canonical text of a node; an alias is written as such, because what it stands for is compared where it stands.
    private string Describe(YamlNode? node) => node switch
    {
        null => "",
        YamlAlias => "*",
        YamlScalar scalar => (scalar.IsNull ? "null " : "") + GoJson.Text(scalar.Value),
        YamlList list => $"[{string.Join(',', list.Items.Select(Describe))}]",
        YamlMap map => $"{{{string.Join(',', Entries(map).Order(StringComparer.Ordinal))}}}",
        _ => throw new ArgumentOutOfRangeException(nameof(node)),
    };

    private IEnumerable<string> Entries(YamlMap map)
    {
        var expected = _expected.Where(entry => entry.Key.Map == map).ToDictionary(entry => GoJson.Text(entry.Key.Key), entry => entry.Value);
        var kept = map.Entries.Select(entry => (Key: Describe(entry.Key), entry.Value)).Where(entry => !expected.ContainsKey(entry.Key));
        return kept.Select(entry => $"{entry.Key}:{Describe(entry.Value)}").Concat(expected.Select(entry => $"{entry.Key}:{entry.Value}"));
    }
}
