using System.Text.Encodings.Web;
using System.Text.Json;

namespace ChartRelease.Release.Reporting;

/// <summary>What the JSON of reports has in common.</summary>
internal static class ReportJson
{
    private static readonly JsonWriterOptions _indented = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly JsonWriterOptions _oneLine = _indented with { Indented = false };

    /// <summary>One object with <c>schemaVersion</c> 1, as UTF-8 with a newline at its end.</summary>
    /// <param name="writeMembers">Writes the members that follow.</param>
    public static byte[] Serialize(Action<Utf8JsonWriter> writeMembers) => Serialize(_indented, json =>
    {
        json.WriteNumber("schemaVersion", 1);
        writeMembers(json);
    });

    /// <summary>One object on one line, as UTF-8 with a newline at its end.</summary>
    /// <param name="writeMembers">Writes its members.</param>
    public static byte[] SerializeLine(Action<Utf8JsonWriter> writeMembers) => Serialize(_oneLine, writeMembers);

    /// <summary>A member that is an array of objects.</summary>
    /// <param name="json">The writer.</param>
    /// <param name="name">Name of the member.</param>
    /// <param name="items">What becomes an object each.</param>
    /// <param name="writeMembers">Writes the members of one.</param>
    public static void WriteObjects<T>(this Utf8JsonWriter json, string name, IEnumerable<T> items, Action<Utf8JsonWriter, T> writeMembers) =>
        json.WriteArray(name, items, (writer, item) =>
        {
            writer.WriteStartObject();
            writeMembers(writer, item);
            writer.WriteEndObject();
        });

    /// <summary>A member that is an array.</summary>
    public static void WriteArray<T>(this Utf8JsonWriter json, string name, IEnumerable<T> items, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            write(json, item);
        }

        json.WriteEndArray();
    }

    /// <summary>A failure in its parts.</summary>
    public static void WriteFailure(Utf8JsonWriter json, Failure failure)
    {
        json.WriteStartObject();
        json.WriteString("reason", failure.Reason.ToString());
        json.WriteString("found", failure.Found);
        json.WriteString("expected", failure.Expected);
        json.WriteString("next", failure.Next);
        json.WriteEndObject();
    }

    /// <summary>The member <c>failure</c>; null when there is none.</summary>
    public static void WriteFailureMember(this Utf8JsonWriter json, Failure? failure)
    {
        json.WritePropertyName("failure");
        if (failure is null)
        {
            json.WriteNullValue();
        }
        else
        {
            WriteFailure(json, failure);
        }
    }

    private static byte[] Serialize(JsonWriterOptions options, Action<Utf8JsonWriter> writeMembers)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, options))
        {
            json.WriteStartObject();
            writeMembers(json);
            json.WriteEndObject();
        }

        buffer.WriteByte((byte)'\n');
        return buffer.ToArray();
    }
}
