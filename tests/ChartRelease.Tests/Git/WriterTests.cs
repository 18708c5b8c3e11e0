using ChartRelease.Git;
using ChartRelease.Processes;
using ChartRelease.Testing;
using Repository = ChartRelease.Testing.GitRepository;

namespace ChartRelease.Tests.Git;

public sealed class WriterTests
{
    private const string Message = "chore: bump a\n\n# not a comment\nSigned: ünï";

    [Fact]
    public async Task Only_the_named_files_are_committed()
    {
        using var repository = await ChartAsync();
        repository.Write("staged", "s");
        await repository.RunAsync("add", "staged");
        repository.Write("edited", "e");
        repository.Write("helm/a/new[1].yaml", "new");

        var commit = await (await WriterAsync(repository)).CommitAsync(["helm/a/Chart.yaml", "helm/a/new[1].yaml"], Message, GitAssert.Token);

        Assert.Equal(await repository.HeadAsync(), commit);
        Assert.Equal(Message, (await repository.RunAsync("log", "-1", "--format=%B")).TrimEnd());
        Assert.Equal("helm/a/Chart.yaml\nhelm/a/new[1].yaml\n", await repository.RunAsync("show", "--format=", "--name-only"));
        Assert.Equal("A  staged\n?? edited\n", await repository.RunAsync("status", "--porcelain"));
    }

    [Fact]
    public async Task Files_that_are_committed_already_make_no_commit()
    {
        using var repository = await Repository.CreateAsync();
        repository.Write("helm/a/Chart.yaml", "a");
        var head = await repository.CommitAsync();

        Assert.Equal(head, await (await WriterAsync(repository)).CommitAsync(["helm/a/Chart.yaml"], Message, GitAssert.Token));
        Assert.Equal(head, await repository.HeadAsync());
    }

    [Fact]
    public async Task A_failing_hook_leaves_files_and_index_as_they_were()
    {
        using var repository = await ChartAsync();
        repository.Write("helm/a/new", "new");
        Hook(repository, "pre-commit", "echo changed > helm/a/Chart.yaml; git add --all; echo no commits on Sunday >&2; exit 1");
        var (head, status) = (await repository.HeadAsync(), await repository.RunAsync("status", "--porcelain"));

        var writer = await WriterAsync(repository);
        var failure = await GitAssert.FailsAsync(
            FailureReason.GitFailed, () => writer.CommitAsync(["helm/a/Chart.yaml", "helm/a/new"], Message, GitAssert.Token));

        Assert.Contains("no commits on Sunday", failure.Found, StringComparison.Ordinal);
        Assert.Equal(head, await repository.HeadAsync());
        Assert.Equal("version: 2", repository.Read("helm/a/Chart.yaml"));
        Assert.Equal(status, await repository.RunAsync("status", "--porcelain"));
    }

    [Fact]
    public async Task Cancelling_during_a_hook_leaves_no_lock_and_no_commit()
    {
        using var repository = await ChartAsync();
        Hook(repository, "pre-commit", "touch .git/hook-runs; sleep 60");
        var head = await repository.HeadAsync();
        var writer = await WriterAsync(repository);
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(GitAssert.Token);

        var commit = writer.CommitAsync(["helm/a/Chart.yaml"], Message, cancellation.Token);
        while (!File.Exists(repository.Combine(".git/hook-runs")))
        {
            await Task.Delay(10, GitAssert.Token);
        }

        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => commit);

