using System.Globalization;
using System.Text;

namespace ChartRelease.Charts.Archive;

/// <summary>The records of a pax extended header; only those that change which bytes a path has are read.</summary>
internal static class TarPax
{
    public static void Read(ReadOnlySpan<byte> records, ref string? path, ref long? size)
    {
        while (records.Length > 0)
        {
            var space = records.IndexOf((byte)' ');
            if (space < 1 || !int.TryParse(records[..space], NumberStyles.None, CultureInfo.InvariantCulture, out var length)
                || length <= space + 1 || length > records.Length || records[length - 1] != '\n')
            {
                throw Malformed();
            }

            var record = records[(space + 1)..(length - 1)];
            records = records[length..];
            var equals = record.IndexOf((byte)'=');
            var value = equals < 1 ? throw Malformed() : record[(equals + 1)..];
            switch (Encoding.UTF8.GetString(record[..equals]))
            {
                case "path":
                    path = value.Contains((byte)0) ? throw Malformed() : TarFields.Text(value);
                    break;
                case "size":
                    size = long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw Malformed();
                    break;
                case "linkpath":
                    throw ArchiveRefusal.Because(ArchiveFault.Link, "An extended header names the target of a link.");
                case var key when key.StartsWith("GNU.sparse", StringComparison.Ordinal):
                    throw ArchiveRefusal.Because(ArchiveFault.UnsupportedEntry, "It holds a sparse file.");
                default:
                    break;
            }
        }
    }

    private static ChartReleaseException Malformed() => ArchiveRefusal.Because(ArchiveFault.NotTar, "A pax header is malformed.");
}
