using Cake.ChartRelease;
using Cake.Core;
using ChartRelease.Release;

namespace Cake.Frosting.ChartRelease;

/// <summary>One run: its options, its pipeline, and its end.</summary>
internal sealed class ReleaseRun : IAsyncDisposable
{
    private readonly StopSignals _signals;

    public ReleaseRun(ICakeContext context, IReadOnlyCollection<ICakeTaskInfo> tasks, OwnArguments own)
    {
        VerifyFollows = tasks.Any(task => task.Name == VerifyTask.Name);
        var options = ReleaseArguments.ReadAll(context, own.Names);
        BumpIsTarget = tasks.LastOrDefault()?.Name == BumpVersionTask.Name;
        MayAsk = QuestionSurroundings.Current(options.AssumeYes).MayAsk;
        var (progress, log) = ProgressOutput.Create(context, options);
        _signals = new StopSignals(() => (progress as LiveProgress)?.Leave());
        var helm = new HelmProvider(context, options, log);
        Pipeline = new ReleasePipeline(options, helm.GetAsync, log, progress);
        Output = new ReleaseOutput(options, context, Pipeline.UsesPlainHttp);
    }

    public ReleasePipeline Pipeline { get; }

    public ReleaseOutput Output { get; }

    public bool VerifyFollows { get; }

    public bool BumpIsTarget { get; }

    public bool MayAsk { get; }

    public CancellationToken Cancellation => _signals.Token;

    public async ValueTask DisposeAsync()
    {
        await Pipeline.DisposeAsync();
        _signals.Dispose();
    }
}
