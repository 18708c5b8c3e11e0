using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using ChartRelease.Release.Settings;

namespace ChartRelease.Tests.Release.Settings;

/// <summary>The JSON Schema of chart-release.yaml, as <see cref="SettingDefinitions"/> imply it.</summary>
internal static class SettingsSchema
{
    // A text that is not only commas and white space.
    private const string NotBlank = @"[^,\s]";

    private static readonly JsonSerializerOptions _options = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Write()
    {
        var properties = new JsonObject();
        foreach (var setting in SettingDefinitions.All.Where(setting => setting.Scope.HasFlag(SettingScope.File)))
        {
            properties.Add(setting.Name, Property(setting));
        }

        var schema = new JsonObject
        {
            ["$schema"] = "http://json-schema.org/draft-07/schema#",
            ["title"] = "chart-release.yaml",
            ["description"] = "Settings of ChartRelease; see settings.md beside this file.",
            ["type"] = new JsonArray("object", "null"),
            ["additionalProperties"] = false,
            ["properties"] = properties,
        };
        return schema.ToJsonString(_options) + "\n";
    }

    private static JsonObject Property(SettingDefinition setting)
    {
        var property = new JsonObject { ["description"] = setting.Description };
        foreach (var (key, value) in Shape(setting))
        {
            property.Add(key, value);
        }

        return property;
    }

    private static IEnumerable<(string Key, JsonNode Value)> Shape(SettingDefinition setting)
    {
        switch (setting.Kind)
        {
            case SettingKind.Flag:
                return [("type", "boolean"), ("default", bool.Parse(setting.Default))];
            case SettingKind.Number:
                return
                [
                    ("type", "integer"), ("minimum", 1), ("maximum", 256),
                    ("default", int.Parse(setting.Default, System.Globalization.CultureInfo.InvariantCulture)),
                ];
            case SettingKind.Choice:
                return [("type", "string"), ("enum", new JsonArray([.. setting.Choices.Select(choice => (JsonNode)choice)])), ("default", setting.Default)];
            case SettingKind.List:
                return
                [
                    ("type", new JsonArray("string", "array")), ("pattern", NotBlank), ("minItems", 1),
                    ("items", new JsonObject { ["type"] = "string", ["pattern"] = NotBlank }),
                    .. setting.Default.Length == 0
                        ? Array.Empty<(string, JsonNode)>()
                        : [("default", new JsonArray([.. setting.Default.Split(',').Select(item => (JsonNode)item)]))],
                ];
            case SettingKind.Duration:
                return
                [
                    ("type", new JsonArray("string", "integer")), ("pattern", Duration.Form), ("minimum", 1), ("maximum", Duration.MaxSeconds),
                    ("default", setting.Default),
                ];
            case SettingKind.Text:
                return setting.Default.Length == 0
                    ? [("type", "string"), ("minLength", 1)]
                    : [("type", "string"), ("minLength", 1), ("default", setting.Default)];
            default:
                throw new ArgumentOutOfRangeException(nameof(setting), setting.Kind, "No such kind.");
        }
    }
}
