using ChartRelease.Release.Engines;
using ChartRelease.Release.History;
using ChartRelease.Release.Planning;
using ChartRelease.Release.Progress;

namespace ChartRelease.Release;

/// <summary>What the steps of a run share: settings, repository, targets and engine, each made when it is first needed.</summary>
internal sealed class ReleaseServices : IAsyncDisposable
{
    private readonly Lazy<Targets> _targets;
    private readonly Lazy<TargetStates> _states;
    private readonly Lazy<IReleaseEngine> _engine;

    public ReleaseServices(ReleaseOptions options, Func<CancellationToken, Task<IHelmClient>> helm, IReleaseLog log, IReleaseProgress progress)
    {
        (Options, Helm, Log, Progress) = (options, helm, log, progress);
        Deadlines = new Deadlines(options.Registry.Deadline, Time);
        Sources = new ReleaseSources(options, () => new PublishedReleases(Targets, States, Deadlines), log);
        _targets = new Lazy<Targets>(() => new Targets(options, Sources.Root, log, progress));
        _states = new Lazy<TargetStates>(() => new TargetStates(Targets, Deadlines, Time));
        _engine = new Lazy<IReleaseEngine>(() => options.Engine switch
        {
            EngineKind.Native => new NativeEngine(),
            EngineKind.Helm => new HelmEngine(helm, Targets, new NativeEngine()),
            _ => throw new ArgumentOutOfRangeException(nameof(options), options.Engine, "No such engine."),
        });
    }

    /// <summary>The settings of the run.</summary>
    public ReleaseOptions Options { get; }

    /// <summary>Finds the helm client.</summary>
    public Func<CancellationToken, Task<IHelmClient>> Helm { get; }

    /// <summary>Gets what the steps tell.</summary>
    public IReleaseLog Log { get; }

    /// <summary>Gets how far pushing and reading back are.</summary>
    public IReleaseProgress Progress { get; }

    /// <summary>The clock of the run.</summary>
    public TimeProvider Time { get; } = TimeProvider.System;

    /// <summary>How long what is done for a chart at a target may take.</summary>
    public Deadlines Deadlines { get; }

    /// <summary>The repository.</summary>
    public ReleaseSources Sources { get; }

    /// <summary>Where charts are published to.</summary>
    public Targets Targets => _targets.Value;

    /// <summary>What is there.</summary>
    public TargetStates States => _states.Value;

    /// <summary>Who packages and pushes.</summary>
    public IReleaseEngine Engine => _engine.Value;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_targets.IsValueCreated)
        {
            await Targets.DisposeAsync().ConfigureAwait(false);
        }

        await Sources.DisposeAsync().ConfigureAwait(false);
    }
}
