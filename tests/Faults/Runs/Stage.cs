using ChartRelease.Faults.Scenarios;
using ChartRelease.Release.Packaging;

namespace ChartRelease.Faults.Runs;

/// <summary>One scenario set up for one run: a repository with what it holds before, and the proxies.</summary>
public sealed class Stage : IAsyncDisposable
{
    private readonly FaultBed _bed;
    private readonly Scenario _scenario;
    private readonly string _path = $"t{Guid.NewGuid():n}";

    private Stage(FaultBed bed, Scenario scenario, TimeProvider time)
    {
        _bed = bed;
        _scenario = scenario;
        var registry = bed.Registry(scenario.Mode).Host;
        Storage = FaultProxy.Start(new(registry) { LentAuthorization = FaultBed.Account.Basic.ToString() });
        Proxy = FaultProxy.Start(new(registry)
        {
            Script = new FaultScript(scenario.Script, Names),
            Storage = Storage.Host,
            Tokens = scenario.Mode == RegistryMode.Token ? new Uri(bed.Tokens.Realm).Authority : null,
            OtherPublisher = cancellationToken => Plain.PublishAsync(Repository, bed.Charts.Other, cancellationToken),
            Time = time,
        });
    }

    /// <summary>The way to the registry.</summary>
    public FaultProxy Proxy { get; }

    /// <summary>The other origin.</summary>
    public FaultProxy Storage { get; }

    /// <summary>Where to publish.</summary>
    public string Target => $"oci://{Proxy.Host}/{_path}";

    internal PackagedChart Chart => _scenario.IsBig ? _bed.Charts.Large : _bed.Charts.Chart;

    private string Repository => $"{_path}/{Chart.Chart.Name}";

    private PlainRegistry Plain => _bed.Plain(_scenario.Mode);

    private Dictionary<string, string> Names => new()
    {
        ["{tag}"] = Chart.Tag,
        ["{archive}"] = Chart.Archive.Descriptor.Digest.Hex,
        ["{config}"] = Chart.Config.Descriptor.Digest.Hex,
    };

    /// <summary>Sets a scenario up.</summary>
    /// <param name="bed">What it stands on.</param>
    /// <param name="scenario">The scenario.</param>
    /// <param name="time">The clock of who publishes, for dates.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task<Stage> SetAsync(FaultBed bed, Scenario scenario, TimeProvider time, CancellationToken cancellationToken)
    {
        var stage = new Stage(bed, scenario, time);
        try
        {
            await stage.SeedAsync(cancellationToken);
            return stage;
        }
        catch
        {
            await stage.DisposeAsync();
            throw;
        }
    }

    /// <summary>What the registry holds now, by its own word.</summary>
    public Task<(HeldContent Content, string? Digest)> ReadAsync(CancellationToken cancellationToken) =>
        Plain.ReadAsync(Repository, Chart, cancellationToken);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Proxy.DisposeAsync();
        await Storage.DisposeAsync();
    }

    private Task SeedAsync(CancellationToken cancellationToken) => _scenario.Before switch
    {
        HeldContent.Absent => Task.CompletedTask,
        HeldContent.Ours => Plain.PublishAsync(Repository, Chart, cancellationToken),
        HeldContent.Other => Plain.PublishAsync(Repository, _bed.Charts.Other, cancellationToken),
        var other => throw new ArgumentOutOfRangeException(nameof(cancellationToken), other, "Nothing begins with that."),
    };
}
