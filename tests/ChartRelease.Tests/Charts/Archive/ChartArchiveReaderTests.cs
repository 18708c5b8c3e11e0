using System.Collections.Concurrent;
using System.Formats.Tar;
using System.IO.Compression;
using ChartRelease.Charts.Archive;
using ChartRelease.Testing.Archives;
using CsCheck;

namespace ChartRelease.Tests.Charts.Archive;

public sealed class ChartArchiveReaderTests
{
    private static List<string> Paths(byte[] archive, ArchiveLimits? limits = null) =>
        [.. ChartArchiveReader.Read(new MemoryStream(archive), limits).Select(entry => entry.Path)];

    private static ArchiveFault Refuse(byte[] archive, ArchiveLimits? limits = null)
    {
        var exception = Assert.Throws<ChartReleaseException>(() => Paths(archive, limits));
        Assert.Equal(FailureReason.InvalidChart, exception.Reason);
        return Assert.IsType<ArchiveFaultException>(exception.InnerException).Fault;
    }

    [Theory]
    [InlineData("/demo/x", ArchiveFault.AbsolutePath)]
    [InlineData("demo/../../x", ArchiveFault.ParentPath)]
    [InlineData("demo/a/..", ArchiveFault.ParentPath)]
    [InlineData("..", ArchiveFault.ParentPath)]
    [InlineData("demo/C:/x", ArchiveFault.DrivePath)]
    [InlineData("C:x", ArchiveFault.DrivePath)]
    [InlineData("demo\\x", ArchiveFault.InvalidPath)]
    [InlineData("demo//x", ArchiveFault.InvalidPath)]
    [InlineData("demo/./x", ArchiveFault.InvalidPath)]
    [InlineData("demo/x\n", ArchiveFault.InvalidPath)]
    [InlineData("", ArchiveFault.InvalidPath)]
    [InlineData("demo/Chart.yaml", ArchiveFault.Duplicate)]
    [InlineData("demo/Chart.yaml/x", ArchiveFault.Duplicate)]
    [InlineData("demo/chart.YAML", ArchiveFault.CaseCollision)]
    [InlineData("other/x", ArchiveFault.OutsideChartFolder)]
    [InlineData("x", ArchiveFault.OutsideChartFolder)]
    [InlineData("demo", ArchiveFault.OutsideChartFolder)]
    [InlineData("demo/.. /x", ArchiveFault.ParentPath)]
    [InlineData("demo/.../x", ArchiveFault.ParentPath)]
    [InlineData("demo/ /x", ArchiveFault.InvalidPath)]
    public void A_path_that_is_not_safe_is_refused(string path, ArchiveFault fault) =>
        Assert.Equal(fault, Refuse(TarBuilder.Chart().Add(path).Gzip()));

    [Theory]
    [InlineData('1', ArchiveFault.Link)]
    [InlineData('2', ArchiveFault.Link)]
    [InlineData('3', ArchiveFault.Device)]
    [InlineData('4', ArchiveFault.Device)]
    [InlineData('6', ArchiveFault.Device)]
    [InlineData('7', ArchiveFault.UnsupportedEntry)]
    [InlineData('S', ArchiveFault.UnsupportedEntry)]
    [InlineData('K', ArchiveFault.UnsupportedEntry)]
    public void An_entry_that_is_no_plain_file_is_refused(char type, ArchiveFault fault) =>
        Assert.Equal(fault, Refuse(TarBuilder.Chart().Add("demo/x", type: type).Gzip()));

    [Fact]
    public void A_path_hidden_in_a_pax_header_is_checked() =>
        Assert.Equal(ArchiveFault.ParentPath, Refuse(TarBuilder.Chart().Pax("path", "demo/../../x").Add("demo/x").Gzip()));

    [Fact]
    public void A_path_hidden_in_a_gnu_header_is_checked() =>
        Assert.Equal(ArchiveFault.AbsolutePath, Refuse(TarBuilder.Chart().Add("././@LongLink", "/etc/passwd\0", 'L').Add("demo/x").Gzip()));

    [Fact]
    public void A_link_hidden_in_a_pax_header_is_refused() =>
        Assert.Equal(ArchiveFault.Link, Refuse(TarBuilder.Chart().Pax("linkpath", "/etc/passwd").Add("demo/x").Gzip()));

    [Theory]
    [InlineData("demo/../x/", ArchiveFault.ParentPath)]
    [InlineData("/", ArchiveFault.AbsolutePath)]
    [InlineData("other/", ArchiveFault.OutsideChartFolder)]
    [InlineData("demo/Chart.yaml/", ArchiveFault.Duplicate)]
    [InlineData("demo/CHART.yaml", ArchiveFault.CaseCollision)]
    [InlineData("Demo/", ArchiveFault.OutsideChartFolder)]
    public void A_folder_is_held_to_the_same_rules(string path, ArchiveFault fault) =>
        Assert.Equal(fault, Refuse(TarBuilder.Chart().Add(path, type: '5').Gzip()));

