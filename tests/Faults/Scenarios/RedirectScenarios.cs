using ChartRelease.Faults.Kinds;

namespace ChartRelease.Faults.Scenarios;

/// <summary>Answers that lead elsewhere. Credentials are not taken along to another origin.</summary>
internal static class RedirectScenarios
{
    public static IReadOnlyList<Scenario> All { get; } =
    [
        new("307 to another origin at blob PUT", new FaultRule(Requests.SendArchive, Answering.RedirectElsewhere(307))) { Elsewhere = 1 },
        new("308 to another origin at begin upload", new FaultRule(Requests.Begin, Answering.RedirectElsewhere(308))) { Requests = Scenario.Usual - 1, Elsewhere = 2 },
        new("307 to another origin when the archive is read back", new FaultRule(Requests.ReadArchive, Answering.RedirectElsewhere(307))) { Elsewhere = 1 },
        new("302 to another origin when the config is read back", new FaultRule(Requests.ReadConfig, Answering.RedirectElsewhere(302))) { Elsewhere = 1 },
        new("307 to another origin at manifest PUT", new FaultRule(Requests.PushManifest, Answering.RedirectElsewhere(307))) { Elsewhere = 1 },
        new("Location of the upload at another origin", new FaultRule(Requests.Begin, Forwarding.LocationElsewhere, Times: 99)) { Requests = Scenario.Usual - 2, Elsewhere = 2 },
        new("relative Location with a query", new FaultRule(Requests.Begin, Forwarding.RelativeLocation, Times: 99)),
        new("no Location at begin upload", new FaultRule(Requests.Begin, Forwarding.Header("Location", null), Times: 99)) { Fails = FailureReason.RegistryError, Requests = 4 },
        new("redirects in circles", new FaultRule(Requests.Resolve, Answering.RedirectInCircles(307), Times: 99)) { Fails = FailureReason.RegistryError, Requests = 7 },
        new("303 at manifest PUT", new FaultRule(Requests.PushManifest, Answering.RedirectElsewhere(303), Times: 99)) { Fails = FailureReason.RegistryError, Requests = 7 },
    ];
}
