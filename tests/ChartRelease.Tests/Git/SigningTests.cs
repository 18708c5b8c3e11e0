using ChartRelease.Processes;
using ChartRelease.Testing;
using Repository = ChartRelease.Testing.GitRepository;

namespace ChartRelease.Tests.Git;

public sealed class SigningTests
{
    private const string Message = "chore: bump a\n\nSigned: ünï";

    [Fact]
    public async Task Commits_and_tags_are_signed_with_gpg_when_the_settings_say_so()
    {
        using var repository = await EditedChart.CreateAsync();
        await using var gpg = await GpgHome.CreateAsync("Test Author <author@example.com>", GitAssert.Token);
        await repository.RunAsync("config", "gpg.program", gpg.Program);

        await SignAsync(repository);
    }

    [Fact]
    public async Task Commits_and_tags_are_signed_with_ssh_when_the_settings_say_so()
    {
        using var repository = await EditedChart.CreateAsync();
        using var keys = new TemporaryFolder();
        var key = keys.Combine("id");
        var made = await ProcessRunner.RunAsync(new ProcessRequest("ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-f", key]), GitAssert.Token);
        Assert.True(made.ExitCode == 0, made.Words);
        keys.Write("allowed", $"author@example.com {await File.ReadAllTextAsync(key + ".pub", GitAssert.Token)}");
        await repository.RunAsync("config", "gpg.format", "ssh");
        await repository.RunAsync("config", "user.signingKey", key);
        await repository.RunAsync("config", "gpg.ssh.allowedSignersFile", keys.Combine("allowed"));

        await SignAsync(repository);
    }

    [Theory]
    [InlineData("ssh")]
    [InlineData("openpgp")]
    public async Task What_cannot_be_signed_is_not_made(string format)
    {
        using var repository = await EditedChart.CreateAsync();
        await repository.RunAsync("config", "gpg.format", format);
        await repository.RunAsync("config", "gpg.program", repository.Combine("no-such-gpg"));
        await repository.RunAsync("config", "user.signingKey", repository.Combine("no-such-key"));
        await repository.RunAsync("config", "commit.gpgSign", "true");
        await repository.RunAsync("config", "tag.gpgSign", "true");
        var head = await repository.HeadAsync();
        var writer = await EditedChart.WriterAsync(repository);

        await GitAssert.FailsAsync(FailureReason.GitFailed, () => writer.CommitAsync(["helm/a/Chart.yaml"], Message, GitAssert.Token));
        await GitAssert.FailsAsync(FailureReason.GitFailed, () => writer.CreateAnnotatedTagAsync("v1", head, Message, GitAssert.Token));

        Assert.Equal(head, await repository.HeadAsync());
        Assert.Equal("", await repository.RunAsync("tag"));
        Assert.Equal(" M helm/a/Chart.yaml\n", await repository.RunAsync("status", "--porcelain"));
    }

    /// <summary>Commits and tags, and lets git verify both: it fails when a signature is missing or wrong.</summary>
    private static async Task SignAsync(Repository repository)
    {
        await repository.RunAsync("config", "commit.gpgSign", "true");
        await repository.RunAsync("config", "tag.gpgSign", "true");
        var writer = await EditedChart.WriterAsync(repository);

        var commit = await writer.CommitAsync(["helm/a/Chart.yaml"], Message, GitAssert.Token);
        await writer.CreateAnnotatedTagAsync("v1", commit, Message, GitAssert.Token);

        await repository.RunAsync("verify-commit", commit);
        await repository.RunAsync("verify-tag", "v1");
    }
}
