using ChartRelease.Faults.Kinds;

namespace ChartRelease.Faults.Scenarios;

/// <summary>Downloads that are cut, changed or mislabelled: never taken for the chart.</summary>
internal static class DownloadScenarios
{
    private const string Wrong = "sha256:0000000000000000000000000000000000000000000000000000000000000000";

    public static IReadOnlyList<Scenario> All { get; } =
    [
        new("reset in the archive that is read back", new FaultRule(Requests.ReadArchive, Breaking.InAnswer)) { Requests = Scenario.Usual + 1 },
        new("archive truncated once when it is read back", new FaultRule(Requests.ReadArchive, Breaking.Truncated)) { Requests = Scenario.Usual + 1 },
        new("config truncated once when it is read back", new FaultRule(Requests.ReadConfig, Breaking.Truncated)) { Requests = Scenario.Usual + 1 },
        new("manifest truncated once when it is read back", new FaultRule(Requests.ReadTag, Breaking.Truncated)) { Requests = Scenario.Usual + 1 },
        Wronged("archive half as long, and said to be whole, when it is read back", new(Requests.ReadArchive, Breaking.CutShort, Times: 99), 10),
        Wronged("one bit of the archive changed when it is read back", new(Requests.ReadArchive, Forwarding.Corrupted, Times: 99), 10),
        Wronged("one bit of the config changed when it is read back", new(Requests.ReadConfig, Forwarding.Corrupted, Times: 99), 11),
        Wronged("one bit of the manifest changed when it is read back", new(Requests.ReadTag, Forwarding.Corrupted, Times: 99), 9),
        Wronged("wrong Docker-Content-Digest when the tag is read back", new(Requests.ReadTag, Forwarding.Header("Docker-Content-Digest", Wrong), Times: 99), 9),
        new("wrong Docker-Content-Digest when the manifest is read by digest", new FaultRule(Requests.ReadManifest, Forwarding.Header("Docker-Content-Digest", Wrong))),
        Wronged("wrong Docker-Content-Digest at manifest PUT", new(Requests.PushManifest, Forwarding.Header("Docker-Content-Digest", Wrong), Times: 99), 7),
        new("wrong Docker-Content-Digest at blob PUT", new FaultRule(Requests.SendArchive, Forwarding.Header("Docker-Content-Digest", Wrong), Times: 99))
        {
            Fails = FailureReason.DigestMismatch,
            Requests = 7,
        },
        new("no Docker-Content-Digest anywhere", new FaultRule(Requests.Any, Forwarding.Header("Docker-Content-Digest", null), Times: 99)),
        new("tag gone when it is read back", new FaultRule(Requests.ReadTag, Answering.Error(404, "MANIFEST_UNKNOWN", "manifest unknown"), Times: 99))
        {
            Fails = FailureReason.VerificationFailed,
            Requests = 8,
            After = HeldContent.Ours,
        },
        new("archive gone when it is read back", new FaultRule(Requests.ReadArchive, Answering.Error(404, "BLOB_UNKNOWN", "blob unknown"), Times: 99))
        {
            Fails = FailureReason.NotFound,
            Requests = 10,
            After = HeldContent.Ours,
        },
    ];

    // The registry holds the chart; it is the way back that cannot be trusted.
    private static Scenario Wronged(string name, FaultRule rule, int requests) => new(name, rule)
    {
        Fails = FailureReason.DigestMismatch,
        Requests = requests,
        After = HeldContent.Ours,
    };
}
