using System.Globalization;
using ChartRelease.Faults.Wire;

namespace ChartRelease.Faults.Kinds;

/// <summary>
/// A registry that keeps what it has got of an upload when the connection breaks, as those on object stores do. distribution keeps only what
/// came in a PATCH of its own, and wants the address that it gave for it: so the first half is handed on as one, and the address found.
/// </summary>
public static class Keeping
{
    private const string Location = "Location";

    /// <summary>Reset in the middle of the body, whose first half the registry keeps.</summary>
    public static Fault Half { get; } = static async (exchange, cancellationToken) =>
    {
        var half = await Breaking.ReadHalfAsync(exchange, cancellationToken);
        var target = exchange.Target[..exchange.Target.LastIndexOf("&digest=", StringComparison.Ordinal)];
        var answer = await Upstream.SendAsync(
            exchange.Options, "PATCH", exchange.Request with { StartLine = $"PATCH {target} HTTP/1.1" }, half, cancellationToken);
        exchange.Options.Script.Notes[Location] = answer.Header(Location)!;
        exchange.Options.Script.Notes["Range"] = string.Create(CultureInfo.InvariantCulture, $"0-{half.Length - 1}");
        exchange.Reset();
    };

    /// <summary>Says how far that upload came, and where it goes on.</summary>
    public static Fault State { get; } = static async (exchange, cancellationToken) =>
    {
        var headers = exchange.Options.Script.Notes.Select(static note => new HeaderField(note.Key, note.Value));
        await exchange.AnswerAsync(new(204, [.. headers], default), cancellationToken);
    };
}
