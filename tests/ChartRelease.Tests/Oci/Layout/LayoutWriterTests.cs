using System.Globalization;
using ChartRelease.Oci.Layout;

namespace ChartRelease.Tests.Oci.Layout;

public sealed class LayoutWriterTests : LayoutTests
{
    private string LockPath => Path.Combine(Folder, "registry", $".{Name}.lock");

    [Fact]
    public async Task Writers_at_the_same_time_lose_nothing()
    {
        var tags = Enumerable.Range(0, 12).Select(number => string.Create(CultureInfo.InvariantCulture, $"1.0.{number}")).ToList();

        await Parallel.ForEachAsync(tags, new ParallelOptions { MaxDegreeOfParallelism = 6, CancellationToken = Token }, async (tag, _) =>
        {
            // A target each, as processes would have: only the lock file is between them.
            await using var target = Open();
            await PublishAsync(target.Repository(Name), tag, Manifest(tag));
        });

        Assert.Equal(tags.Order(StringComparer.Ordinal), (await Repository.ListTagsAsync(Token).ToListAsync(Token)).Order(StringComparer.Ordinal));
        foreach (var tag in tags)
        {
            Assert.Equal(Manifest(tag).Descriptor, (await Repository.ResolveAsync(tag, Token))!.Descriptor);
        }
    }

