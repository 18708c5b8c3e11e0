using System.Globalization;

namespace ChartRelease.Charts.Archive;

/// <summary>What a tar header says of a file beside its path, size and content, as text: nothing of it is trusted or acted upon.</summary>
/// <param name="Format"><c>ustar</c>, <c>gnu</c> or <c>v7</c>.</param>
/// <param name="Mode">Permissions in octal digits.</param>
/// <param name="UserId">Number of the owner, in octal digits.</param>
/// <param name="GroupId">Number of the group, in octal digits.</param>
/// <param name="UserName">Name of the owner.</param>
/// <param name="GroupName">Name of the group.</param>
/// <param name="ModificationTime">Time of change in UTC, to the second; the digits themselves when they are no time.</param>
public sealed record ArchiveHeader(
    string Format, string Mode, string UserId, string GroupId, string UserName, string GroupName, string ModificationTime)
{
    internal static ArchiveHeader Parse(ReadOnlySpan<byte> block) => new(
        block[257..263].SequenceEqual("ustar\0"u8) ? "ustar" : block[257..262].SequenceEqual("ustar"u8) ? "gnu" : "v7",
        Digits(block[100..108]),
        Digits(block[108..116]),
        Digits(block[116..124]),
        Words(block[265..297]),
        Words(block[297..329]),
        Time(Digits(block[136..148])));

    private static string Digits(ReadOnlySpan<byte> field) => Words(field).Trim().TrimStart('0') is { Length: > 0 } digits ? digits : "0";

    // Latin-1 reads any bytes.
    private static string Words(ReadOnlySpan<byte> field) =>
        System.Text.Encoding.Latin1.GetString(field.IndexOf((byte)0) is >= 0 and var end ? field[..end] : field);

    private static string Time(string octal)
    {
        var seconds = 0L;
        foreach (var digit in octal)
        {
            if (digit is < '0' or > '7')
            {
                return octal;
            }

            seconds = (seconds * 8) + (digit - '0');
        }

        return DateTimeOffset.FromUnixTimeSeconds(seconds).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
    }
}
