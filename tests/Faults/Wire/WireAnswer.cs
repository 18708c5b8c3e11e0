using System.Globalization;
using System.Text;

namespace ChartRelease.Faults.Wire;

/// <summary>An answer, of a registry or made up.</summary>
/// <param name="Status">Its status.</param>
/// <param name="Headers">Its headers, without those of the connection it came over.</param>
/// <param name="Body">Its body.</param>
public sealed record WireAnswer(int Status, IReadOnlyList<HeaderField> Headers, ReadOnlyMemory<byte> Body)
{
    private static readonly string[] _ofTheConnection = ["Connection", "Keep-Alive", "Transfer-Encoding"];

    /// <summary>An answer with a text.</summary>
    public static WireAnswer Of(int status, string contentType, string body, params IEnumerable<HeaderField> headers) =>
        new(status, [new("Content-Type", contentType), .. headers], Encoding.UTF8.GetBytes(body));

    /// <summary>Reads one.</summary>
    internal static async Task<WireAnswer> ReadAsync(MessageReader reader, string method, CancellationToken cancellationToken)
    {
        var head = await reader.ReadHeadAsync(cancellationToken) ?? throw new EndOfStreamException("There is no answer.");
        var status = int.Parse(head.StartLine.Split(' ')[1], CultureInfo.InvariantCulture);
        var body = HasNoBody(method, status) ? [] : await reader.ReadBodyAsync(head, untilClose: true, cancellationToken);
        return new(status, [.. head.Headers.Where(field => !_ofTheConnection.Any(field.Is))], body);
    }

    /// <summary>The same with one header in the place of all of that name; <see langword="null"/> takes them away.</summary>
    public WireAnswer With(string name, string? value) => this with { Headers = ToHead().With(name, value).Headers };

    /// <summary>The value of a header, or <see langword="null"/>.</summary>
    public string? Header(string name) => ToHead()[name];

    /// <summary>The head to send in answer to a method: with the length of the body, except where there is none whatever its length.</summary>
    public MessageHead HeadFor(string method) => HasNoBody(method, Status)
        ? ToHead()
        : ToHead().With("Content-Length", Body.Length.ToString(CultureInfo.InvariantCulture));

    /// <summary>The head alone.</summary>
    public MessageHead ToHead() => new(string.Create(CultureInfo.InvariantCulture, $"HTTP/1.1 {Status} Scripted"), Headers);

    private static bool HasNoBody(string method, int status) => method == "HEAD" || status is 204 or 304;
}
