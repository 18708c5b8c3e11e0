using ChartRelease.Faults.Kinds;

namespace ChartRelease.Faults.Scenarios;

/// <summary>Bodies that move slowly, stand still, or never end.</summary>
public static class SlowScenarios
{
    private static readonly TimeSpan _timeout = TimeSpan.FromSeconds(1.5);

    /// <summary>The list.</summary>
    public static IReadOnlyList<Scenario> All { get; } =
    [
        new("archive read back slowly, in twice the time that it may stand still", new FaultRule(Requests.ReadArchive, Slow.Answer)) { Timeout = _timeout },
        new("archive sent slowly, in twice the time that it may stand still", new FaultRule(Requests.SendArchive, Slow.Request)) { Timeout = _timeout, IsBig = true },
        new("archive stands still when it is read back", new FaultRule(Requests.ReadArchive, Slow.StandsStill)) { Timeout = _timeout, Requests = Scenario.Usual + 1 },
        new("manifest stands still when it is read back", new FaultRule(Requests.ReadTag, Slow.StandsStill)) { Timeout = _timeout, Requests = Scenario.Usual + 1 },
        new("no answer to resolve", new FaultRule(Requests.Resolve, Slow.NoAnswer)) { Timeout = _timeout, Requests = Scenario.Usual + 1 },
        new("no answer to blob PUT", new FaultRule(Requests.SendArchive, Slow.NoAnswer)) { Timeout = _timeout, Requests = Scenario.Usual + Uploads.Again },
        new("no answer though the manifest is stored", new FaultRule(Requests.PushManifest, Slow.NoAnswerAfterDone)) { Timeout = _timeout, Requests = Scenario.Usual + 1 },
        new("endless error at resolve", new FaultRule(Requests.Resolve, Slow.Endless(500), Times: 99)) { Fails = FailureReason.RegistryError, Requests = 6 },
        new("endless error once at begin upload", new FaultRule(Requests.Begin, Slow.Endless(503, "text/html"))) { Requests = Scenario.Usual + 1 },
        new("endless refusal of the manifest", new FaultRule(Requests.PushManifest, Slow.Endless(400, "text/html"), Times: 99)) { Fails = FailureReason.RegistryError, Requests = 7 },
        new("endless manifest at resolve", new FaultRule(Requests.Resolve, Slow.Endless(200), Times: 99)) { Fails = FailureReason.RegistryError, Requests = 2 },
        new("endless archive when it is read back", new FaultRule(Requests.ReadArchive, Slow.Endless(200), Times: 99))
        {
            Fails = FailureReason.DigestMismatch,
            Requests = 10,
            After = HeldContent.Ours,
        },
    ];
}
