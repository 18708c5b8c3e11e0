using Cake.ChartRelease;
using Cake.Core;
using ChartRelease;
using ChartRelease.Release;
using ChartRelease.Release.Bumping;
using ChartRelease.Release.Linting;
using ChartRelease.Versioning;

namespace Cake.Frosting.ChartRelease;

/// <summary>What the tasks share: the pipeline of this run, and a token that ends with Ctrl+C or SIGTERM.</summary>
public sealed class ReleaseContext(ICakeContext context) : FrostingContext(context)
{
    private ReleaseRun? _run;

    /// <summary>The pipeline of this run; made in the setup.</summary>
    public ReleasePipeline Pipeline => Run.Pipeline;

    /// <summary>Shows results to people, machines and CI systems.</summary>
    public ReleaseOutput Output => Run.Output;

    /// <summary>Whether the run also reads back what it pushes.</summary>
    public bool VerifyFollows => Run.VerifyFollows;

    /// <summary>Ends with Ctrl+C or SIGTERM.</summary>
    public CancellationToken Cancellation => Run.Cancellation;

    /// <summary>Looks at the repository before a task writes to it.</summary>
    /// <param name="commits">Whether the task commits.</param>
    /// <exception cref="ChartReleaseException"><see cref="FailureReason.RepositoryNotWritable"/>.</exception>
    public void CheckRepository(bool commits) => RepositoryCheck.Run(this, commits);

    /// <summary>Checks the charts; before a version change as they were before one that was killed.</summary>
    public async Task<LintReport> LintAsync()
    {
        if (Run.BumpIsTarget)
        {
            await Pipeline.UndoUnfinishedBumpAsync(Cancellation);
        }

        return await this.ChartLintAsync(Pipeline, Cancellation);
    }

    /// <summary>Whether a version change was asked for: by an argument, or by naming the target BumpVersion.</summary>
    public bool WantsBump => Pipeline.Options.Bump.IsRequested || Run.BumpIsTarget;

    /// <summary>Makes the version change that was asked for, or is chosen now.</summary>
    /// <exception cref="ChartReleaseException">
    /// <see cref="FailureReason.InvalidSettings"/>: nothing says which, and nobody can be asked. And see <see cref="ReleasePipeline"/>.
    /// </exception>
    public async Task<BumpReport> BumpAsync()
    {
        var request = Pipeline.Options.Bump;
        if (request.IsRequested)
        {
            return await this.ChartVersionBumpAsync(Pipeline, Cancellation);
        }

        if (!Run.MayAsk)
        {
            throw BumpQuestion.Unanswerable();
        }

        var proposals = await Pipeline.ProposeBumpAsync(request with { Kind = BumpKind.Auto }, Cancellation);
        var answer = await BumpQuestion.AtTerminal().AskAsync(request, proposals, Cancellation);
        return answer is null ? new BumpReport([], null) : await Pipeline.BumpAsync(answer, Cancellation);
    }

    /// <summary>Whether the setup got as far as a run; with wrong settings it does not.</summary>
    internal bool HasRun => _run is not null;

    internal ReleaseRun Run
    {
        get => _run ?? throw new InvalidOperationException($"{nameof(ReleaseLifetime)} has not run: register it with UseChartRelease().");
        set => _run = value;
    }
}
