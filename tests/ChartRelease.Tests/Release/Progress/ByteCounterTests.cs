using ChartRelease.Oci;
using ChartRelease.Release.Progress;
using ChartRelease.Tests.Release.Support;

namespace ChartRelease.Tests.Release.Progress;

public sealed class ByteCounterTests
{
    private readonly List<long> _moved = [];
    private readonly ByteCounter _counter;

    public ByteCounterTests() => _counter = new ByteCounter(_moved.Add);

    [Fact]
    public async Task Every_read_is_counted_and_the_content_is_untouched()
    {
        var blob = _counter.Count(Blob.FromBytes("text/plain", [1, 2, 3, 4, 5]));

        await using var stream = await blob.OpenAsync(ReleaseAssert.Token);
        var buffer = new byte[4];
        var read = await stream.ReadAsync(buffer, ReleaseAssert.Token);
        var rest = await stream.ReadAsync(buffer, ReleaseAssert.Token);
        var end = await stream.ReadAsync(buffer, ReleaseAssert.Token);

        Assert.Equal((4, 1, 0), (read, rest, end));
        Assert.Equal([5, 2, 3, 4], buffer);
        Assert.Equal([4, 5], _moved);
    }

    [Fact]
    public void Reads_that_block_are_counted_too()
    {
        using var stream = new CountingStream(new MemoryStream(new byte[5]), _moved.Add);

        Assert.Equal((3, 2), (stream.Read(new byte[3], 0, 3), stream.Read(new byte[3])));
        Assert.Equal([3, 5], _moved);
    }

    [Fact]
    public async Task A_blob_that_is_opened_again_counts_from_its_start()
    {
        var blob = _counter.Count(Blob.FromBytes("text/plain", new byte[10]));

        await ReadAsync(blob, 7);
        await ReadAsync(blob, 10);

        Assert.Equal([7, 0, 10], _moved);
    }

    [Fact]
    public async Task What_an_abandoned_stream_still_gives_away_does_not_count()
    {
        var blob = _counter.Count(Blob.FromBytes("text/plain", new byte[10]));

        await using var abandoned = await blob.OpenAsync(ReleaseAssert.Token);
        await ReadAsync(blob, 4);
        _ = await abandoned.ReadAsync(new byte[10], ReleaseAssert.Token);

        Assert.Equal([4], _moved);
    }

    [Fact]
    public async Task A_repetition_that_goes_on_where_it_broke_off_has_the_beginning_counted()
    {
        var blob = _counter.Count(Blob.FromBytes("text/plain", new byte[10]));

        await using var stream = await blob.OpenAsync(ReleaseAssert.Token);
        stream.Position = 6;
        _ = await stream.ReadAsync(new byte[10], ReleaseAssert.Token);

        Assert.Equal([6, 10], _moved);
    }

    [Fact]
    public async Task Config_and_archive_of_a_chart_are_added_up()
    {
        var chart = _counter.Count(Packages.Create(archive: "0123456789", config: "{}"));

        await ReadAsync(chart.Config, 2);
        await ReadAsync(chart.Archive, 3);

        Assert.Equal([2, 5], _moved);
    }

    [Fact]
    public async Task The_stream_below_is_closed_with_it()
    {
        var below = new MemoryStream(new byte[3]);
        var blob = _counter.Count(new Blob(Blob.FromBytes("text/plain", new byte[3]).Descriptor, _ => ValueTask.FromResult<Stream>(below)));

        await (await blob.OpenAsync(ReleaseAssert.Token)).DisposeAsync();

        Assert.False(below.CanRead);
    }

    [Fact]
    public void Where_a_blob_stands_already_is_still_known() =>
        Assert.Equal("oci://r/a", _counter.Count(Blob.FromBytes("text/plain", []) with { HeldBy = "oci://r/a" }).HeldBy);

    private static async Task ReadAsync(Blob blob, int count)
    {
        await using var stream = await blob.OpenAsync(ReleaseAssert.Token);
        await stream.ReadExactlyAsync(new byte[count], ReleaseAssert.Token);
    }
}
