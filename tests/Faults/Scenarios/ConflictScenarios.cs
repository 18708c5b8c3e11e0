using ChartRelease.Faults.Kinds;

namespace ChartRelease.Faults.Scenarios;

/// <summary>Immutable registries, and other publishers.</summary>
internal static class ConflictScenarios
{
    public static IReadOnlyList<Scenario> All { get; } =
    [
        new("the version is published with other content") { Before = HeldContent.Other, Fails = FailureReason.VersionConflict, Requests = 2 },
        new("immutable registry (409): the same version again", new FaultRule(Requests.PushManifest, Refused(409), Times: 99))
        {
            Before = HeldContent.Ours,
            Requests = Scenario.UsualSkip,
            IsBestAvoided = true,
        },
        new("immutable registry (400): the same version again", new FaultRule(Requests.PushManifest, Refused(400), Times: 99))
        {
            Before = HeldContent.Ours,
            Requests = Scenario.UsualSkip,
            IsBestAvoided = true,
        },
        new("immutable registry (409): another publisher was faster", new FaultRule(Requests.PushManifest, Forwarding.OtherPublisherFirst(Refused(409)), Times: 99)) { Fails = FailureReason.VersionConflict, Requests = 8, After = HeldContent.Other },
        new("immutable registry (400): another publisher was faster", new FaultRule(Requests.PushManifest, Forwarding.OtherPublisherFirst(Refused(400)), Times: 99)) { Fails = FailureReason.VersionConflict, Requests = 8, After = HeldContent.Other },
        new("immutable registry (412): another publisher was faster", new FaultRule(Requests.PushManifest, Forwarding.OtherPublisherFirst(Refused(412)), Times: 99)) { Fails = FailureReason.VersionConflict, Requests = 8, After = HeldContent.Other },
        new("immutable registry (409): the first answer is lost", new FaultRule(Requests.PushManifest, Breaking.BeforeAnswer), new FaultRule(Requests.PushManifest, Refused(409), From: 2, Times: 99))
        {
            Requests = Scenario.Usual + 2,
        },
        new("another publisher overwrites right after manifest PUT", new FaultRule(Requests.PushManifest, Forwarding.OtherPublisherAfter))
        {
            Fails = FailureReason.VersionConflict,
            Requests = 8,
            After = HeldContent.Other,
        },
    ];

    private static Fault Refused(int status) => Answering.Error(status, "TAG_INVALID", "the tag is immutable and cannot be overwritten");
}