    [Fact]
    public void Folders_may_stand_before_what_they_hold_and_again() => Assert.Equal(
        ["Chart.yaml", "a/b"],
        Paths(new TarBuilder().Add("demo/", type: '5').Add("demo/a/", type: '5').Add("demo/Chart.yaml").Add("demo/a/b").Add("demo/a", type: '5').Gzip()));

    [Fact]
    public void A_folder_with_content_is_refused() =>
        Assert.Equal(ArchiveFault.NotTar, Refuse(TarBuilder.Chart().Add("demo/a/", "hidden", '5').Gzip()));

    [Theory]
    [InlineData("path", "demo/a", ArchiveFault.UnsupportedEntry)]
    [InlineData("size", "0", ArchiveFault.UnsupportedEntry)]
    [InlineData("linkpath", "/etc/passwd", ArchiveFault.Link)]
    public void A_global_header_that_changes_files_is_refused(string key, string value, ArchiveFault fault) =>
        Assert.Equal(fault, Refuse(TarBuilder.Chart().Pax(key, value, 'g').Add("demo/x").Gzip()));

    [Fact]
    public void A_global_header_that_git_writes_is_skipped() =>
        Assert.Equal(["Chart.yaml"], Paths(new TarBuilder().Pax("comment", "0123456789012345678901234567890123456789", 'g').Add("demo/Chart.yaml").Gzip()));

    [Theory]
    [InlineData("path")]
    [InlineData("size")]
    public void A_header_that_stands_before_no_file_is_refused(string key) =>
        Assert.Equal(ArchiveFault.NotTar, Refuse(TarBuilder.Chart().Pax(key, "1").Gzip()));

    [Theory]
    [InlineData(1020, 1)]
    [InlineData(2, 64)]
    public void A_path_that_no_file_system_takes_is_refused(int length, int depth) => Assert.Equal(
        ArchiveFault.PathTooLong,
        Refuse(TarBuilder.Chart().Pax("path", "demo/" + string.Join('/', Enumerable.Repeat(new string('n', length), depth))).Add("demo/x").Gzip()));

