using System.IO.Compression;
using System.Security.Cryptography;
using ChartRelease.Charts.Archive.Deflate;
using CsCheck;
using ICSharpCode.SharpZipLib.Zip.Compression;

namespace ChartRelease.Tests.Charts.Archive.Deflate;

public sealed class DeflateEncoderTests
{
    private const int Segment = 128 * 1024;
    private const int Window = Segment + (32 * 1024);

    private static readonly Gen<byte[]> _inputs = Gen.Select(
        Gen.Enum<DeflateInput>(),
        Gen.OneOf(Gen.Int[0, 600], Gen.Int[0, 20_000], Gen.Int[Window - 300, Window + 300], Gen.Int[Window + Segment - 300, Window + Segment + 300]),
        Gen.UInt).Select(DeflateInputs.Make);

    [Fact]
    public void Two_other_programs_read_what_was_written() =>
        _inputs.Sample(
            input =>
            {
                var compressed = Compress(input);
                Assert.Equal(input, ByRuntime(compressed));
                Assert.Equal(input, BySharpZipLib(compressed, input.Length));
            },
            iter: 400);

    [Fact]
    public void How_the_input_is_cut_does_not_matter() =>
        Gen.Select(_inputs, Gen.Int[1, 100_000].Array[1, 5]).Sample(
            (input, cuts) =>
            {
                var encoder = new DeflateEncoder();
                using var output = new MemoryStream();
                for (var (start, turn) = (0, 0); start < input.Length; turn++)
                {
                    var count = Math.Min(cuts[turn % cuts.Length], input.Length - start);
                    encoder.Write(input.AsSpan(start, count), output);
                    start += count;
                }

                encoder.Finish(output);
                Assert.Equal(Compress(input), output.ToArray());
            },
            iter: 100);

    [Fact]
    public void An_encoder_that_was_used_before_writes_the_same()
    {
        var used = new DeflateEncoder();
        Gen.Select(_inputs, Gen.Bool).Sample(
            (input, isWhole) =>
            {
                lock (used)
                {
                    used.Clear();
                    Assert.Equal(Compress(input), Compress(input, used));
                    used.Clear();
                    used.Write(input, Stream.Null); // and is left in the middle
                    if (isWhole)
                    {
                        used.Finish(Stream.Null);
                    }
                }
            },
            iter: 100);
    }

    [Fact]
    public void Noise_grows_by_three_headers_of_five_bytes_for_each_segment_and_no_more() =>
        Gen.Select(Gen.Int[0, 700_000], Gen.UInt).Sample(
            (size, seed) => Assert.InRange(Compress(DeflateInputs.Make(DeflateInput.Noise, size, seed)).Length, 0, size + 1 + (15 * ((size / Segment) + 1))),
            iter: 30);

    [Theory]
    [InlineData(DeflateInput.Zeros, 300)]
    [InlineData(DeflateInput.Text, 4)]
    [InlineData(DeflateInput.Digits, 1.8)]
    public void What_repeats_gets_smaller(DeflateInput kind, double times)
    {
        const int Size = 500_000;
        Assert.True(Compress(DeflateInputs.Make(kind, Size, 1)).Length < Size / times);
    }

    [Fact]
    public void Archives_are_about_as_small_as_those_of_another_compressor()
    {
        // What repeats in text is found: at most 2 % more than SharpZipLib at the level of helm.
        var input = DeflateInputs.Make(DeflateInput.Text, 500_000, 7);
        var (other, output) = (new Deflater(6, noZlibHeaderOrFooter: true), new byte[input.Length]);
        other.SetInput(input);
        other.Finish();

        Assert.InRange(Compress(input).Length, 0, (int)(other.Deflate(output) * 1.02));
    }

    [Fact]
    public void Many_segments_are_read_back()
    {
        var input = DeflateInputs.Make(DeflateInput.Mixed, 10 * Segment, 5);
        Assert.Equal(input, ByRuntime(Compress(input)));
    }

    [Fact]
    public void A_match_reaches_back_almost_32_KiB()
    {
        var pattern = DeflateInputs.Make(DeflateInput.Noise, 400, 1);
        var near = Compress([.. pattern, .. new byte[32_767 - pattern.Length], .. pattern]);
        var far = Compress([.. pattern, .. new byte[32_768 - pattern.Length], .. pattern]);
        Assert.InRange(far.Length - near.Length, 300, 500);
        Assert.Equal(32_768 + pattern.Length, ByRuntime(far).Length);
    }

    [Fact]
    public void The_bytes_never_change()
    {
        // Another hash here means that every chart that anybody released would be built differently from now on.
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var kind in Enum.GetValues<DeflateInput>())
        {
            foreach (var size in (int[])[0, 1, 3, 4, 5, 257, 258, 259, 5_000, Window - 1, Window, Window + 1, 600_000])
            {
                hash.AppendData(Compress(DeflateInputs.Make(kind, size, 1)));
            }
        }

        Assert.Equal("49e6f0ff53088fc8a7794e4d06ad1782c100df9e9f7a12ab5d48c3557d4fc971", Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    private static byte[] Compress(byte[] input, DeflateEncoder? encoder = null)
    {
        encoder ??= new DeflateEncoder();
        using var output = new MemoryStream();
        encoder.Write(input, output);
        encoder.Finish(output);
        return output.ToArray();
    }

    private static byte[] ByRuntime(byte[] compressed)
    {
        using var stream = new DeflateStream(new MemoryStream(compressed), CompressionMode.Decompress);
        using var output = new MemoryStream();
        stream.CopyTo(output);
        return output.ToArray();
    }

    private static byte[] BySharpZipLib(byte[] compressed, int size)
    {
        var inflater = new Inflater(noHeader: true);
        inflater.SetInput(compressed);
        var (output, length) = (new byte[size + 1], 0);
        for (int count; (count = inflater.Inflate(output, length, output.Length - length)) > 0;)
        {
            length += count;
        }

        Assert.Equal((true, 0), (inflater.IsFinished, inflater.RemainingInput));
        return output[..length];
    }
}
