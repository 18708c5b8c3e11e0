using System.Text.Json;
using System.Text.Json.Serialization;

namespace Cake.ChartRelease.Helm.Json;

/// <summary>Go's RFC 3339 times with up to nine digits of a second; a time that never was is empty in helm 3.</summary>
internal sealed class GoTimeConverter : JsonConverter<DateTimeOffset?>
{
    public override DateTimeOffset? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && reader.ValueTextEquals("") ? null : reader.GetDateTimeOffset();

    public override void Write(Utf8JsonWriter writer, DateTimeOffset? value, JsonSerializerOptions options)
    {
        if (value is { } time)
        {
            writer.WriteStringValue(time);
        }
        else
        {
            writer.WriteStringValue("");
        }
    }
}
