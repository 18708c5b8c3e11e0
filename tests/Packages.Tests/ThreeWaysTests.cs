using ChartRelease.Packages.Tests.Infrastructure;
using ChartRelease.Testing;

namespace ChartRelease.Packages.Tests;

/// <summary>Each way in, as a user takes it: from the packages, in a repository that knows nothing of this one.</summary>
public sealed class ThreeWaysTests(PackageFeed feed) : IAsyncLifetime
{
    private GitRepository _git = null!;

    private string Report => _git.Read("artifacts/release.json");

    public async ValueTask InitializeAsync()
    {
        _git = await GitRepository.CreateAsync();
        SmallChart.Write(_git);
        await _git.CommitAsync();
    }

    public ValueTask DisposeAsync()
    {
        _git.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_script_of_the_Cake_runner_publishes_with_the_addin()
    {
        _git.Write("build.cake", Guide.Script(0));
        File.Copy(feed.Configuration, _git.Combine("nuget.config"));

        var output = await feed.RunAsUserAsync(_git.Path, await TestTools.DotnetCakeAsync(), "--registry=oci-layout:out", "--own-argument=kept");

        Assert.Contains("demo 0.1.0: Published", output, StringComparison.Ordinal);
        Assert.Contains("\"action\": \"published\"", Report, StringComparison.Ordinal);
        Assert.True(File.Exists(_git.Combine("out/demo/index.json")));
    }

    [Fact]
    public async Task A_build_made_from_the_template_has_the_tasks()
    {
        var hive = Path.Combine(feed.Environment["HOME"]!, "templates");
        await feed.RunAsUserAsync(
            _git.Path, "dotnet", "new", "install", Path.Combine(feed.Folder, $"ChartRelease.Templates.{PackageFeed.Version}.nupkg"), "--debug:custom-hive", hive);
        await feed.RunAsUserAsync(_git.Path, "dotnet", "new", "chart-release", "--debug:custom-hive", hive, "--no-update-check");
        File.Copy(feed.Configuration, _git.Combine("nuget.config"));
        Assert.Equal(Guide.Build(0), _git.Read("build/Program.cs").TrimEnd());
        Assert.InRange(_git.Read("build/Program.cs").Split('\n', StringSplitOptions.RemoveEmptyEntries).Length, 1, 5);

        _git.Write("build/AnnounceTask.cs", Guide.Build(1));
        _git.Write("build/Program.cs", _git.Read("build/Program.cs").Replace("Run(args)", "Run(args, \"channel\")", StringComparison.Ordinal));

        var output = await feed.RunAsUserAsync(_git.Path, "dotnet", "run", "--project", "build", "--", "--target=Announce", "--channel=stable");

        Assert.Contains("helm install demo", output, StringComparison.Ordinal);
        Assert.Contains($"Commit {await _git.HeadAsync()}", output, StringComparison.Ordinal);
        Assert.Contains("\"action\": \"published\"", Report, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_tool_publishes_from_a_repository_that_has_nothing_but_a_chart()
    {
        using var tools = new TemporaryFolder();
        await feed.RunAsUserAsync(
            tools.Path, "dotnet", "tool", "install", "ChartRelease.Tool", "--version", PackageFeed.Version, "--tool-path", tools.Path, "--configfile", feed.Configuration);

        // The driver "dotnet" runs what it finds on PATH under the name dotnet-chart-release.
        var path = $"{tools.Path}{Path.PathSeparator}{feed.Environment["PATH"]}";
        var output = await feed.RunAsUserAsync(_git.Path, "env", $"PATH={path}", "dotnet", "chart-release", "--target=Publish");

        Assert.Contains("helm install demo", output, StringComparison.Ordinal);
        Assert.Contains("\"action\": \"published\"", Report, StringComparison.Ordinal);
        Assert.Equal(["?? artifacts/"], (await _git.RunAsync("status", "--porcelain")).Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }
}
