using System.Globalization;
using System.Text;

namespace ChartRelease.Oci;

/// <summary>
/// JSON text whose bytes depend on the data alone. Strings are escaped as RFC 8785 says (<see href="https://www.rfc-editor.org/rfc/rfc8785#section-3.2.2.2"/>):
/// only quotes, backslashes and control characters.
/// </summary>
/// <remarks>
/// The encoders of System.Text.Encodings.Web escape what their runtime's Unicode tables do not know,
/// so the same text would become other bytes, and another digest, under another .NET version.
/// </remarks>
internal static class CanonicalJson
{
    private static readonly UTF8Encoding _strictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Appends a quoted string.</summary>
    public static StringBuilder AppendJsonString(this StringBuilder json, string value)
    {
        json.Append('"');
        foreach (var character in value)
        {
            _ = character switch
            {
                '"' => json.Append("\\\""),
                '\\' => json.Append(@"\\"),
                '\b' => json.Append(@"\b"),
                '\t' => json.Append(@"\t"),
                '\n' => json.Append(@"\n"),
                '\f' => json.Append(@"\f"),
                '\r' => json.Append(@"\r"),
                < ' ' => json.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}"),
                _ => json.Append(character),
            };
        }

        return json.Append('"');
    }

    /// <summary>The UTF-8 bytes, without a byte order mark.</summary>
    /// <exception cref="ChartReleaseException"><see cref="FailureReason.InvalidChart"/>: half a surrogate pair, which UTF-8 cannot hold.</exception>
    public static byte[] ToUtf8(this StringBuilder json)
    {
        try
        {
            return _strictUtf8.GetBytes(json.ToString());
        }
        catch (EncoderFallbackException exception)
        {
            throw new ChartReleaseException(
                FailureReason.InvalidChart,
                "The chart's metadata holds half of a surrogate pair, for example \"\\uD83D\" without its second half.",
                "Text of whole Unicode characters.",
                "Correct the escape sequence in Chart.yaml.",
                exception);
        }
    }
}
