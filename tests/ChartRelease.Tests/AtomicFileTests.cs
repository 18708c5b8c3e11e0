using ChartRelease.Testing;

namespace ChartRelease.Tests;

public sealed class AtomicFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_file_is_written_with_the_folders_it_needs_and_nothing_else()
    {
        var path = _folder.Combine("a/b/file.txt");

        AtomicFile.Write(path, "one"u8);
        Assert.Equal("one", await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken));
        await AtomicFile.WriteAsync(path, "two"u8.ToArray(), TestContext.Current.CancellationToken);
        Assert.Equal("two", await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken));
        AtomicFile.Write(path, stream => stream.Write("three"u8));
        Assert.Equal("three", await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken));

        Assert.Equal([path], Directory.GetFiles(_folder.Path, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task After_a_failure_the_old_content_stands_and_no_temporary_file()
    {
        var path = _folder.Write("file.txt", "old");

        await Assert.ThrowsAsync<InvalidTimeZoneException>(() => AtomicFile.WriteAsync(
            path,
            async (stream, token) =>
            {
                await stream.WriteAsync(new byte[200_000], token);
                throw new InvalidTimeZoneException();
            },
            TestContext.Current.CancellationToken));

        Assert.Equal("old", await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken));
        Assert.Single(Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public void What_killed_writes_of_a_file_left_is_deleted_and_nothing_else()
    {
        var path = _folder.Write("file.txt", "x");
        string[] others = [path, _folder.Write(".file.txt.mine.tmp", "x"), AtomicFile.TemporaryPath(_folder.Combine("other.txt"))];
        File.WriteAllText(others[2], "x");
        File.WriteAllText(AtomicFile.TemporaryPath(path), "x");

        AtomicFile.DeleteLeftovers(path);

        Assert.Equal(others.Order(StringComparer.Ordinal), Directory.GetFiles(_folder.Path).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_cancelled_write_leaves_the_old_content()
    {
        var path = _folder.Write("file.txt", "old");
        using var source = new CancellationTokenSource();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => AtomicFile.WriteAsync(
            path,
            async (stream, _) =>
            {
                await stream.WriteAsync("new"u8.ToArray(), CancellationToken.None);
                await source.CancelAsync();
            },
            source.Token));

        Assert.Equal("old", await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken));
        Assert.Single(Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public void The_failure_of_a_source_is_not_taken_for_one_of_the_disk()
    {
        var failure = new IOException("The connection was reset.");

        Assert.Same(failure, Assert.Throws<IOException>(() => AtomicFile.Write(_folder.Combine("file"), _ => throw failure)));
    }

    [Fact]
    public void The_folders_that_a_write_changes_are_known_from_the_lowest_up()
    {
        Assert.Equal(
            [_folder.Combine("a/b"), _folder.Combine("a"), _folder.Path],
            FolderFlush.Create(_folder.Combine("a/b")));
        Assert.Equal([_folder.Combine("a/b")], FolderFlush.Create(_folder.Combine("a/b")));
    }

    [Fact]
    public void A_folder_is_flushed_and_a_missing_one_is_an_error()
    {
        FolderFlush.Run(_folder.Path);

        // Windows needs no flush, and so looks at nothing.
        if (!OperatingSystem.IsWindows())
        {
            Assert.Throws<IOException>(() => FolderFlush.Run(_folder.Combine("missing")));
        }
    }

    [Fact]
    public void A_folder_that_cannot_be_made_is_named()
    {
        var file = _folder.Write("file", "");
        var path = Path.Combine(file, "below");

        var exception = Assert.Throws<ChartReleaseException>(() => AtomicFile.Write(path, "x"u8));

        Assert.Equal(FailureReason.CannotWrite, exception.Reason);
        Assert.Contains(path, exception.Failure.Found, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_in_the_way_is_a_failure_to_write()
    {
        Directory.CreateDirectory(_folder.Combine("taken/inside"));

        Assert.Equal(
            FailureReason.CannotWrite,
            Assert.Throws<ChartReleaseException>(() => AtomicFile.Write(_folder.Combine("taken"), "x"u8)).Reason);
        Assert.Single(Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public async Task A_full_disk_is_said_to_be_full()
    {
        using var full = new WriteFailureStream(new FullDisk(), "artifacts/app-1.0.0.tgz");

        var failures = new[]
        {
            Assert.Throws<ChartReleaseException>(() => full.Write([1])),
            await Assert.ThrowsAsync<ChartReleaseException>(() => full.WriteAsync(new byte[1], TestContext.Current.CancellationToken).AsTask()),
            Assert.Throws<ChartReleaseException>(full.Flush),
            await Assert.ThrowsAsync<ChartReleaseException>(() => full.FlushAsync(TestContext.Current.CancellationToken)),
        };

        Assert.All(failures, exception => Assert.Equal(FailureReason.CannotWrite, exception.Reason));
        Assert.All(failures, exception => Assert.Contains("artifacts/app-1.0.0.tgz cannot be written: the disk is full.", exception.Failure.Found, StringComparison.Ordinal));
    }

    [Fact]
    public void The_full_device_of_the_kernel_is_recognized()
    {
        // Where there is no such device, the stand-in at least keeps the test honest about the message.
        Stream device = File.Exists("/dev/full") ? new FileStream("/dev/full", FileMode.Open, FileAccess.Write, FileShare.Write, 0) : new FullDisk();
        using var full = new WriteFailureStream(device, "file");

        var exception = Assert.Throws<ChartReleaseException>(() => full.Write("x"u8));

        Assert.Contains("the disk is full", exception.Failure.Found, StringComparison.Ordinal);
        device.Dispose();
    }

    private sealed class FullDisk : MemoryStream
    {
        private static IOException Full => new("No space left on device", 28);

        public override void Write(ReadOnlySpan<byte> buffer) => throw Full;

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) => throw Full;

        public override void Flush() => throw Full;

        public override Task FlushAsync(CancellationToken cancellationToken) => throw Full;
    }
}
