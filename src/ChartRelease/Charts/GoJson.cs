using System.Globalization;
using System.Text;
using ChartRelease.Charts.Yaml;

namespace ChartRelease.Charts;

/// <summary>
/// JSON with the bytes that Go's encoding/json.Marshal writes, because helm's config blobs and lock digests are made of them
/// (<see href="https://pkg.go.dev/encoding/json#Marshal"/>).
/// </summary>
internal static class GoJson
{
    /// <summary>Writes a string; <c>&lt;</c>, <c>&gt;</c> and <c>&amp;</c> are escaped, other printable text is not.</summary>
    public static StringBuilder AppendText(StringBuilder json, string text)
    {
        json.Append('"');
        foreach (var rune in text.EnumerateRunes())
        {
            _ = rune.Value switch
            {
                '"' => json.Append("\\\""),
                '\\' => json.Append("\\\\"),
                '\b' => json.Append("\\b"),
                '\f' => json.Append("\\f"),
                '\n' => json.Append("\\n"),
                '\r' => json.Append("\\r"),
                '\t' => json.Append("\\t"),
                < ' ' or '<' or '>' or '&' or 0x2028 or 0x2029 => json.Append(CultureInfo.InvariantCulture, $"\\u{rune.Value:x4}"),
                _ => json.Append(rune.ToString()),
            };
        }

        return json.Append('"');
    }

    /// <summary>A string as JSON.</summary>
    public static string Text(string text) => AppendText(new StringBuilder(text.Length + 2), text).ToString();

    /// <summary>A YAML node as JSON, keys sorted. Aliases below it are refused: expanding them can grow without bound.</summary>
    public static string FromYaml(YamlNode node, Func<YamlNode, ChartReleaseException> wrong) => node switch
    {
        YamlScalar { IsNull: true } => "null",
        YamlScalar { IsPlain: true } scalar when YamlScalarKinds.AsBoolean(scalar.Value) is { } flag => flag ? "true" : "false",
        YamlScalar { IsPlain: true } scalar when YamlScalarKinds.AsInteger(scalar.Value) is { } number => number.ToString(CultureInfo.InvariantCulture),
        YamlScalar scalar => Text(scalar.Value),
        YamlList list => $"[{string.Join(',', list.Items.Select(item => FromYaml(item, wrong)))}]",
        YamlMap map when map.Entries.Count == map.Named.Count() =>
            $"{{{string.Join(',', map.Named.OrderBy(entry => entry.Key.Value, StringComparer.Ordinal).Select(entry => $"{Text(entry.Key.Value)}:{FromYaml(entry.Value, wrong)}"))}}}",
        var other => throw wrong(other),
    };
}