    [Fact]
    public void The_memory_for_deeply_nested_paths_is_bounded()
    {
        var tar = TarBuilder.Chart();
        for (var index = 0; index < 500; index++)
        {
            tar.Pax("path", $"demo/{index}/" + string.Join('/', Enumerable.Repeat("n", 61))).Add("demo/x");
        }

        var archive = tar.Gzip();
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Equal(501, Paths(archive).Count);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 64 << 20);
    }

    [Fact]
    public void A_path_that_is_not_utf8_is_refused() =>
        Assert.Equal(ArchiveFault.InvalidPath, Refuse(TarBuilder.Chart().Add("demo/x", change: header => header[6] = 0xff).Gzip()));

    [Fact]
    public void A_chart_without_chart_yaml_is_refused() => Assert.Equal(ArchiveFault.NoChartYaml, Refuse(new TarBuilder().Add("demo/x").Gzip()));

    [Fact]
    public void An_empty_tar_is_refused() => Assert.Equal(ArchiveFault.NoChartYaml, Refuse(new TarBuilder().Gzip()));

    [Fact]
    public void A_second_gzip_member_is_refused() =>
        Assert.Equal(ArchiveFault.ConcatenatedMember, Refuse([.. TarBuilder.Chart().Gzip(), .. TarBuilder.Gzip("hidden"u8.ToArray())]));

    [Theory]
    [InlineData("00")]
    [InlineData("1f")]
    [InlineData("1f00")]
    public void Bytes_after_the_end_are_refused(string bytes) =>
        Assert.Equal(ArchiveFault.TrailingData, Refuse([.. TarBuilder.Chart().Gzip(), .. Convert.FromHexString(bytes)]));

    [Fact]
    public void Bytes_after_the_tar_are_refused() =>
        Assert.Equal(ArchiveFault.TrailingData, Refuse(TarBuilder.Gzip([.. TarBuilder.Chart().Tar(), .. "hidden"u8])));

    [Fact]
    public void A_second_tar_behind_the_end_of_the_first_is_refused() =>
        Assert.Equal(ArchiveFault.TrailingData, Refuse(TarBuilder.Gzip([.. TarBuilder.Chart().Tar(), .. TarBuilder.Chart().Tar()])));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void A_tar_without_its_end_is_refused(int zeroBlocks) =>
        Assert.Equal(ArchiveFault.Truncated, Refuse(TarBuilder.Chart().Gzip(zeroBlocks)));

    [Fact]
    public void A_wrong_header_checksum_is_refused()
    {
        var tar = TarBuilder.Chart().Tar();
        tar[0] ^= 1;
        Assert.Equal(ArchiveFault.NotTar, Refuse(TarBuilder.Gzip(tar)));
    }

    [Fact]
    public void Something_that_is_not_gzip_is_refused() => Assert.Equal(ArchiveFault.NotGzip, Refuse(TarBuilder.Chart().Tar()));

    [Fact]
    public void Every_truncation_is_noticed()
    {
        var archive = TarBuilder.Chart().Gzip();
        for (var length = 0; length < archive.Length; length++)
        {
            Assert.Equal(ArchiveFault.Truncated, Refuse(archive[..length]));
        }
    }

    [Fact]
    public void A_flipped_bit_never_gives_other_content()
    {
        var archive = TarBuilder.Chart().Add("demo/values.yaml", "a: 1").Gzip();
        var expected = ArchiveFile.Of(new MemoryStream(archive)).ToList();
        Gen.Select(Gen.Int[0, archive.Length - 1], Gen.Int[0, 7]).Sample((index, bit) =>
        {
            byte[] changed = [.. archive];
            changed[index] ^= (byte)(1 << bit);
            try
            {
                // Some bits carry no content: the time in the gzip header, codes that deflate declares and does not use.
                Assert.Equal(expected, ArchiveFile.Of(new MemoryStream(changed)).ToList());
            }
            catch (ChartReleaseException exception)
            {
                Assert.IsType<ArchiveFaultException>(exception.InnerException);
            }
        });
    }

    [Fact]
    public void Whatever_the_input_the_reader_answers_lets_nothing_escape_and_takes_little_memory()
    {
        // bench/fuzz gives it a million.
        var faults = new ConcurrentDictionary<string, int>();
        ArchiveInputs.All.Sample(input => faults.AddOrUpdate(ArchiveJudge.Judge(input)?.ToString() ?? "none", 1, static (_, count) => count + 1), iter: 10_000);

        // The inputs reach most of what there is to reach.
        Assert.True(faults.Count >= 15 && faults.ContainsKey("none"), string.Join(", ", faults));
    }

    [Fact]
    public void The_declared_limits_hold()
    {
        var archive = TarBuilder.Chart().Add("demo/a", new string('a', 100_000)).Add("demo/b").Gzip();
        Assert.Equal(["Chart.yaml", "a", "b"], Paths(archive));
        Assert.Equal(ArchiveFault.TooManyEntries, Refuse(archive, new ArchiveLimits { MaximumEntries = 2 }));
        Assert.Equal(ArchiveFault.TooLarge, Refuse(archive, new ArchiveLimits { MaximumEntrySize = 99_999 }));
        Assert.Equal(ArchiveFault.TooLarge, Refuse(archive, new ArchiveLimits { MaximumSize = 100_000 }));
        Assert.Equal(ArchiveFault.RatioExceeded, Refuse(archive, new ArchiveLimits { MaximumRatio = 50, RatioFreeSize = 1_000 }));
    }

    [Fact]
    public void A_compression_bomb_is_stopped_by_the_defaults()
    {
        using var bomb = new MemoryStream();
        using (var gzip = new GZipStream(bomb, CompressionLevel.Optimal, leaveOpen: true))
        {
            gzip.Write(TarBuilder.Chart().Tar(zeroBlocks: 0));
            gzip.Write(new byte[64 << 20]);
        }

        Assert.Equal(ArchiveFault.RatioExceeded, Refuse(bomb.ToArray()));
    }

    [Theory]
    [InlineData(TarEntryFormat.V7)]
    [InlineData(TarEntryFormat.Ustar)]
    [InlineData(TarEntryFormat.Pax)]
    [InlineData(TarEntryFormat.Gnu)]
    public void Archives_of_other_tools_are_read(TarEntryFormat format)
    {
        var name = "demo/" + (format == TarEntryFormat.V7 ? new string('n', 80) : $"{new string('d', 60)}/{new string('n', 80)}");
        using var tar = new MemoryStream();
        using (var writer = new TarWriter(tar, format, leaveOpen: true))
        {
            foreach (var path in new[] { "demo/Chart.yaml", name })
            {
                var type = format == TarEntryFormat.V7 ? TarEntryType.V7RegularFile : TarEntryType.RegularFile;
                TarEntry entry = format switch
                {
                    TarEntryFormat.V7 => new V7TarEntry(type, path),
                    TarEntryFormat.Ustar => new UstarTarEntry(type, path),
                    TarEntryFormat.Pax => new PaxTarEntry(type, path),
                    _ => new GnuTarEntry(type, path),
                };
                entry.DataStream = new MemoryStream("x"u8.ToArray());
                writer.WriteEntry(entry);
            }
        }

        Assert.Equal(["Chart.yaml", name["demo/".Length..]], Paths(TarBuilder.Gzip(tar.ToArray())));
    }

    [Fact]
    public void Content_that_nobody_reads_is_skipped() =>
        Assert.Equal(["Chart.yaml", "a", "b"], Paths(TarBuilder.Chart().Add("demo/a", new string('x', 2_000)).Add("demo/b", "y").Gzip()));

    [Fact]
    public void Differences_are_named_by_file()
    {
        static IEnumerable<ArchiveFile> Files(params string[] files) => files.Select(file => new ArchiveFile(file[..^1], 1, file[^1..]));
        Assert.Equal(
            [new("Chart.yaml", FileChange.Changed), new("a", FileChange.Removed), new("c", FileChange.Added)],
            ArchiveComparison.Compare(Files("a1", "b1", "Chart.yaml1"), Files("c1", "Chart.yaml2", "b1")));
    }
}
