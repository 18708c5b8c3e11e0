using System.Globalization;
using ChartRelease.Charts;
using ChartRelease.Git;
using Repository = ChartRelease.Testing.GitRepository;

namespace ChartRelease.Tests.Git;

public sealed class ReadAheadTests
{
    private const int Count = 150; // more than are asked for at once
    private const int LargeSize = GitBlobReader.BufferedSize + 5;

    [Fact]
    public async Task Files_come_in_the_order_that_was_asked_for_large_ones_among_them()
    {
        using var repository = await CreateAsync();
        await using var source = await OpenAsync(repository);
        var files = source.List("a").OrderByDescending(static file => file.Path, StringComparer.Ordinal).ToList();

        Assert.Equal(files.Select(Text), Read(source.OpenAll(files)));
        Assert.Empty(source.OpenAll([]));
    }

    [Fact]
    public async Task Who_stops_in_the_middle_does_not_disturb_the_next()
    {
        using var repository = await CreateAsync();
        await using var source = await OpenAsync(repository);
        var files = source.List("a").ToList();

        // More often than there are git processes at a time; once within a large file.
        for (var turn = 0; turn < 12; turn++)
        {
            using var stopped = source.OpenAll([.. files.Skip(turn * 10)]).First();
            stopped.ReadByte();
        }

        Assert.Equal(files.Select(Text), Read(source.OpenAll(files)));
        Assert.Equal(Text(files[3]), Read([source.Open(files[3])]).Single());
    }

    [Fact]
    public async Task A_git_that_is_done_is_asked_again_and_one_that_is_not_ends_at_once()
    {
        using var repository = await CreateAsync();
        var ids = (await repository.RunAsync("ls-tree", "-r", "HEAD")).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static line => line.Split(' ', '\t')[2]).ToList();
        await using var reader = new GitBlobReader(new GitCommand(repository.Path));
        for (var turn = 0; turn < 20; turn++)
        {
            // As Zip does: nobody asks whether there is another behind the last.
            Assert.Equal(ids.Count, ids.Zip(reader.OpenAll(ids)).Select(static pair => Length(pair.Second)).Count());
        }

        Assert.Equal(1, reader.Started);
        for (var turn = 0; turn < 3; turn++)
        {
            await reader.OpenAll(ids).First().DisposeAsync();
        }

        Assert.Equal(3, reader.Started);
        Assert.Equal(ids.Count, reader.OpenAll(ids).Select(Length).Count());
        Assert.Equal(4, reader.Started);

        static long Length(Stream stream)
        {
            using (stream)
            {
                return stream.Length;
            }
        }
    }

    [Fact]
    public async Task What_is_no_answer_to_the_question_ends_the_reading()
    {
        // A tree, listed as a file, whose content looks like another answer of git's.
        using var repository = await Repository.CreateAsync();
        repository.Write("good", "good content\n");
        await repository.CommitAsync();
        var good = (await repository.RunAsync("rev-parse", "HEAD:good")).Trim();
        var tree = (await repository.RunAsync("rev-parse", "HEAD^{tree}")).Trim();
        await using var reader = new GitBlobReader(new GitCommand(repository.Path));

        Assert.Contains(tree, Assert.Throws<ChartReleaseException>(() => reader.Open(tree)).Message, StringComparison.Ordinal);
        Assert.Equal("good content\n", reader.ReadText(good));
        Assert.Equal(2, reader.Started);
    }

    [Fact]
    public async Task A_source_that_gives_fewer_files_than_it_lists_is_noticed()
    {
        using var repository = await CreateAsync();
        await using var source = await OpenAsync(repository);
        var files = source.List("a").ToList();

        Assert.Throws<InvalidOperationException>(() => Read(new Short(source).OpenAll(files, static _ => false, source.Open)));
    }

    [Fact]
    public async Task An_object_that_is_missing_is_named_and_the_others_can_be_read()
    {
        const string Missing = "1234567890123456789012345678901234567890";
        using var repository = await CreateAsync();
        await using var source = await OpenAsync(repository);
        var files = source.List("a").ToList();

        var failure = Assert.Throws<ChartReleaseException>(() => Read(source.OpenAll([files[0], files[1] with { Id = Missing }, files[2]])));

        Assert.Equal(FailureReason.GitFailed, failure.Reason);
        Assert.Contains(Missing, failure.Message, StringComparison.Ordinal);
        Assert.Equal(files.Select(Text), Read(source.OpenAll(files)));
    }

    [Fact]
    public async Task Files_of_a_layer_stand_where_they_belong()
    {
        using var repository = await CreateAsync();
        await using var source = await OpenAsync(repository);
        var layered = new OverlayChartSource(source, "a", new Dictionary<string, byte[]?> { ["000"] = null, ["005"] = "edited"u8.ToArray(), ["new"] = "new"u8.ToArray() });
        var files = layered.List("a").OrderBy(static file => file.Path, StringComparer.Ordinal).ToList();

        Assert.Equal(files.Select(static file => file.Path switch { "005" => "edited", "new" => "new", _ => Text(file) }), Read(layered.OpenAll(files)));
    }

    private static async Task<Repository> CreateAsync()
    {
        var repository = await Repository.CreateAsync();
        for (var index = 0; index < Count; index++)
        {
            repository.Write(string.Create(CultureInfo.InvariantCulture, $"a/{index:000}"), Text(index));
        }

        await repository.CommitAsync();
        return repository;
    }

    private static async Task<GitChartSource> OpenAsync(Repository repository)
    {
        var opened = await GitRepository.OpenAsync(repository.Path, GitAssert.Token);
        return opened.OpenSource(await opened.ReadTreeAsync("HEAD", null, GitAssert.Token));
    }

    private static string Text(SourceFile file) => Text(int.Parse(file.Path, CultureInfo.InvariantCulture));

    // Every fiftieth is streamed; some are empty.
    private static string Text(int index) => (index % 50) switch
    {
        10 => new string((char)('a' + (index / 50)), LargeSize),
        20 => "",
        _ => string.Create(CultureInfo.InvariantCulture, $"file {index}\n"),
    };

    private static List<string> Read(IEnumerable<Stream> streams)
    {
        List<string> texts = [];
        foreach (var stream in streams)
        {
            using var reader = new StreamReader(stream);
            texts.Add(reader.ReadToEnd());
        }

        return texts;
    }

    private sealed class Short(IChartSource inner) : IChartSource
    {
        public IReadOnlyList<SourceFile> List(string folder) => inner.List(folder);

        public Stream Open(SourceFile file) => inner.Open(file);

        public IEnumerable<Stream> OpenAll(IReadOnlyList<SourceFile> files) => inner.OpenAll(files).Take(files.Count - 1);
    }
}
