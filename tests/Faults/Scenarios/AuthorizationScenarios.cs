using ChartRelease.Faults.Kinds;

namespace ChartRelease.Faults.Scenarios;

/// <summary>Tokens that run out, permissions that are missing, answers that repeat secrets.</summary>
internal static class AuthorizationScenarios
{
    private static readonly (string Name, RequestPattern Request)[] _steps =
    [
        ("begin upload", Requests.Begin),
        ("blob PUT", Requests.SendArchive),
        ("manifest PUT", Requests.PushManifest),
        ("read back by tag", Requests.ReadTag),
        ("read back of the archive", Requests.ReadArchive),
    ];

    public static IReadOnlyList<Scenario> All { get; } =
    [
        .. _steps.Select(step => new Scenario($"token runs out before {step.Name}", new FaultRule(step.Request, Forwarding.Expired))
        {
            Mode = RegistryMode.Token,
            Requests = Scenario.Usual + 1 + 2,
        }),
        new("token server answers 503 once", new FaultRule(Requests.Token, Answering.Error(503))) { Mode = RegistryMode.Token, Requests = Scenario.Usual + 2 },
        new("token server resets the connection once", new FaultRule(Requests.Token, Breaking.BeforeBody)) { Mode = RegistryMode.Token, Requests = Scenario.Usual + 2 },
        new("401 for good in mid-run", new FaultRule(Requests.PushManifest, Forwarding.Expired, Times: 99))
        {
            Fails = FailureReason.Unauthorized,
            Requests = 7,
        },
        new("token refused for good in mid-run", new FaultRule(Requests.PushManifest, Forwarding.Expired, Times: 99))
        {
            Mode = RegistryMode.Token,
            Fails = FailureReason.Unauthorized,
            Requests = 10,
        },
        new("403 at resolve", new FaultRule(Requests.Resolve, Denied(), Times: 99)) { Fails = FailureReason.Forbidden, Requests = 2 },
        new("403 at begin upload", new FaultRule(Requests.Begin, Denied(), Times: 99)) { Fails = FailureReason.Forbidden, Requests = 4 },
        new("403 at blob PUT", new FaultRule(Requests.SendArchive, Denied(), Times: 99)) { Fails = FailureReason.Forbidden, Requests = 7 },
        new("403 at manifest PUT", new FaultRule(Requests.PushManifest, Denied(), Times: 99)) { Fails = FailureReason.Forbidden, Requests = 7 },
        new("403 that repeats the credentials", new FaultRule(Requests.PushManifest, Answering.EchoOfCredentials(403), Times: 99)) { Fails = FailureReason.Forbidden, Requests = 7 },
        new("403 that repeats the token", new FaultRule(Requests.PushManifest, Answering.EchoOfCredentials(403), Times: 99))
        {
            Mode = RegistryMode.Token,
            Fails = FailureReason.Forbidden,
            Requests = 8,
        },
        new("404: the repository must be made first", new FaultRule(Requests.Begin, Answering.Error(404, "NAME_UNKNOWN", "repository does not exist"), Times: 99))
        {
            Fails = FailureReason.NotFound,
            Requests = 6,
        },
    ];

    private static Fault Denied() => Answering.Error(403, "DENIED", "requested access to the resource is denied");
}