        Assert.Empty(Directory.GetFiles(repository.Combine(".git"), "*.lock"));
        Assert.Equal(head, await repository.HeadAsync());
        Assert.Equal("version: 2", repository.Read("helm/a/Chart.yaml"));
        Assert.Equal(" M helm/a/Chart.yaml\n", await repository.RunAsync("status", "--porcelain"));
    }

    [Fact]
    public async Task Cancelling_after_the_commit_was_made_keeps_it_whole()
    {
        using var repository = await ChartAsync();
        Hook(repository, "post-commit", "touch .git/hook-runs; sleep 60");
        var writer = await WriterAsync(repository);
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(GitAssert.Token);

        var commit = writer.CommitAsync(["helm/a/Chart.yaml"], Message, cancellation.Token);
        while (!File.Exists(repository.Combine(".git/hook-runs")))
        {
            await Task.Delay(10, GitAssert.Token);
        }

        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => commit);

        Assert.Equal("chore: bump a", (await repository.RunAsync("log", "-1", "--format=%s")).Trim());
        Assert.Empty(await repository.RunAsync("status", "--porcelain"));
    }

    [Theory]
    [InlineData(".git/MERGE_HEAD")]
    [InlineData(".git/rebase-merge/done")]
    [InlineData(".git/index.lock")]
    public async Task Nothing_is_committed_while_something_else_goes_on(string marker)
    {
        using var repository = await ChartAsync();
        var writer = await WriterAsync(repository);
        repository.Write(marker, "");

        await GitAssert.FailsAsync(FailureReason.RepositoryNotWritable, () => writer.CommitAsync(["helm/a/Chart.yaml"], Message, GitAssert.Token));

        Assert.True(File.Exists(repository.Combine(marker)));
    }

    [Fact]
    public async Task Without_an_identity_the_message_says_how_to_set_one()
    {
        using var repository = await ChartAsync();
        // Empty values hide those of the user.
        await repository.RunAsync("config", "user.name", "");
        await repository.RunAsync("config", "user.email", "");
        var writer = await WriterAsync(repository);

        var failure = await GitAssert.FailsAsync(
            FailureReason.RepositoryNotWritable, () => writer.CommitAsync(["helm/a/Chart.yaml"], Message, GitAssert.Token));

        Assert.Contains("git config user.name", failure.Next, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_tag_is_made_once()
    {
        using var repository = await ChartAsync();
        var head = await repository.HeadAsync();
        var writer = await WriterAsync(repository);

        Assert.True(await writer.CreateAnnotatedTagAsync("a/v1.0.0", head, Message, GitAssert.Token));
        Assert.False(await writer.CreateAnnotatedTagAsync("a/v1.0.0", head, Message, GitAssert.Token));

        Assert.Equal($"tag {Message}", (await repository.RunAsync("for-each-ref", "--format=%(objecttype) %(contents)", "refs/tags")).TrimEnd());
    }

    [Fact]
    public async Task A_tag_of_another_commit_is_a_conflict()
    {
        using var repository = await ChartAsync();
        await repository.TagAsync("v1");
        var head = await repository.CommitAsync();
        var writer = await WriterAsync(repository);

        await GitAssert.FailsAsync(FailureReason.TagConflict, () => writer.CreateAnnotatedTagAsync("v1", head, Message, GitAssert.Token));
    }

    [Theory]
    [InlineData("--delete")]
    [InlineData("two words")]
    [InlineData("end.lock")]
    public async Task A_name_that_no_tag_may_have_is_refused(string name)
    {
        using var repository = await ChartAsync();
        var writer = await WriterAsync(repository);
        await GitAssert.FailsAsync(
            FailureReason.GitFailed, async () => await writer.CreateAnnotatedTagAsync(name, await repository.HeadAsync(), Message, GitAssert.Token));
    }

    [Fact]
    public async Task Commits_and_tags_are_signed_when_the_settings_say_so()
    {
        using var repository = await ChartAsync();
        using var keys = new TemporaryFolder();
        var key = keys.Combine("id");
        var made = await ProcessRunner.RunAsync(new ProcessRequest("ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-f", key]), GitAssert.Token);
        Assert.True(made.ExitCode == 0, made.Words);
        keys.Write("allowed", $"author@example.com {await File.ReadAllTextAsync(key + ".pub", GitAssert.Token)}");
        await repository.RunAsync("config", "gpg.format", "ssh");
        await repository.RunAsync("config", "user.signingKey", key);
        await repository.RunAsync("config", "gpg.ssh.allowedSignersFile", keys.Combine("allowed"));
        await repository.RunAsync("config", "commit.gpgSign", "true");
        await repository.RunAsync("config", "tag.gpgSign", "true");
        var writer = await WriterAsync(repository);

        var commit = await writer.CommitAsync(["helm/a/Chart.yaml"], Message, GitAssert.Token);
        await writer.CreateAnnotatedTagAsync("v1", commit, Message, GitAssert.Token);

        await repository.RunAsync("verify-commit", "HEAD");
        await repository.RunAsync("verify-tag", "v1");
    }

    [Fact]
    public async Task A_commit_that_cannot_be_signed_is_not_made()
    {
        using var repository = await ChartAsync();
        await repository.RunAsync("config", "gpg.format", "ssh");
        await repository.RunAsync("config", "user.signingKey", repository.Combine("no-such-key"));
        await repository.RunAsync("config", "commit.gpgSign", "true");
        var head = await repository.HeadAsync();
        var writer = await WriterAsync(repository);

        await GitAssert.FailsAsync(FailureReason.GitFailed, () => writer.CommitAsync(["helm/a/Chart.yaml"], Message, GitAssert.Token));

        Assert.Equal(head, await repository.HeadAsync());
    }

    private static async Task<Repository> ChartAsync()
    {
        var repository = await Repository.CreateAsync();
        repository.Write("helm/a/Chart.yaml", "version: 1");
        await repository.CommitAsync();
        repository.Write("helm/a/Chart.yaml", "version: 2");
        return repository;
    }

    private static async Task<GitWriter> WriterAsync(Repository repository) =>
        new(await ChartRelease.Git.GitRepository.OpenAsync(repository.Path, GitAssert.Token));

    private static void Hook(Repository repository, string name, string script) => repository.WriteScript(".git/hooks/" + name, script);
}
