using ChartRelease.Oci;
using ChartRelease.Release;
using ChartRelease.Release.Packaging;
using ChartRelease.Release.Planning;
using ChartRelease.Release.Progress;
using ChartRelease.Testing;

namespace ChartRelease.Integration.Race;

/// <summary>One of two that publish the same version with content of its own; does what <c>--target=Publish</c> does, step by step.</summary>
internal sealed class Publisher : IAsyncDisposable
{
    private readonly ReleasePipeline _pipeline;

    private Publisher(ReleasePipeline pipeline, PackagedChart chart) => (_pipeline, Chart) = (pipeline, chart);

    /// <summary>What it publishes.</summary>
    public PackagedChart Chart { get; }

    /// <summary>Whether it was told that the version is absent, and so has really raced.</summary>
    public bool Raced { get; private set; }

    /// <summary>Prepares a run up to the packaged chart.</summary>
    public static async Task<Publisher> PrepareAsync(GitRepository repository, string target)
    {
        var options = new ReleaseOptions { WorkingDirectory = repository.Path, Registries = [TargetReference.Parse(target)] };
        var helm = new HelmWithoutRegistry(repository.Combine("artifacts/charts"));
        var pipeline = new ReleasePipeline(options, _ => Task.FromResult<IHelmClient>(helm), NullReleaseLog.Instance, NullReleaseProgress.Instance);
        var charts = await pipeline.PackageAsync(TestContext.Current.CancellationToken);
        return new Publisher(pipeline, Assert.Single(charts));
    }

    /// <summary>Asks what the target holds.</summary>
    public async Task PlanAsync()
    {
        var plan = await _pipeline.PlanAsync(TestContext.Current.CancellationToken);
        Raced = Assert.Single(plan.Charts).Action == ReleaseAction.Publish;
    }

    /// <summary>Pushes and verifies what was planned.</summary>
    /// <returns>Why it failed; <see langword="null"/> when it reports success.</returns>
    public async Task<Failure?> FinishAsync()
    {
        try
        {
            await _pipeline.PushAsync(verifyFollows: true, TestContext.Current.CancellationToken);
            var report = await _pipeline.VerifyAsync(TestContext.Current.CancellationToken);
            Assert.True(Assert.Single(Assert.Single(report.Charts).Targets).Verified);
            return null;
        }
        catch (ChartReleaseException exception)
        {
            return exception.Failure;
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _pipeline.DisposeAsync();
}
