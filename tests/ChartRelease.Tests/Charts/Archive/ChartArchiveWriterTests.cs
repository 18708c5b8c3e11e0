using System.Formats.Tar;
using System.IO.Compression;
using ChartRelease.Charts;
using ChartRelease.Charts.Archive;
using CsCheck;

namespace ChartRelease.Tests.Charts.Archive;

public sealed class ChartArchiveWriterTests
{
    private static byte[] Write(Chart chart)
    {
        using var stream = new MemoryStream();
        ChartArchiveWriter.Write(chart, stream, TestContext.Current.CancellationToken);
        return stream.ToArray();
    }

    [Fact]
    public void The_bytes_of_a_known_chart_never_change()
    {
        using var stream = new MemoryStream();
        var written = ChartArchiveWriter.Write(MemoryChartSource.Demo().Add($"files/{new string('n', 120)}é.txt", "long").Read(), stream, TestContext.Current.CancellationToken);

        // A change here changes the digest of every chart that anybody releases again.
        Assert.Equal("d470b4f4cfeb66df889d55263a7fed1d12bd96d32b350d4faa5c13180f1f7e89", written.Sha256);
        Assert.Equal(stream.Length, written.Size);
        Assert.Equal(written.Sha256, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(stream.ToArray())));
    }

    [Fact]
    public void The_order_in_which_a_source_lists_files_does_not_matter()
    {
        var one = new MemoryChartSource().Add("values.yaml", "a: 1").Add("Chart.yaml", MemoryChartSource.ChartYaml).Add("B", "").Add("a", "");
        var two = new MemoryChartSource().Add("a", "").Add("B", "").Add("Chart.yaml", MemoryChartSource.ChartYaml).Add("values.yaml", "a: 1");
        Assert.Equal(["Chart.yaml", "B", "a", "values.yaml"], one.Read().Files.Select(file => file.Path));
        Assert.Equal(Write(one.Read()), Write(two.Read()));
    }

    [Fact]
    public void The_sizes_in_which_a_source_gives_bytes_do_not_matter() =>
        Gen.Select(Gen.Int[1, 5_000], Gen.Int[0, 200_000], Gen.UInt).Sample(
            (readSize, size, seed) =>
            {
                var content = Compressible(size, seed);
                var whole = MemoryChartSource.Demo().Add("files/data", content);
                var pieces = new MemoryChartSource { ReadSize = readSize };
                foreach (var file in whole.List(MemoryChartSource.Folder))
                {
                    using var stream = new MemoryStream();
                    whole.Open(file).CopyTo(stream);
                    pieces.Add(file.Path, stream.ToArray());
                }

                Assert.Equal(Write(whole.Read()), Write(pieces.Read()));
            },
            iter: 50);

    [Fact]
    public void The_runtimes_own_readers_agree_on_every_entry()
    {
        var names = new[] { "short", new string('a', 100), $"{new string('d', 120)}/{new string('n', 90)}", new string('x', 101), $"ä/{new string('ö', 200)}", "😀" };
        var source = MemoryChartSource.Demo();
        foreach (var name in names)
        {
            source.Add($"files/{name}", name);
        }

        using var gzip = new GZipStream(new MemoryStream(Write(source.Read())), CompressionMode.Decompress);
        using var tar = new TarReader(gzip);
        var seen = new List<string>();
        while (tar.GetNextEntry() is { } entry)
        {
            seen.Add(entry.Name);
            Assert.Equal((TarEntryType.RegularFile, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead), (entry.EntryType, entry.Mode));
            Assert.Equal((0, 0, DateTimeOffset.UnixEpoch.AddYears(10)), (entry.Uid, entry.Gid, entry.ModificationTime));
            Assert.True(entry is PosixTarEntry { UserName: "", GroupName: "" });
            if (entry.Name.StartsWith("demo/files/", StringComparison.Ordinal))
            {
                using var reader = new StreamReader(entry.DataStream ?? Stream.Null);
                Assert.Equal(entry.Name["demo/files/".Length..], reader.ReadToEnd());
            }
        }

        Assert.Equal(source.Read().Files.Select(file => $"demo/{file.Path}"), seen);
    }

    [Fact]
    public void What_is_written_is_read_back_whatever_the_files_are()
    {
        var segment = Gen.String[Gen.Char["abcXYZ019._- äß€"], 1, 40].Where(text => text.Trim('.', ' ').Length > 0);
        var path = segment.Array[1, 8].Select(segments => string.Join('/', segments));
        Gen.Select(path, Gen.Int[0, 3_000], Gen.UInt).Array[0, 8].Sample(
            files =>
            {
                var source = MemoryChartSource.Demo();
                foreach (var (index, (name, size, seed)) in files.Index())
                {
                    source.Add($"files/{index}/{name}", Compressible(size, seed));
                }

                var chart = source.Read();
                var expected = ArchiveFile.Of(chart).ToList();
                Assert.Equal(expected, ArchiveFile.Of(new MemoryStream(Write(chart))));
                Assert.Empty(ArchiveComparison.Compare(expected, ArchiveFile.Of(chart)));
            },
            iter: 200);
    }

    [Theory]
    [InlineData("a", "A")]
    [InlineData("d/a", "D/b")]
    [InlineData("files/é", "files/É")]
    [InlineData("a", "a/b")]
    [InlineData("back\\slash", "x")]
    [InlineData("c:x", "x")]
    [InlineData("line\nbreak", "x")]
    public void Paths_that_do_not_mean_the_same_everywhere_are_refused(string first, string second)
    {
        var chart = MemoryChartSource.Demo().Add(first, "1").Add(second, "2").Read();
        Assert.Equal(FailureReason.InvalidChart, Assert.Throws<ChartReleaseException>(() => Write(chart)).Reason);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public void A_file_that_changes_its_size_while_it_is_read_is_refused(int by)
    {
        var chart = MemoryChartSource.Demo().Read();
        chart = chart with { Files = [.. chart.Files.Select(file => file with { Size = file.Size + by })] };
        Assert.Equal(FailureReason.InvalidChart, Assert.Throws<ChartReleaseException>(() => Write(chart)).Reason);
    }

    [Fact]
    public void A_large_file_does_not_grow_the_memory()
    {
        var chart = MemoryChartSource.Demo().Read();
        chart = chart with { Files = [.. chart.Files, new SourceFile("large", 48L << 20, "large")], Source = new LargeFile(chart.Source) };
        var before = GC.GetAllocatedBytesForCurrentThread();
        ChartArchiveWriter.Write(chart, Stream.Null, TestContext.Current.CancellationToken);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 4 << 20);
    }

    [Fact]
    public void A_write_that_fails_in_the_middle_leaves_nothing_to_the_next()
    {
        var chart = MemoryChartSource.Demo().Add("files/data", Compressible(400_000, 3)).Read();
        var expected = Write(chart);
        for (var turn = 0; turn < 3; turn++)
        {
            Assert.Throws<NotSupportedException>(() => ChartArchiveWriter.Write(chart, new MemoryStream(new byte[1_000 * turn]), TestContext.Current.CancellationToken));
            Assert.Equal(expected, Write(chart));
        }
    }

    [Fact]
    public void Many_archives_at_once_are_as_each_alone()
    {
        var charts = Enumerable.Range(0, 12).Select(index => MemoryChartSource.Demo().Add("files/data", Compressible(40_000 * index, (uint)index)).Read()).ToList();
        var expected = charts.ConvertAll(Write);
        var written = new byte[charts.Count][];
        Parallel.For(0, charts.Count, index => written[index] = Write(charts[index]));
        Assert.Equal(expected, written);
    }

    [Fact]
    public void A_version_for_one_build_changes_metadata_and_archive_together()
    {
        var chart = ChartVersionOverride.Apply(MemoryChartSource.Demo().Read(), "2.0.0-dev.1", "v9");
        Assert.Equal(("2.0.0-dev.1", "v9"), (chart.Version, chart.Metadata.AppVersion));
        var entry = ChartArchiveReader.Read(new MemoryStream(Write(chart))).First();
        using var reader = new StreamReader(entry.Content);
        Assert.Equal("apiVersion: v2\nname: demo\nversion: 2.0.0-dev.1\nappVersion: \"v9\"\n", reader.ReadToEnd());
    }

    private static byte[] Compressible(int size, uint seed)
    {
        var content = new byte[size];
        for (var index = 0; index < size; index++)
        {
            seed = (seed * 1_664_525) + 1_013_904_223;
            content[index] = index > 300 && (seed & 0x30000) != 0 ? content[index - 1 - (int)(seed >> 24)] : (byte)(seed >> 20);
        }

        return content;
    }

    private sealed class LargeFile(IChartSource inner) : IChartSource
    {
        public IReadOnlyList<SourceFile> List(string folder) => inner.List(folder);

        public Stream Open(SourceFile file) => file.Id == "large" ? new Zeros(file.Size) : inner.Open(file);

        private sealed class Zeros(long size) : Stream
        {
            private long _position;

            public override bool CanRead => true;

            public override bool CanSeek => false;

            public override bool CanWrite => false;

            public override long Length => size;

            public override long Position { get => _position; set => throw new NotSupportedException(); }

            public override int Read(byte[] buffer, int offset, int count)
            {
                var read = (int)Math.Min(count, size - _position);
                Array.Clear(buffer, offset, read);
                _position += read;
                return read;
            }

            public override void Flush()
            {
            }

            public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

            public override void SetLength(long value) => throw new NotSupportedException();

            public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
        }
    }
}
