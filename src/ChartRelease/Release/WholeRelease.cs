using ChartRelease.Release.Reporting;

namespace ChartRelease.Release;

/// <summary>Takes the steps of a release that a run has not taken yet, in their order.</summary>
/// <param name="run">The run.</param>
/// <param name="taken">The steps it has taken.</param>
internal sealed class WholeRelease(ReleasePipeline run, ReleaseSteps taken)
{
    public async Task<ReleaseReport> RunAsync(CancellationToken cancellationToken)
    {
        if (IsMissing(ReleaseSteps.Lint))
        {
            (await run.LintAsync(cancellationToken).ConfigureAwait(false)).ThrowIfNotClean();
        }

        if (IsMissing(ReleaseSteps.Bump) && run.Options.Bump.IsRequested)
        {
            await run.BumpAsync(cancellationToken).ConfigureAwait(false);
        }

        if (IsMissing(ReleaseSteps.Login))
        {
            await run.LoginAsync(cancellationToken).ConfigureAwait(false);
        }

        if (IsMissing(ReleaseSteps.Push))
        {
            await run.PushAsync(verifyFollows: true, cancellationToken).ConfigureAwait(false);
        }

        if (IsMissing(ReleaseSteps.Verify))
        {
            await run.VerifyAsync(cancellationToken).ConfigureAwait(false);
        }

        if (IsMissing(ReleaseSteps.Tag) && run.Options.TagsReleases)
        {
            await run.TagAsync(cancellationToken).ConfigureAwait(false);
        }

        return await run.ReportAsync(cancellationToken).ConfigureAwait(false);
    }

    private bool IsMissing(ReleaseSteps step) => !taken.HasFlag(step);
}
