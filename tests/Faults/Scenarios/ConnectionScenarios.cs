using ChartRelease.Faults.Kinds;

namespace ChartRelease.Faults.Scenarios;

/// <summary>Resets before, during and after each body, and answers that are lost when the registry has done its work.</summary>
internal static class ConnectionScenarios
{
    private static readonly (string Name, RequestPattern Request, int Again)[] _bodies =
    [
        ("the config", Requests.SendConfig, Uploads.Again),
        ("the archive", Requests.SendArchive, Uploads.Again),
        ("the manifest", Requests.PushManifest, 1),
    ];

    private static readonly (string Name, RequestPattern Request)[] _answers =
    [
        ("resolve", Requests.Resolve),
        ("begin upload", Requests.Begin),
        ("read back by tag", Requests.ReadTag),
        ("read back by digest", Requests.ReadManifest),
        ("read back of the archive", Requests.ReadArchive),
    ];

    public static IReadOnlyList<Scenario> All { get; } =
    [
        .. _bodies.SelectMany(body => (Scenario[])
        [
            new($"reset before the body of {body.Name}", new FaultRule(body.Request, Breaking.BeforeBody)) { Requests = Scenario.Usual + body.Again },
            new($"reset in the body of {body.Name}", new FaultRule(body.Request, Breaking.InBody)) { Requests = Scenario.Usual + (body.Request == Requests.PushManifest ? 1 : Uploads.Anew) },
            new($"reset after the body of {body.Name}", new FaultRule(body.Request, Breaking.AfterBody)) { Requests = Scenario.Usual + body.Again },
            new($"answer lost after the registry stored {body.Name}", new FaultRule(body.Request, Breaking.BeforeAnswer))
            {
                Requests = Scenario.Usual + (body.Request == Requests.PushManifest ? 1 : Uploads.Found),
            },
            new($"answer broken off after the registry stored {body.Name}", new FaultRule(body.Request, Breaking.InHead))
            {
                Requests = Scenario.Usual + (body.Request == Requests.PushManifest ? 1 : Uploads.Found),
            },
        ]),
        .. _answers.Select(answer => new Scenario($"reset before the answer of {answer.Name}", new FaultRule(answer.Request, Breaking.BeforeAnswer))
        {
            Requests = Scenario.Usual + 1,
        }),
        new(
            "reset in the body of the archive, whose first half the registry keeps",
            new FaultRule(Requests.SendArchive, Keeping.Half),
            new FaultRule(Requests.UploadState, Keeping.State))
        {
            Requests = Scenario.Usual + Uploads.Rest,
        },
        new("reset at each request once", new FaultRule(Requests.Resolve, Breaking.BeforeBody), new FaultRule(Requests.Begin, Breaking.BeforeBody),
            new FaultRule(Requests.SendArchive, Breaking.InBody), new FaultRule(Requests.PushManifest, Breaking.AfterBody),
            new FaultRule(Requests.ReadTag, Breaking.BeforeAnswer), new FaultRule(Requests.ReadArchive, Breaking.InAnswer))
        {
            Requests = Scenario.Usual + 5 + Uploads.Anew,
        },
        new("reset for good in the body of the archive", new FaultRule(Requests.SendArchive, Breaking.InBody, Times: 99))
        {
            Fails = FailureReason.RegistryUnreachable,
            Requests = 4 + Uploads.Broken,
        },
        new("reset for good at the first request", new FaultRule(Requests.Any, Breaking.BeforeBody, Times: 99))
        {
            Fails = FailureReason.RegistryUnreachable,
            // Each of five attempts is four requests: .NET repeats what was reset before the answer began.
            Requests = 5 * 4,
        },
    ];
}
