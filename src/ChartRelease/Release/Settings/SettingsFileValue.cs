using System.Globalization;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace ChartRelease.Release.Settings;

/// <summary>Reads one value of chart-release.yaml, with the types of chart-release.schema.json: an editor and this program agree on a file.</summary>
internal static partial class SettingsFileValue
{
    /// <summary>The texts of a value whose YAML type is that of the setting.</summary>
    /// <exception cref="ChartReleaseException"><see cref="FailureReason.InvalidSettings"/>, with file and line.</exception>
    public static IReadOnlyList<string> Read(SettingDefinition setting, YamlNode node, SourceLocation location) => (setting.Kind, node) switch
    {
        (SettingKind.List, YamlSequenceNode { Children.Count: > 0 } list) => [.. list.Select(item => Item(setting, item, location))],
        (SettingKind.List, _) => [Item(setting, node, location)],
        (SettingKind.Flag, YamlScalarNode scalar) when IsPlain(scalar) && Booleans().IsMatch(scalar.Value!) => [scalar.Value!],
        (SettingKind.Number, YamlScalarNode scalar) when IsPlain(scalar) && IsNumber(scalar.Value!) => [scalar.Value!],
        (SettingKind.Duration, YamlScalarNode { Value: { } text }) when Duration.TryParse(text, out _) => [text],
        (SettingKind.Choice, YamlScalarNode scalar) when setting.Choices.Contains(scalar.Value) => [scalar.Value!],
        (SettingKind.Text, YamlScalarNode scalar) when IsText(scalar) => [scalar.Value!],
        _ => throw Wrong(setting, node, location),
    };

    private static string Item(SettingDefinition setting, YamlNode node, SourceLocation location) =>
        node is YamlScalarNode { Value: { } text } scalar && IsText(scalar) && text.Any(character => character != ',' && !char.IsWhiteSpace(character))
            ? text
            : throw Wrong(setting, node, location);

    private static bool IsPlain(YamlScalarNode scalar) => scalar.Style == ScalarStyle.Plain && scalar.Value is not null;

    private static bool IsNumber(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _);

    private static bool IsText(YamlScalarNode scalar) => !string.IsNullOrEmpty(scalar.Value) && !(IsPlain(scalar) && OtherTypes().IsMatch(scalar.Value));

    private static ChartReleaseException Wrong(SettingDefinition setting, YamlNode node, SourceLocation location)
    {
        var text = (node as YamlScalarNode)?.Value ?? "";
        var nearest = NearestName.Find(text, setting.Choices);
        return SettingsFailure.Create(
            node is YamlScalarNode ? $"{setting.Name} has the value \"{text}\"." : $"{setting.Name} is a list or a mapping.",
            setting.Kind switch
            {
                SettingKind.Flag => "true or false, without quotes.",
                SettingKind.Number => "A whole number, without quotes.",
                SettingKind.Duration => "A span of time, for example 90s, 5m or 1h30m, or a number of seconds.",
                SettingKind.Choice => $"One of: {string.Join(", ", setting.Choices)}.",
                SettingKind.List => "A text or a list of texts, none of them empty.",
                SettingKind.Text => "A text; in quotes when YAML would read it as a number, as true or false, or as nothing.",
                var other => throw new ArgumentOutOfRangeException(nameof(setting), other, "No such kind."),
            },
            nearest is null ? $"Correct {setting.Name}; see docs/reference/settings.md." : $"Write \"{nearest}\".",
            location with { Line = Math.Max(location.Line, (int)node.Start.Line) });
    }

    // https://yaml.org/spec/1.2.2/#103-core-schema
    [GeneratedRegex(@"\A(?:true|True|TRUE|false|False|FALSE)\z")]
    private static partial Regex Booleans();

    [GeneratedRegex(
        @"\A(?:~|null|Null|NULL|true|True|TRUE|false|False|FALSE|[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+"
        + @"|[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))\z")]
    private static partial Regex OtherTypes();
}
