using System.Text.Json.Nodes;
using ChartRelease.Integration.Pipeline;
using ChartRelease.Processes;
using ChartRelease.Testing;

namespace ChartRelease.Integration.Reproducibility;

/// <summary>Promise 1: the digests of one commit, on every machine and in every surrounding that can be made here.</summary>
public sealed class GoldenTests
{
    // A user that every Linux has, and that owns nothing.
    private const string Nobody = "65534";

    [Theory]
    [InlineData("DOTNET_EnableHWIntrinsic=0")]
    [InlineData("DOTNET_TieredCompilation=0")]
    [InlineData("TZ=Asia/Kathmandu", "LANG=tr_TR.UTF-8", "LC_ALL=tr_TR.UTF-8", "SOURCE_DATE_EPOCH=1000000000")]
    public async Task The_digests_hold_with(params string[] variables)
    {
        using var repository = ReleaseRepository.Of(await GoldenChart.ImportAsync());
        foreach (var variable in variables)
        {
            repository.With(variable.Split('=')[0], variable.Split('=')[1]);
        }

        await HoldAsync(repository);
    }

    [Fact]
    public async Task The_digests_hold_in_a_clone_of_a_clone_with_other_line_ends_file_times_and_permissions()
    {
        using var origin = await GoldenChart.ImportAsync();
        using var between = await origin.CloneAsync();
        var git = await between.CloneAsync(arguments: ["--config=core.autocrlf=true"]);
        await git.RunAsync("config", "core.autocrlf", "true");
        Assert.Contains("\r\n", git.Read("helm/agentapi-proxy/values.yaml"), StringComparison.Ordinal);
        foreach (var file in Directory.EnumerateFiles(git.Combine("helm"), "*", SearchOption.AllDirectories))
        {
            File.SetLastWriteTimeUtc(file, new DateTime(2001, 2, 3, 4, 5, 6, DateTimeKind.Utc));
        }

        using var repository = ReleaseRepository.Of(git);
        await HoldAsync(repository, "bash", "-c", "umask 077; exec \"$@\"", "umask", "env");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(16)]
    public async Task The_digests_hold_beside_other_charts_on_one_thread_and_on_many(int threads)
    {
        var git = await GoldenChart.ImportAsync();
        for (var index = 0; index < 12; index++)
        {
            SmallChart.Write(git, $"other-{index}");
        }

        await git.CommitAsync("feat: other charts");
        using var repository = ReleaseRepository.Of(git);
        await HoldAsync(repository.With("DOTNET_PROCESSOR_COUNT", $"{threads}").With("CHART_RELEASE_PARALLELISM", $"{threads}"));
    }

    [Fact]
    public async Task The_digests_hold_for_another_user()
    {
        string[] other = ["setpriv", $"--reuid={Nobody}", $"--regid={Nobody}", "--clear-groups"];
        await ReleaseHost.RunAsync(Path.GetTempPath(), "--tree");
        Assert.SkipUnless(Environment.UserName == "root" && await SucceedsAsync([.. other, "test", "-r", Path.Combine(TestTools.RepositoryRoot, ".build", "host", "current")]),
            "Only root can become another user, and only where that user may read this repository.");
        using var repository = ReleaseRepository.Of(await GoldenChart.ImportAsync());
        Assert.True(await SucceedsAsync(["chown", "-R", $"{Nobody}:{Nobody}", Path.GetDirectoryName(repository.Git.Path)!, repository.Home]));

        await HoldAsync(repository, [.. other, "env"]);
    }

    private static async Task HoldAsync(ReleaseRepository repository, params string[] before)
    {
        // Lint, which asks helm, and Login are left out: they do not touch the bytes.
        var run = await ReleaseHost.RunThroughAsync(repository.Setup, before, "--target=Push", "--exclusive");

        HostAssert.Succeeded(run);
        var layout = repository.Git.Combine("artifacts/registry/agentapi-proxy");
        var manifest = Digest(Read(Path.Combine(layout, "index.json"))["manifests"]![0]!);
        var archive = Digest(Read(Path.Combine(layout, "blobs", "sha256", manifest["sha256:".Length..]))["layers"]![0]!);
        Assert.Equal((GoldenChart.Archive, GoldenChart.Manifest), (archive, manifest));
    }

    private static JsonNode Read(string path) => JsonNode.Parse(File.ReadAllText(path))!;

    private static string Digest(JsonNode descriptor) => descriptor["digest"]!.GetValue<string>();

    private static async Task<bool> SucceedsAsync(string[] command)
    {
        try
        {
            return (await ProcessRunner.RunAsync(new ProcessRequest(command[0], command[1..]), TestContext.Current.CancellationToken)).ExitCode == 0;
        }
        catch (ChartReleaseException exception) when (exception.Reason == FailureReason.ToolUnavailable)
        {
            return false;
        }
    }
}
