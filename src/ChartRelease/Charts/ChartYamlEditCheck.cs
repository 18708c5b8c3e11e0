using ChartRelease.Charts.Yaml;

namespace ChartRelease.Charts;

/// <summary>Proves that an edit changed what it should and nothing else. A failure here is a defect of the editor, and still closes.</summary>
internal static class ChartYamlEditCheck
{
    public static void Verify(YamlDocument before, YamlDocument after, string? version, string? appVersion)
    {
        var expected = Fields(before);
        Expect(expected, "version", version);
        Expect(expected, "appVersion", appVersion);
        var actual = Fields(after);
        if (after.Duplicates.Count > 0 || expected.Count != actual.Count || expected.Any(entry => actual.GetValueOrDefault(entry.Key) != entry.Value))
        {
            throw YamlDocument.Invalid(before.File, 0, "The edited file would not read as the old one with the new version.");
        }
    }

    private static Dictionary<string, string> Fields(YamlDocument document)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, value) in document.Root is YamlMap map ? map.Entries : [])
        {
            fields[Describe(key)] = Describe(value);
        }

        return fields;
    }

    private static void Expect(Dictionary<string, string> expected, string key, string? value)
    {
        if (value is not null)
        {
            expected[GoJson.Text(key)] = GoJson.Text(value);
        }
    }

    // A canonical text of a node; an alias is written as such, because what it stands for is compared where it stands.
    private static string Describe(YamlNode node) => node switch
    {
        YamlAlias => "*",
        YamlScalar scalar => (scalar.IsNull ? "null " : "") + GoJson.Text(scalar.Value),
        YamlList list => $"[{string.Join(',', list.Items.Select(Describe))}]",
        YamlMap map => $"{{{string.Join(',', map.Entries.Select(entry => $"{Describe(entry.Key)}:{Describe(entry.Value)}"))}}}",
        _ => throw new ArgumentOutOfRangeException(nameof(node)),
    };
}
