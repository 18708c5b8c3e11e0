using System.Globalization;
using System.Text;

namespace ChartRelease.Faults.Wire;

/// <summary>The start line and the headers of an HTTP/1.1 message, as they came (<see href="https://www.rfc-editor.org/rfc/rfc9112"/>).</summary>
public sealed record MessageHead(string StartLine, IReadOnlyList<HeaderField> Headers)
{
    /// <summary>The value of the first header of that name, or <see langword="null"/>.</summary>
    public string? this[string name] => Headers.FirstOrDefault(field => field.Is(name))?.Value;

    /// <summary>What Content-Length says, or <see langword="null"/>.</summary>
    public long? ContentLength =>
        long.TryParse(this["Content-Length"], NumberStyles.None, CultureInfo.InvariantCulture, out var length) ? length : null;

    /// <summary>Whether the body comes in chunks.</summary>
    public bool IsChunked => this["Transfer-Encoding"]?.Contains("chunked", StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>Whether the sender closes the connection after this message.</summary>
    public bool Closes => this["Connection"]?.Contains("close", StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>The same with one header in the place of all of that name; <see langword="null"/> takes them away.</summary>
    public MessageHead With(string name, string? value)
    {
        var others = Headers.Where(field => !field.Is(name));
        return this with { Headers = [.. value is null ? others : others.Append(new HeaderField(name, value))] };
    }

    /// <summary>The bytes on the wire, the empty line included.</summary>
    public byte[] ToBytes()
    {
        var text = new StringBuilder(StartLine).Append("\r\n");
        foreach (var field in Headers)
        {
            text.Append(CultureInfo.InvariantCulture, $"{field.Name}: {field.Value}\r\n");
        }

        return Encoding.Latin1.GetBytes(text.Append("\r\n").ToString());
    }
}
