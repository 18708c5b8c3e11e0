using System.Text;
using ChartRelease.Charts;
using ChartRelease.Git;
using Repository = ChartRelease.Testing.GitRepository;

namespace ChartRelease.Tests.Git;

public sealed class ChartSourceTests
{
    [Fact]
    public async Task Only_committed_bytes_are_read()
    {
        using var repository = await Repository.CreateAsync();
        repository.Write("helm/a/Chart.yaml", "one\n");
        repository.Write("helm/ab/Chart.yaml", "other\n");
        await repository.CommitAsync();
        repository.Write("helm/a/Chart.yaml", "edited\n");
        repository.Write("helm/a/untracked", "x");

        Assert.Equal([("Chart.yaml", "one\n")], await ReadAsync(repository, "helm/a"));
    }

    [Fact]
    public async Task Line_ending_settings_and_filters_do_not_leak()
    {
        using var repository = await Repository.CreateAsync();
        repository.Write("helm/a/values.yaml", "a\nb\n");
        repository.Write(".gitattributes", "*.yaml text eol=crlf filter=shout working-tree-encoding=UTF-16LE-BOM ident\n");
        await repository.RunAsync("config", "core.autocrlf", "true");
        await repository.RunAsync("add", "--all", "--", ".gitattributes");
        await repository.RunAsync("update-index", "--add", "--cacheinfo", $"100644,{await BlobAsync(repository, "a\nb\n")},helm/a/values.yaml");
        await repository.RunAsync("commit", "--quiet", "--message", "committed with line feeds");
        await repository.RunAsync("config", "filter.shout.smudge", "tr a-z A-Z");

        Assert.Equal([("values.yaml", "a\nb\n")], await ReadAsync(repository, "helm/a"));
    }

    [Fact]
    public async Task Export_ignore_is_not_for_charts()
    {
        using var repository = await Repository.CreateAsync();
        repository.Write("helm/a/file", "x");
        repository.Write("helm/a/.gitattributes", "file export-ignore\n* export-subst\n");
        repository.Write("helm/a/substituted", "$Format:%H$");
        await repository.CommitAsync();

        Assert.Equal(
            [(".gitattributes", "file export-ignore\n* export-subst\n"), ("file", "x"), ("substituted", "$Format:%H$")], await ReadAsync(repository, "helm/a"));
    }

    [Fact]
    public async Task Names_keep_every_character()
    {
        string[] names = ["ünï çødé.txt", "日本語/文.txt", " leading", "quote\"tab\there", "glob[*]?"];
        using var repository = await Repository.CreateAsync();
        foreach (var name in names)
        {
            repository.Write("helm/a/" + name, name);
        }

        await repository.CommitAsync();

        var files = await ReadAsync(repository, "helm/a");

        Assert.Equal(names.Order(StringComparer.Ordinal).Select(name => (name, name)), files);
    }

    [Fact]
    public async Task A_replaced_object_is_read_as_it_was_committed()
    {
        using var repository = await Repository.CreateAsync();
        repository.Write("helm/a/file", "true");
        await repository.CommitAsync();
        await repository.RunAsync("replace", (await repository.RunAsync("rev-parse", "HEAD:helm/a/file")).Trim(), await BlobAsync(repository, "forged"));

        Assert.Equal([("file", "true")], await ReadAsync(repository, "helm/a"));
    }

    [Fact]
    public async Task A_clone_without_a_checkout_is_read()
    {
        using var origin = await Repository.CreateAsync();
        origin.Write("helm/a/file", "x");
        await origin.CommitAsync();
        using var clone = await origin.CloneAsync(0, "--no-checkout");

        Assert.Equal([("file", "x")], await ReadAsync(clone, "helm/a"));
        Assert.Empty(await (await OpenAsync(clone)).StatusAsync(["helm/a"], GitAssert.Token));
    }

    [Fact]
    public async Task A_partial_clone_fetches_what_is_needed()
    {
        using var origin = await Repository.CreateAsync();
        origin.Write("helm/a/file", "x");
        await origin.CommitAsync();
        await origin.RunAsync("config", "uploadpack.allowFilter", "true");
        await origin.RunAsync("config", "uploadpack.allowAnySHA1InWant", "true");
        using var clone = await origin.CloneAsync(0, "--no-checkout", "--filter=blob:none");

        Assert.Equal([("file", "x")], await ReadAsync(clone, "helm/a"));
    }

    [Fact]
    public async Task Links_are_followed_within_the_commit()
    {
        using var repository = await Repository.CreateAsync();
        repository.Write("common/_helpers.tpl", "helpers");
        repository.Write("common/deep/x", "deep");
        repository.Write("helm/a/Chart.yaml", "a");
        Link(repository, "helm/a/templates/_helpers.tpl", "../../../common/_helpers.tpl");
        Link(repository, "helm/a/all", "../../common");
        Link(repository, "helm/a/again", "all/deep");
        Link(repository, "helm/a/up", "all/../common/deep/x");
        await repository.CommitAsync();

        var files = await ReadAsync(repository, "helm/a");

        Assert.Equal(
            [
                ("Chart.yaml", "a"), ("again/x", "deep"), ("all/_helpers.tpl", "helpers"), ("all/deep/x", "deep"),
                ("templates/_helpers.tpl", "helpers"), ("up", "deep"),
            ],
            files);
    }

