using System.IO.Compression;
using CsCheck;

namespace ChartRelease.Testing.Archives;

/// <summary>Archives for a reader to refuse, or not: sound ones, changed in the tar, in the compressed bytes, or in what stands around them.</summary>
public static class ArchiveInputs
{
    private static readonly byte[][] Corpus =
    [
        TarBuilder.Chart().Tar(),
        TarBuilder.Chart().Add("demo/values.yaml", "a: 1\n").Add("demo/templates/config.yaml", new string('x', 700)).Tar(),
        new TarBuilder().Add("demo/", type: '5').Add("demo/Chart.yaml", TarBuilder.ChartYaml).Add("demo/templates/", type: '5').Add("demo/templates/a.yaml").Tar(),
        TarBuilder.Chart().Pax("path", $"demo/{new string('n', 150)}é.txt").Add("demo/n", "long").Tar(),
        TarBuilder.Chart().Pax("size", "3").Add("demo/n", "abc").Tar(),
        TarBuilder.Chart().Add("././@LongLink", $"demo/{new string('g', 120)}\0", 'L', "ustar  \0").Add("demo/g", "gnu", magic: "ustar  \0").Tar(),
        new TarBuilder().Pax("comment", "0123456789012345678901234567890123456789", 'g').Add("demo/Chart.yaml", TarBuilder.ChartYaml).Tar(20),
        TarBuilder.Chart().Add("demo/zeros", new string('\0', 60_000)).Tar(),
    ];

    private static readonly Gen<byte[]> Tails = Gen.OneOf(
        Gen.Const(Array.Empty<byte>()),
        Gen.Const(Array.Empty<byte>()),
        Gen.Const(Array.Empty<byte>()),
        Gen.Byte.Array[1, 40],
        Gen.Const(TarBuilder.Gzip([])),
        Gen.Const(TarBuilder.Chart().Gzip()));

    private static readonly Gen<byte[]> OfTars =
        from tar in Gen.OneOf(Corpus)
        from changes in TarChange.Any.Array[0, 4]
        from mend in Gen.Int[0, 4]
        from level in Gen.OneOf(CompressionLevel.NoCompression, CompressionLevel.NoCompression, CompressionLevel.Fastest, CompressionLevel.Optimal)
        from tail in Tails
        let changed = changes.Aggregate(tar, static (bytes, change) => change.Apply(bytes))
        select (byte[])[.. TarBuilder.Gzip(mend > 0 ? TarChange.WithChecksums(changed) : changed, level), .. tail];

    private static readonly Gen<byte[]> OfGzips =
        from tar in Gen.OneOf(Corpus)
        from level in Gen.OneOf(CompressionLevel.Fastest, CompressionLevel.Optimal)
        from changes in ByteChange.Any.Array[1, 4]
        select changes.Aggregate(TarBuilder.Gzip(tar, level), static (bytes, change) => change.Apply(bytes));

    /// <summary>The inputs: four of five with a change in the tar, one with a change in the compressed bytes.</summary>
    public static Gen<byte[]> All { get; } = Gen.Frequency((4, OfTars), (1, OfGzips));
}