    [Fact]
    public async Task A_lock_that_stays_held_is_a_failure_that_names_the_holder()
    {
        using var held = await LayoutLock.AcquireAsync(LockPath, TimeSpan.Zero, Token);
        await using var impatient = Open(TimeSpan.Zero);

        var exception = await Assert.ThrowsAsync<ChartReleaseException>(() => impatient.Repository(Name).PushBlobAsync(Config, Token));

        Assert.Equal(FailureReason.CannotWrite, exception.Reason);
        Assert.Contains($"process {Environment.ProcessId} on {Environment.MachineName}", exception.Failure.Found, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lock_that_is_released_lets_the_next_writer_in()
    {
        using var held = await LayoutLock.AcquireAsync(LockPath, TimeSpan.Zero, Token);
        var push = Repository.PushBlobAsync(Config, Token);

        Assert.False(push.IsCompleted);
        held.Dispose();

        Assert.True(await push);
    }

    [Fact]
    public async Task Waiting_for_the_lock_ends_when_cancelled()
    {
        using var held = await LayoutLock.AcquireAsync(LockPath, TimeSpan.Zero, Token);
        using var source = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var push = Repository.PushBlobAsync(Config, source.Token);

        await source.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => push);
    }

    [Fact]
    public async Task Reading_does_not_wait_for_a_writer()
    {
        await PublishAsync(Repository, "1.0.0");
        using var held = await LayoutLock.AcquireAsync(LockPath, TimeSpan.Zero, Token);

        Assert.NotNull(await Repository.ResolveAsync("1.0.0", Token));
        await PublishAsync(Repository, "1.0.0");
    }

    [Fact]
    public async Task What_a_killed_writer_left_is_cleared_and_completed()
    {
        // The index is written before the file that declares a layout; a kill in between leaves these.
        Directory.CreateDirectory(LayoutPath("blobs/sha256"));
        var leftovers = new[] { LayoutPath(".index.json.0123.tmp"), LayoutPath("blobs/sha256/.abc.0123.tmp") };
        foreach (var file in leftovers.Append(LockPath).Append(LockPath + ".holder"))
        {
            await File.WriteAllTextAsync(file, "half", Token);
        }

        await File.WriteAllBytesAsync(LayoutPath("index.json"), LayoutIndex.EmptyBytes.ToArray(), Token);
        Assert.Null(await Repository.ResolveAsync("1.0.0", Token));

        await PublishAsync(Repository, "1.0.0");

        Assert.NotNull(await Repository.ResolveAsync("1.0.0", Token));
        Assert.All(leftovers, file => Assert.False(File.Exists(file)));
    }

    [Fact]
    public async Task A_blob_that_takes_long_holds_nobody_up_and_is_no_leftover()
    {
        var arrived = new TaskCompletionSource<Stream>(TaskCreationOptions.RunContinuationsAsynchronously);
        var slow = Archive with { OpenAsync = _ => new ValueTask<Stream>(arrived.Task) };
        var push = Repository.PushBlobAsync(slow, Token);
        while (Directory.Exists(LayoutPath("blobs")) is false || !Directory.EnumerateFiles(LayoutPath("blobs"), "*.tmp", SearchOption.AllDirectories).Any())
        {
            await Task.Delay(5, Token);
        }

        await using var other = Open(TimeSpan.Zero);
        await PublishAsync(other.Repository("app"), "1.0.0");
        arrived.SetResult(await Archive.OpenAsync(Token));

        Assert.True(await push);
        Assert.NotNull(await Repository.ResolveAsync("1.0.0", Token));
        Assert.DoesNotContain(Snapshot(), file => file.Path.EndsWith(".tmp", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Clearing_leftovers_takes_nothing_from_who_is_just_making_a_file()
    {
        const int files = 300;
        var layout = new LayoutFolder(LayoutPath(""));
        using var written = new CancellationTokenSource();
        var clearing = Task.Run(() =>
        {
            while (!written.IsCancellationRequested)
            {
                layout.DeleteLeftovers();
            }
        }, Token);

        await Parallel.ForAsync(0, files, Token, (number, _) =>
        {
            AtomicFile.Write(LayoutPath($"blobs/sha256/{number}"), "content"u8);
            return ValueTask.CompletedTask;
        });
        await written.CancelAsync();
        await clearing;

        Assert.Equal(files, Directory.EnumerateFiles(LayoutPath("blobs/sha256")).Count(file => new FileInfo(file).Length == "content".Length));
    }

    [Fact]
    public async Task A_release_cut_off_after_its_blobs_is_completed_by_the_next()
    {
        await Repository.PushBlobAsync(Config, Token);

        Assert.Null(await Repository.ResolveAsync("1.0.0", Token));
        await using var next = Open();
        Assert.False(await next.Repository(Name).PushBlobAsync(Config, Token));
        await PublishAsync(next.Repository(Name), "1.0.0");

        Assert.NotNull(await Repository.ResolveAsync("1.0.0", Token));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Proving_that_a_folder_can_be_written_leaves_nothing(bool published)
    {
        if (published)
        {
            await PublishAsync(Repository, "1.0.0");
        }

        var before = Snapshot();
        var sentence = await Target.ProvePushAccessAsync(Name, Token);

        Assert.Contains(Path.Combine(Folder, "registry"), sentence, StringComparison.Ordinal);
        Assert.Equal(before, Snapshot());
        Assert.Equal(published, Directory.Exists(Path.Combine(Folder, "registry")));
    }

    [Fact]
    public async Task A_folder_that_cannot_be_made_is_found_before_anything_is_pushed()
    {
        await File.WriteAllTextAsync(Path.Combine(Folder, "registry"), "a file in the way", Token);

        Assert.Equal(FailureReason.CannotWrite, await ReasonAsync(() => Target.ProvePushAccessAsync(Name, Token)));
        Assert.Equal(FailureReason.CannotWrite, await ReasonAsync(() => Repository.PushBlobAsync(Config, Token)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("..")]
    [InlineData(".app.lock")]
    [InlineData("a/b")]
    [InlineData(@"a\b")]
    [InlineData("/etc")]
    public void A_name_that_leads_elsewhere_is_refused(string name) =>
        Assert.Equal(FailureReason.InvalidReference, Assert.Throws<ChartReleaseException>(() => Target.Repository(name)).Reason);

    [Fact]
    public void Repositories_are_written_as_users_write_them()
    {
        Assert.Equal("oci-layout:registry", Target.Reference.Value);
        Assert.Equal("oci-layout:registry/app", Repository.Reference);
    }
}
