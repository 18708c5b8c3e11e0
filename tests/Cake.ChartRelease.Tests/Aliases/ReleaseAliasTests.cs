using Cake.ChartRelease.Tests.Infrastructure;
using Cake.Core;
using ChartRelease;
using ChartRelease.Oci;
using ChartRelease.Release;
using ChartRelease.Release.Planning;
using ChartRelease.Release.Promotion;
using ChartRelease.Release.Reproduction;
using ChartRelease.Release.Selection;
using ChartRelease.Release.Reporting;
using ChartRelease.Testing;
using ChartRelease.Versioning;

namespace Cake.ChartRelease.Tests.Aliases;

/// <summary>The release aliases, on a real repository with the real helm.</summary>
public sealed class ReleaseAliasTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private ICakeContext _cake = null!;
    private GitRepository _git = null!;
    private ReleaseOptions _options = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string Layout => _folder.Combine("layout/demo");

    public async ValueTask InitializeAsync()
    {
        _cake = CakeSetup.Isolated(_folder.Path).Context;
        _git = await GitRepository.CreateAsync();
        SmallChart.Write(_git);
        await _git.CommitAsync();
        _options = new ReleaseOptions
        {
            WorkingDirectory = _git.Path,
            Registries = [TargetReference.Parse($"oci-layout:{_folder.Combine("layout")}")],
            Helm = await Helms.PathAsync(Helms.V4),
        };
    }

    public ValueTask DisposeAsync()
    {
        _git.Dispose();
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task One_call_publishes_and_tags_and_the_next_skips()
    {
        var options = _options with { TagTemplate = TagTemplate.Parse("{name}-{version}") };

        var first = _cake.ChartPublish(options);
        var second = await _cake.ChartPublishAsync(options, Token);

        var target = Assert.Single(Assert.Single(first.Charts).Targets);
        Assert.Equal((ReportedAction.Published, true), (target.Action, target.Verified));
        Assert.Equal(ReportedAction.Skipped, Assert.Single(second.Charts).Action);
        Assert.Equal("demo-0.1.0", (await _git.RunAsync("tag")).Trim());
    }

    [Fact]
    public async Task Each_step_can_be_a_call_of_its_own()
    {
        Assert.True(_cake.ChartLint(_options).IsClean);
        Assert.True(File.Exists(Assert.Single(_cake.ChartPackage(_options)).ArchivePath));
        Assert.Single(_cake.ChartLogin(_options));
        Assert.Equal(ReleaseAction.Publish, Assert.Single(_cake.ChartReleasePlan(_options).Charts).Action);
        Assert.False(Directory.Exists(Layout));
        Assert.Equal(ReportedAction.Published, Assert.Single(_cake.ChartPush(_options).Charts).Action);
        Assert.True(Assert.Single(Assert.Single(_cake.ChartVerify(_options).Charts).Targets).Verified);

        var bumped = _cake.ChartVersionBump(_options with { Bump = BumpRequest.None with { Kind = BumpKind.Minor } });

        Assert.Equal("0.2.0", Assert.Single(bumped.Charts).NewVersion);
        Assert.Equal(bumped.Commit, await _git.HeadAsync());
    }

    [Fact]
    public async Task A_shared_run_takes_no_step_twice()
    {
        await using var run = _cake.ChartReleasePipeline(_options);
        await _cake.ChartPushAsync(run, verifyFollows: true, Token);
        await _cake.ChartVerifyAsync(run, Token);
        Directory.Delete(Layout, recursive: true);

        var report = await _cake.ChartPublishAsync(run, Token);

        Assert.Equal(ReportedAction.Published, Assert.Single(report.Charts).Action);
        Assert.False(Directory.Exists(Layout));
    }

    [Fact]
    public async Task A_chart_with_an_error_is_not_published()
    {
        _git.Write("helm/demo/Chart.yaml", SmallChart.Metadata(version: "1.0"));
        await _git.CommitAsync();
        await using var run = _cake.ChartReleasePipeline(_options);

        Assert.False((await _cake.ChartLintAsync(run, Token)).IsClean);

        Assert.Equal(FailureReason.LintFailed, Assert.Throws<ChartReleaseException>(() => _cake.ChartLint(_options)).Reason);
        Assert.Equal(FailureReason.LintFailed, (await Assert.ThrowsAsync<ChartReleaseException>(() => _cake.ChartPublishAsync(run, Token))).Reason);
        Assert.False(Directory.Exists(Layout));
    }

    [Fact]
    public async Task A_target_that_cannot_tell_fails_the_call_and_is_told_in_the_plan_of_a_run()
    {
        _cake.ChartPush(_options);
        File.Delete(Path.Combine(Layout, "oci-layout"));
        await using var run = _cake.ChartReleasePipeline(_options);

        Assert.Throws<ChartReleaseException>(() => _cake.ChartReleasePlan(_options));

        Assert.Single((await _cake.ChartReleasePlanAsync(run, Token)).Failures);
    }

    [Fact]
    public void Promote_copies_and_fails_when_anything_is_missing()
    {
        _cake.ChartPush(_options);
        var options = _options with
        {
            Promotion = new PromotionRequest { From = _options.Registries[0] },
            Selection = new PublishedSelection { Charts = ["demo"] },
            Registries = [TargetReference.Parse($"oci-layout:{_folder.Combine("production")}")],
        };

        Assert.Equal(PromotionOutcome.Copied, Assert.Single(_cake.ChartPromote(options).Charts).Outcome);

        Assert.Throws<ChartReleaseException>(() =>
            _cake.ChartPromote(options with { Selection = new PublishedSelection { Charts = ["demo", "other"] } }));
    }

    [Fact]
    public async Task Reproduce_rebuilds_and_fails_when_the_commit_builds_something_else()
    {
        _cake.ChartPush(_options);
        Assert.Equal(ReproductionOutcome.Identical, Assert.Single(_cake.ChartReproduce(_options).Charts).Outcome);

        _git.Write("helm/demo/values.yaml", "greeting: other\n");
        var other = _options with { Selection = new PublishedSelection { Commit = await _git.CommitAsync() } };
        await using var run = _cake.ChartReleasePipeline(other);

        Assert.Equal(ReproductionOutcome.Different, Assert.Single((await _cake.ChartReproduceAsync(run, Token)).Charts).Outcome);
        Assert.Throws<ChartReleaseException>(() => _cake.ChartReproduce(other));
    }

    [Fact]
    public async Task A_tag_needs_a_template()
    {
        await using var run = _cake.ChartReleasePipeline(_options);

        var exception = await Assert.ThrowsAsync<ChartReleaseException>(() => _cake.ChartTagAsync(run, Token));

        Assert.Equal(FailureReason.InvalidSettings, exception.Reason);
    }

    [Fact]
    public async Task Clean_deletes_what_was_written()
    {
        _cake.ChartPackage(_options);
        await using var run = _cake.ChartReleasePipeline(_options);

        Assert.NotEmpty(_cake.ChartReleaseClean(run));

        Assert.False(Directory.Exists(_git.Combine("artifacts/charts")));
    }

    [Fact]
    public async Task A_cancelled_call_says_so()
    {
        var exception = await Assert.ThrowsAsync<ChartReleaseException>(() => _cake.ChartPackageAsync(_options, new CancellationToken(canceled: true)));

        Assert.Equal(FailureReason.Cancelled, exception.Reason);
    }
}
