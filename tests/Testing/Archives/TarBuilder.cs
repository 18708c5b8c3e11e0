using System.IO.Compression;
using System.Text;

namespace ChartRelease.Testing.Archives;

/// <summary>Builds archives as an attacker or another tool would.</summary>
public sealed class TarBuilder
{
    /// <summary>A small Chart.yaml.</summary>
    public const string ChartYaml = "apiVersion: v2\nname: demo\nversion: 1.2.3\nappVersion: \"1.0\"\n";

    private readonly List<byte> _tar = [];

    /// <summary>A tar that holds a Chart.yaml already.</summary>
    public static TarBuilder Chart() => new TarBuilder().Add("demo/Chart.yaml", ChartYaml);

    /// <summary>Adds an entry with a right checksum.</summary>
    /// <param name="name">Its path; cut after 100 bytes.</param>
    /// <param name="content">Its content.</param>
    /// <param name="type">The type flag.</param>
    /// <param name="magic">What stands in the place of ustar's magic.</param>
    /// <param name="change">Changes the header before the checksum is made.</param>
    public TarBuilder Add(string name, string content = "", char type = '0', string? magic = null, Action<byte[]>? change = null)
    {
        var bytes = Encoding.UTF8.GetBytes(content);
        var header = new byte[512];
        Encoding.UTF8.GetBytes(name).AsSpan(0, Math.Min(Encoding.UTF8.GetByteCount(name), 100)).CopyTo(header);
        Put(header, 100, "0000644\0");
        Put(header, 124, Convert.ToString(bytes.Length, toBase: 8).PadLeft(11, '0') + "\0");
        Put(header, 136, "00000000000\0");
        header[156] = (byte)type;
        Put(header, 257, magic ?? "ustar\0" + "00");
        change?.Invoke(header);
        Put(header, 148, "        ");
        Put(header, 148, Convert.ToString(header.Sum(value => value), toBase: 8).PadLeft(6, '0') + "\0 ");
        return Raw(header).Raw(bytes).Raw(new byte[(512 - (bytes.Length % 512)) % 512]);
    }

    /// <summary>Adds an extended header with one record.</summary>
    public TarBuilder Pax(string key, string value, char type = 'x')
    {
        var rest = $" {key}={value}\n";
        var length = Encoding.UTF8.GetByteCount(rest) + 1;
        while (length != Encoding.UTF8.GetByteCount($"{length}{rest}"))
        {
            length = Encoding.UTF8.GetByteCount($"{length}{rest}");
        }

        return Add("pax", length + rest, type);
    }

    /// <summary>Adds bytes.</summary>
    public TarBuilder Raw(byte[] bytes)
    {
        _tar.AddRange(bytes);
        return this;
    }

    /// <summary>The tar, with this many zero blocks at its end.</summary>
    public byte[] Tar(int zeroBlocks = 2) => [.. _tar, .. new byte[512 * zeroBlocks]];

    /// <summary>The tar, compressed.</summary>
    public byte[] Gzip(int zeroBlocks = 2) => Gzip(Tar(zeroBlocks));

    /// <summary>Compresses bytes.</summary>
    public static byte[] Gzip(byte[] content, CompressionLevel level = CompressionLevel.Optimal)
    {
        using var result = new MemoryStream();
        using (var gzip = new GZipStream(result, level))
        {
            gzip.Write(content);
        }

        return result.ToArray();
    }

    private static void Put(byte[] header, int offset, string text) => Encoding.ASCII.GetBytes(text, header.AsSpan(offset));
}
