using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace ChartRelease.Integration.AgentapiProxy;

/// <summary>
/// The values table of a chart's README, in the convention of helm-docs: a comment that starts with <c># --</c> describes the value
/// below it, and a value without one is a folder of further values.
/// </summary>
internal static class ValuesTable
{
    /// <summary>The rows of the table, in the order of the file.</summary>
    public static IEnumerable<string> Rows(string values) =>
        Described(values).Where(value => value.Description is not null).Select(value => Row(value.Path, value.Node, value.Description!));

    /// <summary>Values that are neither described nor contain described ones.</summary>
    public static IEnumerable<string> Undescribed(string values) =>
        Described(values)
            .Where(value => value.Description is null && value.Node is not YamlMappingNode { Children.Count: > 0 })
            .Select(value => value.Path);

    private static List<(string Path, YamlNode Node, string? Description)> Described(string values)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(values));
        var found = new List<(string, YamlNode, string?)>();
        Walk((YamlMappingNode)stream.Documents[0].RootNode, "", values.ReplaceLineEndings("\n").Split('\n'), found);
        return found;
    }

    private static void Walk(YamlMappingNode parent, string prefix, string[] lines, List<(string, YamlNode, string?)> found)
    {
        foreach (var (key, node) in parent.Children)
        {
            var path = prefix + key;
            var description = DescriptionAbove(lines, (int)key.Start.Line - 1);
            found.Add((path, node, description));
            if (description is null && node is YamlMappingNode folder)
            {
                Walk(folder, path + ".", lines, found);
            }
        }
    }

    private static string? DescriptionAbove(string[] lines, int keyLine)
    {
        var comments = lines.Take(keyLine).Reverse().Select(line => line.Trim()).TakeWhile(line => line.StartsWith('#')).Reverse().ToList();
        var start = comments.FindLastIndex(line => line.StartsWith("# -- ", StringComparison.Ordinal));
        return start < 0 ? null : string.Join(' ', comments.Skip(start).Select(line => line.TrimStart('#', ' ', '-')));
    }

    private static string Row(string path, YamlNode node, string description) => $"| {path} | {Type(node)} | `{Default(node)}` | {description} |";

    private static string Type(YamlNode node) => Default(node) switch
    {
        ['{', ..] => "object",
        ['[', ..] => "list",
        ['"', ..] => "string",
        "true" or "false" => "bool",
        _ => "int",
    };

    // As compact JSON: what a reader can paste after --set-json.
    private static string Default(YamlNode node) => node switch
    {
        YamlMappingNode map => $"{{{string.Join(',', map.Children.Select(child => $"\"{child.Key}\":{Default(child.Value)}"))}}}",
        YamlSequenceNode list => $"[{string.Join(',', list.Children.Select(Default))}]",
        YamlScalarNode { Style: ScalarStyle.Plain, Value: { } value } when IsBare(value) => value,
        _ => $"\"{node}\"",
    };

    private static bool IsBare(string value) => value is "true" or "false" || int.TryParse(value, CultureInfo.InvariantCulture, out _);
}
