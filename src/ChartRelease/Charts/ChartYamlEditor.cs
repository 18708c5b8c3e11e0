using System.Text;
using ChartRelease.Charts.Yaml;

namespace ChartRelease.Charts;

/// <summary>
/// Sets <c>version</c> and <c>appVersion</c> of a Chart.yaml without touching any other byte: quotes, comments, order, line ends, byte
/// order mark and a missing line end at the end of the file stay as they are.
/// </summary>
public static class ChartYamlEditor
{
    /// <summary>Returns the file with the new values; a <see langword="null"/> value stays as it is.</summary>
    /// <param name="content">The bytes of Chart.yaml.</param>
    /// <param name="file">Path relative to the repository root, for messages.</param>
    /// <param name="version">The new chart version; whether it is a Semantic Version is the caller's concern.</param>
    /// <param name="appVersion">The new application version; added in quotes after <c>version</c> when the file has none.</param>
    /// <returns>
    /// The new bytes. A plain scalar gets double quotes when YAML would read the new value as something other than that text
    /// (<c>1.10</c> is the number 1.1).
    /// </returns>
    /// <exception cref="ChartReleaseException">
    /// <see cref="FailureReason.InvalidChart"/>: the file is not valid, or the value cannot be edited exactly (anchor, alias, tag, several
    /// lines, flow mapping). <see cref="FailureReason.InvalidVersion"/>: the new value is empty or holds control characters.
    /// </exception>
    public static byte[] Edit(ReadOnlyMemory<byte> content, string file, string? version, string? appVersion)
    {
        var before = YamlDocument.Parse(content, file);
        var place = new ChartYamlPlaces(before);
        var edits = new List<TextEdit>();
        if (version is not null)
        {
            edits.Add(place.Replace("version", ChartYamlScalar.Check(version)));
        }

        if (appVersion is not null)
        {
            edits.Add(place.Has("appVersion")
                ? place.Replace("appVersion", ChartYamlScalar.Check(appVersion))
                : place.AddAfter("version", "appVersion", ChartYamlScalar.Check(appVersion)));
        }

        var after = Encoding.UTF8.GetBytes(TextEdit.Apply(before.Text, edits));
        byte[] result = before.HasByteOrderMark ? [.. Encoding.UTF8.Preamble, .. after] : after;
        ChartYamlEditCheck.Verify(before, YamlDocument.Parse(result, file), version, appVersion);
        return result;
    }
}