    [Fact]
    public async Task What_links_lead_to_counts_among_the_paths_of_a_chart()
    {
        using var repository = await Repository.CreateAsync();
        repository.Write("common/_helpers.tpl", "helpers");
        repository.Write("other/deep/x", "deep");
        repository.Write("helm/a/Chart.yaml", "a");
        Link(repository, "helm/a/_helpers.tpl", "../../common/_helpers.tpl");
        Link(repository, "helm/a/inside", "Chart.yaml");
        Link(repository, "way", "other");
        Link(repository, "helm/a/all", "../../way/deep");
        await repository.CommitAsync();
        var opened = await OpenAsync(repository);
        await using var source = opened.OpenSource(await opened.ReadTreeAsync("HEAD", null, GitAssert.Token));

        Assert.Equal(
            ["common/_helpers.tpl", "helm/a", "other/deep", "way"], source.PathsOf("helm/a").Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("/etc/passwd")]
    [InlineData("../../../outside")]
    [InlineData("../../missing")]
    [InlineData("link")]
    [InlineData(".")]
    public async Task A_link_that_leads_nowhere_outside_or_in_a_circle_is_refused(string target)
    {
        using var repository = await Repository.CreateAsync();
        repository.Write("helm/a/Chart.yaml", "a");
        Link(repository, "helm/a/link", target);
        await repository.CommitAsync();

        var failure = await GitAssert.FailsAsync(FailureReason.InvalidChart, () => ReadAsync(repository, "helm/a"));

        Assert.Equal("helm/a/link", failure.Location?.File);
    }

    [Fact]
    public async Task Folders_that_link_to_each_other_are_refused()
    {
        using var repository = await Repository.CreateAsync();
        foreach (var (here, there) in new[] { ("a", "b"), ("b", "a") })
        {
            for (var i = 0; i < 3; i++)
            {
                Link(repository, $"helm/{here}/{i}", $"../{there}");
            }
        }

        await repository.CommitAsync();

        await GitAssert.FailsAsync(FailureReason.InvalidChart, () => ReadAsync(repository, "helm/a"));
    }

    [Fact]
    public async Task A_submodule_in_a_chart_is_refused()
    {
        using var other = await Repository.CreateAsync();
        await other.CommitAsync();
        using var repository = await Repository.CreateAsync();
        await repository.RunAsync("submodule", "--quiet", "add", "file://" + other.Path, "helm/a/charts/sub");
        await repository.CommitAsync();

        await GitAssert.FailsAsync(FailureReason.InvalidChart, () => ReadAsync(repository, "helm/a"));
    }

    [Fact]
    public async Task Large_and_small_files_are_read_by_several_threads()
    {
        using var repository = await Repository.CreateAsync();
        var large = new string('x', GitBlobReader.BufferedSize + 17);
        for (var i = 0; i < 8; i++)
        {
            repository.Write($"helm/a/{i}", i % 2 == 0 ? $"{i}{large}" : $"{i}");
        }

        await repository.CommitAsync();
        var opened = await OpenAsync(repository);
        await using var source = opened.OpenSource(await opened.ReadTreeAsync("HEAD", null, GitAssert.Token));
        var files = source.List("helm/a");

        await Parallel.ForEachAsync(Enumerable.Repeat(files, 4).SelectMany(static list => list), GitAssert.Token, async (file, token) =>
        {
            await using var stream = source.Open(file);
            Assert.Equal(file.Path[0], (char)stream.ReadByte());
            if (file.Path is "0" or "1")
            {
                // The rest is left unread on purpose.
                using var reader = new StreamReader(stream);
                Assert.Equal(file.Size - 1, (await reader.ReadToEndAsync(token)).Length);
            }
        });
    }

    [Fact]
    public async Task A_missing_object_is_an_error()
    {
        using var repository = await Repository.CreateAsync();
        await repository.CommitAsync();
        var opened = await OpenAsync(repository);
        await using var source = opened.OpenSource(await opened.ReadTreeAsync("HEAD", null, GitAssert.Token));

        await GitAssert.FailsAsync(
            FailureReason.GitFailed, () => Task.FromResult(source.Open(new SourceFile("x", 1, new string('0', 39) + "1"))));
    }

    [Fact]
    public async Task Only_the_folders_asked_for_are_listed()
    {
        using var repository = await Repository.CreateAsync();
        repository.Write("helm/a/x", "x");
        repository.Write("other/y", "y");
        await repository.CommitAsync();

        var tree = await (await OpenAsync(repository)).ReadTreeAsync("HEAD", ["helm", "missing"], GitAssert.Token);

        Assert.Equal("helm/a/x", Assert.Single(tree.Entries).Path);
    }

    private static Task<ChartRelease.Git.GitRepository> OpenAsync(Repository repository) =>
        ChartRelease.Git.GitRepository.OpenAsync(repository.Path, GitAssert.Token);

    private static async Task<string> BlobAsync(Repository repository, string content)
    {
        repository.Write(".git/blob", content);
        return (await repository.RunAsync("hash-object", "-w", "--no-filters", ".git/blob")).Trim();
    }

    private static void Link(Repository repository, string path, string target)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(repository.Combine(path))!);
        File.CreateSymbolicLink(repository.Combine(path), target);
    }

    private static async Task<(string Path, string Content)[]> ReadAsync(Repository repository, string folder)
    {
        var opened = await OpenAsync(repository);
        await using var source = opened.OpenSource(await opened.ReadTreeAsync("HEAD", [folder], GitAssert.Token));
        List<(string, string)> files = [];
        foreach (var file in source.List(folder).OrderBy(static file => file.Path, StringComparer.Ordinal))
        {
            using var reader = new StreamReader(source.Open(file), Encoding.UTF8);
            var content = await reader.ReadToEndAsync(GitAssert.Token);
            Assert.Equal(file.Size, Encoding.UTF8.GetByteCount(content));
            files.Add((file.Path, content));
        }

        return [.. files];
    }
}
