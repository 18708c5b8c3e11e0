using System.Text;
using System.Text.Json;

namespace ChartRelease.Oci.Registry;

/// <summary>One entry of a registry's error document (<see href="https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#error-codes"/>).</summary>
internal sealed record OciError(string Code, string Message);

/// <summary>The body of an answer that is not what was asked for.</summary>
internal sealed class ErrorBody
{
    /// <summary>Bytes read of it at most.</summary>
    public const int Limit = 8 * 1024;

    private const int ShownLength = 300;

    private ErrorBody(IReadOnlyList<OciError> errors, string text)
    {
        Errors = errors;
        Text = text;
    }

    /// <summary>
    /// The code of a token server that speaks OAuth (<see href="https://www.rfc-editor.org/rfc/rfc6749#section-5.2"/>); kept apart, for no such
    /// word is a registry's. <see langword="null"/> when there is none.
    /// </summary>
    public string? OAuthError { get; private init; }

    /// <summary>The registry's errors; empty when the body is no error document.</summary>
    public IReadOnlyList<OciError> Errors { get; }

    /// <summary>Whether there is no body at all, as in every answer to HEAD.</summary>
    public bool IsEmpty => Text.Length == 0 && Errors.Count == 0;

    private string Text { get; }

    /// <summary>Whether one of the errors has one of these codes.</summary>
    public bool Has(params ReadOnlySpan<string> codes)
    {
        foreach (var error in Errors)
        {
            if (codes.Contains(error.Code))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What the server said, on one line and not too long. Secrets go before it is cut: half of one would not be known again.</summary>
    public string Show(SecretScrubber scrubber) =>
        Errors.Count > 0 ? Shorten(scrubber.Clean(string.Join("; ", Errors.Select(error => error.Message.Length == 0 ? error.Code : $"{error.Code}: {error.Message}"))))
        : Text.StartsWith('<') ? "a page of HTML or XML, not a registry's answer"
        : Shorten(scrubber.Clean(Text));

    public static ErrorBody Parse(byte[] bytes)
    {
        var text = Encoding.UTF8.GetString(bytes).Trim();
        try
        {
            using var document = JsonDocument.Parse(text);
            return new(ReadErrors(document.RootElement), text) { OAuthError = ReadOAuthError(document.RootElement) };
        }
        catch (JsonException)
        {
            return new([], text);
        }
    }

    private static List<OciError> ReadErrors(JsonElement root)
    {
        var errors = new List<OciError>();
        if (root.ValueKind == JsonValueKind.Object && root.TryGetProperty("errors", out var list) && list.ValueKind == JsonValueKind.Array)
        {
            foreach (var entry in list.EnumerateArray().Where(entry => entry.ValueKind == JsonValueKind.Object))
            {
                errors.Add(new(Text(entry, "code"), Text(entry, "message")));
            }
        }

        return errors;

        static string Text(JsonElement entry, string name) =>
            entry.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
    }

    private static string? ReadOAuthError(JsonElement root) =>
        root.ValueKind == JsonValueKind.Object && root.TryGetProperty("error", out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    // Line breaks and escape sequences of a server have no business in our terminal.
    private static string Shorten(string text)
    {
        var line = string.Concat(text.Select(character => char.IsControl(character) ? ' ' : character));
        return line.Length <= ShownLength ? line : line[..ShownLength] + "…";
    }
}
