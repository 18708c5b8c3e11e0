using ChartRelease.Oci;
using ChartRelease.Release;
using ChartRelease.Release.Planning;
using ChartRelease.Release.Progress;
using ChartRelease.Release.Reporting;
using ChartRelease.Testing.Registry;
using ChartRelease.Tests.Release.Support;

namespace ChartRelease.Tests.Release;

public sealed class ReleasePipelineTests
{
    [Fact]
    public async Task A_plan_that_was_shown_before_does_not_spoil_the_push()
    {
        using var repository = await ChartRepository.CreateAsync("a");
        await using var pipeline = Pipeline(repository);

        var plan = await pipeline.PlanAsync(ReleaseAssert.Token);
        var report = await pipeline.PushAsync(verifyFollows: true, ReleaseAssert.Token);

        Assert.Equal(ReleaseAction.Publish, Assert.Single(plan.Charts).Action);
        Assert.Equal(ReportedAction.Published, Assert.Single(report.Charts).Action);
    }

    [Fact]
    public async Task A_plan_writes_nothing()
    {
        using var repository = await ChartRepository.CreateAsync("a");
        await using var pipeline = Pipeline(repository);

        await pipeline.PlanAsync(ReleaseAssert.Token);

        Assert.False(Directory.Exists(repository.Git.Combine("artifacts")));
    }

    [Fact]
    public async Task What_was_pushed_is_verified_and_skipped_the_next_time()
    {
        using var repository = await ChartRepository.CreateAsync("a", "b");
        await using (var first = Pipeline(repository))
        {
            await first.PushAsync(verifyFollows: true, ReleaseAssert.Token);
            var verified = await first.VerifyAsync(ReleaseAssert.Token);
            Assert.All(verified.Charts, chart => Assert.True(Assert.Single(chart.Targets).Verified));
        }

        await using var second = Pipeline(repository);
        var report = await second.PushAsync(verifyFollows: true, ReleaseAssert.Token);

        Assert.Equal([ReportedAction.Skipped, ReportedAction.Skipped], report.Charts.Select(chart => chart.Action));
    }

    [Fact]
    public async Task A_changed_chart_of_the_same_version_is_refused_by_the_file_that_differs_and_told_in_the_report()
    {
        using var repository = await ChartRepository.CreateAsync("a");
        await using (var first = Pipeline(repository))
        {
            await first.PushAsync(verifyFollows: true, ReleaseAssert.Token);
        }

        repository.Git.Write("helm/a/values.yaml", "x: 1\n");
        await repository.Git.RunAsync("add", "helm");
        await repository.Git.RunAsync("commit", "--quiet", "--message", "values");
        await using var second = Pipeline(repository);
        var plan = await second.PlanAsync(ReleaseAssert.Token);
        var failure = await ReleaseAssert.FailsAsync(FailureReason.VersionConflict, () => second.PushAsync(verifyFollows: true, ReleaseAssert.Token));

        Assert.EndsWith("published with different content: values.yaml added", Assert.Single(Assert.Single(plan.Charts).Targets).Why, StringComparison.Ordinal);
        Assert.Contains("values.yaml", failure.Found, StringComparison.Ordinal);
        Assert.Contains("\"refused\"", repository.Git.Read("artifacts/release.json"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Uncommitted_content_is_refused_before_a_registry_is_contacted()
    {
        using var repository = await ChartRepository.CreateAsync("a");
        repository.Git.Write("helm/a/values.yaml", "x: 1\n");
        var options = repository.Options with { AllowDirty = true, Registries = [TargetReference.Parse("oci://127.0.0.1:1/charts")] };
        await using var pipeline = new ReleasePipeline(options, _ => throw new InvalidOperationException("No helm is needed."), NullReleaseLog.Instance, NullReleaseProgress.Instance);

        await ReleaseAssert.FailsAsync(FailureReason.UncommittedChanges, () => pipeline.LoginAsync(ReleaseAssert.Token));
    }

    [Fact]
    public async Task The_login_is_within_the_deadline_of_each_chart()
    {
        using var repository = await ChartRepository.CreateAsync("a");
        await using var server = await ScriptedServer.StartAsync(ReleaseAssert.Token);
        server.On("GET", "/manifests/", Answers.Error(404, "MANIFEST_UNKNOWN")).On("POST", "/uploads/", Answers.Silence());
        await using var pipeline = Pipeline(repository, repository.Options with
        {
            Registries = [TargetReference.Parse($"oci://{server.Host}/charts")],
            Registry = new RegistryOptions { Deadline = TimeSpan.FromSeconds(2), Environment = _ => null },
        });

        var login = pipeline.LoginAsync(ReleaseAssert.Token).WaitAsync(TimeSpan.FromSeconds(30), ReleaseAssert.Token);

        Assert.Contains("not done within 2s", (await ReleaseAssert.FailsAsync(FailureReason.RegistryUnreachable, () => login)).Found, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refused_credentials_are_tried_once_however_many_charts_there_are()
    {
        using var repository = await ChartRepository.CreateAsync("a", "b", "c");
        await using var server = await ScriptedServer.StartAsync(ReleaseAssert.Token);
        server.On("GET", "/", Answers.Challenge("Basic realm=\"x\""));
        await using var pipeline = Pipeline(repository, repository.Options with
        {
            Registries = [TargetReference.Parse($"oci://{server.Host}/charts")],
            Registry = new RegistryOptions { Username = "alice", Password = new Secret("wrong"), Environment = _ => null },
        });

        await ReleaseAssert.FailsAsync(FailureReason.Unauthorized, () => pipeline.LoginAsync(ReleaseAssert.Token));

        Assert.Single(server.Requests, request => request.Authorization is not null);
    }

    private static ReleasePipeline Pipeline(ChartRepository repository, ReleaseOptions? options = null) =>
        new(options ?? repository.Options, _ => throw new InvalidOperationException("No helm is needed."), NullReleaseLog.Instance, NullReleaseProgress.Instance);
}
