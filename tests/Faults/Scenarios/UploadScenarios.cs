using ChartRelease.Faults.Kinds;

namespace ChartRelease.Faults.Scenarios;

/// <summary>Mounts, sessions and statuses in which registries differ.</summary>
internal static class UploadScenarios
{
    private static readonly int[] _refusals = [400, 404, 405, 501];

    public static IReadOnlyList<Scenario> All { get; } =
    [
        .. _refusals.Select(status => new Scenario(
            $"{status} in answer to a mount",
            new FaultRule(Requests.Mount, Answering.Error(status, "UNSUPPORTED", "no mounts here")))
        {
            Requests = Scenario.Usual + 1,
        }),
        new(
            "202 in answer to a POST that asks for a blob that is there",
            new FaultRule(Requests.SendArchive, Forwarding.DoneButAnswered(Answering.Document(502, "UNAVAILABLE", "lost"))),
            new FaultRule(Requests.Mount, Forwarding.WithoutQuery, From: 2))
        {
            Requests = Scenario.Usual + Uploads.Anew,
        },
        new("202 in answer to the PUT that ends an upload", new FaultRule(Requests.SendArchive, Answering.With(new(202, [], default)), Times: 99))
        {
            Fails = FailureReason.RegistryError,
            Requests = 7,
        },
        new("204 in answer to the PUT that ends an upload", new FaultRule(Requests.SendArchive, Forwarding.DoneButAnswered(new(204, [], default)), Times: 99))
        {
            Fails = FailureReason.RegistryError,
            Requests = 7,
        },
        new("upload lost by the registry once", new FaultRule(Requests.SendArchive, Answering.Error(404, "BLOB_UPLOAD_UNKNOWN", "blob upload unknown to registry")))
        {
            Requests = Scenario.Usual + Uploads.Again,
        },
        new("400 DIGEST_INVALID at blob PUT", new FaultRule(Requests.SendArchive, Answering.Error(400, "DIGEST_INVALID", "provided digest did not match uploaded content"), Times: 99))
        {
            Fails = FailureReason.RegistryError,
            Requests = 7,
        },
        new("413 at blob PUT, before the body is read", new FaultRule(Requests.SendArchive, Unread.Error(413), Times: 99))
        {
            Fails = FailureReason.RegistryError,
            Requests = 7,
        },
    ];
}
