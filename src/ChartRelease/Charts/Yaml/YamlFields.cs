namespace ChartRelease.Charts.Yaml;

/// <summary>Reads typed fields of mappings; a wrong shape is a failure with its line.</summary>
internal sealed class YamlFields(string file)
{
    /// <summary>A scalar's text as helm reads it; <see langword="null"/> when absent or null.</summary>
    public string? Text(YamlMap map, string key) => Scalar(map, key) is { } scalar ? YamlScalarKinds.AsHelmText(scalar) : null;

    /// <summary>A scalar's text as it is written; <see langword="null"/> when absent or null.</summary>
    public string? SourceText(YamlMap map, string key) => Scalar(map, key)?.Value;

    /// <summary>A text, as it is written, that must be there and not be empty.</summary>
    public string RequiredText(YamlMap map, string key) => SourceText(map, key) is { Length: > 0 } text
        ? text
        : throw YamlDocument.Invalid(file, map.FindKey(key)?.Line ?? map.Line, $"The field \"{key}\" is missing or empty.");

    /// <summary>A Boolean in YAML 1.1 spelling, which Helm reads; <see langword="false"/> when absent.</summary>
    public bool Flag(YamlMap map, string key) => map.Find(key) switch
    {
        null or YamlScalar { IsNull: true } => false,
        YamlScalar { IsPlain: true } scalar when YamlScalarKinds.AsBoolean(scalar.Value) is { } value => value,
        var other => throw Wrong(other, key, "true or false"),
    };

    /// <summary>A list of scalars; empty when absent.</summary>
    public IReadOnlyList<string> TextList(YamlMap map, string key) =>
        [.. Items(map, key).Select(item => item is YamlScalar scalar ? YamlScalarKinds.AsHelmText(scalar) : throw Wrong(item, key, "a list of texts"))];

    /// <summary>A list of mappings; empty when absent.</summary>
    public IEnumerable<YamlMap> Maps(YamlMap map, string key) =>
        Items(map, key).Select(item => item as YamlMap ?? throw Wrong(item, key, "a list of mappings"));

    /// <summary>The items of a list, aliases resolved; empty when absent.</summary>
    public IEnumerable<YamlNode> Items(YamlMap map, string key) => map.Find(key) switch
    {
        null or YamlScalar { IsNull: true } => [],
        YamlList list => list.Items.Select(item => item.Resolved),
        var other => throw Wrong(other, key, "a list"),
    };

    /// <summary>A mapping of texts in the order written; empty when absent.</summary>
    public IReadOnlyDictionary<string, string> TextMap(YamlMap map, string key) => map.Find(key) switch
    {
        null or YamlScalar { IsNull: true } => new OrderedDictionary<string, string>(),
        YamlMap inner => ReadTextMap(inner, key),
        var other => throw Wrong(other, key, "a mapping of texts"),
    };

    /// <summary>The failure of a node with the wrong shape.</summary>
    public ChartReleaseException Wrong(YamlNode node, string key, string expected) =>
        YamlDocument.Invalid(file, node.Line, $"The field \"{key}\" is not {expected}.");

    private YamlScalar? Scalar(YamlMap map, string key) => map.Find(key) switch
    {
        null or YamlScalar { IsNull: true } => null,
        YamlScalar scalar => scalar,
        var other => throw Wrong(other, key, "text"),
    };

    private OrderedDictionary<string, string> ReadTextMap(YamlMap inner, string key)
    {
        var result = new OrderedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in inner.Entries)
        {
            result[name.Resolved is YamlScalar scalar ? scalar.Value : throw Wrong(name, key, "a mapping of texts")] =
                value.Resolved is YamlScalar text ? text.IsNull ? "" : YamlScalarKinds.AsHelmText(text) : throw Wrong(value, key, "a mapping of texts");
        }

        return result;
    }
}
