using ChartRelease.Faults.Kinds;

namespace ChartRelease.Faults.Scenarios;

/// <summary>500, 502, 503 and 504 at each of the requests: once, and for as long as anybody tries.</summary>
internal static class ServerErrorScenarios
{
    private const int Forever = 99;

    private static readonly int[] _statuses = [500, 502, 503, 504];

    private static readonly (string Name, RequestPattern Request, int Again)[] _steps =
    [
        ("resolve", Requests.Resolve, 1),
        ("begin upload", Requests.Begin, 1),
        ("blob PUT", Requests.SendArchive, Uploads.Again),
        ("manifest PUT", Requests.PushManifest, 1),
        ("read back by tag", Requests.ReadTag, 1),
        ("read back by digest", Requests.ReadManifest, 1),
        ("read back of the archive", Requests.ReadArchive, 1),
    ];

    public static IReadOnlyList<Scenario> All { get; } =
    [
        .. _steps.SelectMany(step => _statuses.Select(status =>
            new Scenario($"{status} once at {step.Name}", new FaultRule(step.Request, Body(status)(status))) { Requests = Scenario.Usual + step.Again })),
        new("503 three times at blob PUT", new FaultRule(Requests.SendArchive, Answering.Error(503), Times: 3))
        {
            Requests = Scenario.Usual + (3 * Uploads.Again),
        },
        new("502 once at each request", new FaultRule(Requests.Resolve, Answering.Page(502)), new FaultRule(Requests.Begin, Answering.Page(502)),
            new FaultRule(Requests.SendArchive, Answering.Page(502)), new FaultRule(Requests.PushManifest, Answering.Page(502)),
            new FaultRule(Requests.ReadTag, Answering.Page(502)), new FaultRule(Requests.ReadManifest, Answering.Page(502)))
        {
            Requests = Scenario.Usual + 5 + Uploads.Again,
        },
        new("503 before the body of the blob is read", new FaultRule(Requests.SendArchive, Unread.Error(503)))
        {
            Requests = Scenario.Usual + Uploads.Again,
        },
        new("503 for good at resolve", new FaultRule(Requests.Resolve, Answering.Error(503), Times: Forever))
        {
            Fails = FailureReason.RegistryError,
            Requests = 1 + 5,
        },
        new("503 for good at begin upload", new FaultRule(Requests.Begin, Answering.Error(503), Times: Forever))
        {
            Fails = FailureReason.RegistryError,
            Requests = 2 + 5 + 5,
        },
        new("503 for good at blob PUT", new FaultRule(Requests.SendArchive, Answering.Error(503), Times: Forever))
        {
            Fails = FailureReason.RegistryError,
            Requests = 4 + Uploads.Refused,
        },
        new("503 for good at manifest PUT", new FaultRule(Requests.PushManifest, Answering.Error(503), Times: Forever))
        {
            Fails = FailureReason.RegistryError,
            Requests = 6 + 5,
        },
        new("503 for good at read back by tag", new FaultRule(Requests.ReadTag, Answering.Error(503), Times: Forever))
        {
            Fails = FailureReason.RegistryError,
            Requests = 7 + 5,
            After = HeldContent.Ours,
        },
        new("504 after the manifest was stored", new FaultRule(Requests.PushManifest, Forwarding.DoneButAnswered(Answering.Document(504, "UNAVAILABLE", "too late"))))
        {
            Requests = Scenario.Usual + 1,
        },
        new("502 after the blob was stored", new FaultRule(Requests.SendArchive, Forwarding.DoneButAnswered(Answering.Document(502, "UNAVAILABLE", "lost"))))
        {
            Requests = Scenario.Usual + Uploads.Found,
        },
        new("404 as a page of HTML at resolve", new FaultRule(Requests.Resolve, Answering.Page(404), Times: Forever))
        {
            Fails = FailureReason.RegistryError,
            Requests = 2,
        },
        new("200 as a page of HTML at resolve", new FaultRule(Requests.Resolve, Answering.Page(200), Times: Forever))
        {
            Fails = FailureReason.RegistryError,
            Requests = 2,
        },
        new("400 as a page of HTML at manifest PUT", new FaultRule(Requests.PushManifest, Answering.Page(400), Times: Forever))
        {
            Fails = FailureReason.RegistryError,
            Requests = 7,
        },
    ];

    // What stands before a registry answers in HTML, the registry itself in JSON.
    private static Func<int, Fault> Body(int status) => status is 502 or 504 ? Answering.Page : static code => Answering.Error(code);
}
