using System.Text;
using System.Text.Json;

namespace ChartRelease.Charts.Lint.Rules;

internal sealed class ReadableSchema() : LintRule(
    "CR018",
    LintSeverity.Error,
    "values.schema.json is valid JSON",
    "Helm cannot check values against it otherwise.")
{
    private const string FileName = "values.schema.json";

    public override IEnumerable<LintFinding> Check(LintSubject subject) =>
        subject.Find(FileName) is { } file && Fault(subject.Read(file)) is var (line, message)
            ? [Finding(subject.At(FileName, line), message, "Correct it; an empty schema is {}.")]
            : [];

    private static (int Line, string Message)? Fault(ReadOnlyMemory<byte> content)
    {
        var json = content.Span.StartsWith(Encoding.UTF8.Preamble) ? content[Encoding.UTF8.Preamble.Length..] : content;
        try
        {
            using var document = JsonDocument.Parse(json);
            return document.RootElement.ValueKind is JsonValueKind.Object or JsonValueKind.True or JsonValueKind.False
                ? null
                : (1, "values.schema.json is not a JSON object.");
        }
        catch (JsonException exception)
        {
            return ((int)(exception.LineNumber ?? 0) + 1, $"values.schema.json is not valid JSON: {Reason(exception)}");
        }
    }

    // .NET appends the place, with lines counted from 0.
    private static string Reason(JsonException exception) =>
        exception.Message.IndexOf(" LineNumber: ", StringComparison.Ordinal) is > 0 and var end ? exception.Message[..end] : exception.Message;
}
