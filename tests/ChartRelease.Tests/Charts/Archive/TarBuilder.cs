using System.IO.Compression;
using System.Text;

namespace ChartRelease.Tests.Charts.Archive;

/// <summary>Builds archives as an attacker or another tool would.</summary>
internal sealed class TarBuilder
{
    private readonly List<byte> _tar = [];

    public static TarBuilder Chart() => new TarBuilder().Add("demo/Chart.yaml", MemoryChartSource.ChartYaml);

    public TarBuilder Add(string name, string content = "", char type = '0', string? magic = null, Action<byte[]>? change = null)
    {
        var bytes = Encoding.UTF8.GetBytes(content);
        var header = new byte[512];
        Encoding.UTF8.GetBytes(name).CopyTo(header, 0);
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

    public TarBuilder Raw(byte[] bytes)
    {
        _tar.AddRange(bytes);
        return this;
    }

    public byte[] Tar(int zeroBlocks = 2) => [.. _tar, .. new byte[512 * zeroBlocks]];

    public byte[] Gzip(int zeroBlocks = 2) => Gzip(Tar(zeroBlocks));

    public static byte[] Gzip(byte[] content)
    {
        using var result = new MemoryStream();
        using (var gzip = new GZipStream(result, CompressionLevel.Optimal))
        {
            gzip.Write(content);
        }

        return result.ToArray();
    }

    private static void Put(byte[] header, int offset, string text) => Encoding.ASCII.GetBytes(text, header.AsSpan(offset));
}
