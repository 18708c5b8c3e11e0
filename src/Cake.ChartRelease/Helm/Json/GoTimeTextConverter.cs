using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace Cake.ChartRelease.Helm.Json;

/// <summary>
/// Times as Go prints them for people, <c>2026-05-02 10:00:00.5 +0200 CEST</c> (<see href="https://pkg.go.dev/time#Time.String"/>);
/// helm list has no other. A dash stands for a time that never was.
/// </summary>
internal sealed partial class GoTimeTextConverter : JsonConverter<DateTimeOffset?>
{
    public override DateTimeOffset? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var text = reader.GetString();
        if (text is null or "" or "-")
        {
            return null;
        }

        var match = Pattern().Match(text);
        return match.Success && DateTimeOffset.TryParse(
            $"{match.Groups[1]}T{match.Groups[2]} {match.Groups[3]}:{match.Groups[4]}", CultureInfo.InvariantCulture, out var time)
            ? time
            : throw new JsonException($"\"{text}\" is no time.");
    }

    public override void Write(Utf8JsonWriter writer, DateTimeOffset? value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value?.ToString("yyyy-MM-dd HH:mm:ss.fffffff zzz", CultureInfo.InvariantCulture) ?? "-");

    // Seven digits of a second are all that .NET keeps.
    [GeneratedRegex(@"\A(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d(?:\.\d{1,7})?)\d* ([+-]\d\d)(\d\d)(?: .*)?\z")]
    private static partial Regex Pattern();
}
