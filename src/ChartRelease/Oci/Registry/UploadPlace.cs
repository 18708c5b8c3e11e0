using System.Globalization;
using System.Text.RegularExpressions;

namespace ChartRelease.Oci.Registry;

/// <summary>How far an upload has come.</summary>
/// <param name="Address">Where it goes on, as the registry said last.</param>
/// <param name="Received">Bytes that the registry has.</param>
internal sealed partial record UploadPlace(Uri Address, long Received)
{
    /// <summary>
    /// Reads the Range header of an upload's state, <c>0-N</c> with N the last byte; some write <c>bytes=0-N</c>. distribution says
    /// <c>0-0</c> of an upload that has nothing, which elsewhere means one byte: that byte is sent again rather than guessed.
    /// </summary>
    /// <returns>Bytes that the registry has; <see langword="null"/> when it does not say.</returns>
    public static long? ReadReceived(HttpResponseMessage response) =>
        response.Headers.NonValidated.TryGetValues("Range", out var values) && Pattern().Match(values.ToString()) is { Success: true } match
            && long.TryParse(match.Groups["last"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var last)
            ? last == 0 ? 0 : last + 1
            : null;

    [GeneratedRegex(@"\A(?:bytes=)?0-(?<last>[0-9]{1,18})\z")]
    private static partial Regex Pattern();
}
