using ChartRelease.Faults.Kinds;

namespace ChartRelease.Faults.Scenarios;

/// <summary>429 and 503 with Retry-After in both of its forms.</summary>
internal static class WaitingScenarios
{
    private static readonly (string Name, RequestPattern Request, int Again)[] _steps =
    [
        ("resolve", Requests.Resolve, 1),
        ("begin upload", Requests.Begin, 1),
        ("blob PUT", Requests.SendArchive, Uploads.Again),
        ("manifest PUT", Requests.PushManifest, 1),
    ];

    public static IReadOnlyList<Scenario> All { get; } =
    [
        .. _steps.SelectMany(step => (Scenario[])
        [
            new($"429 with Retry-After: 2 at {step.Name}", new FaultRule(step.Request, Answering.RetryAfterSeconds(429, 2)))
            {
                Requests = Scenario.Usual + step.Again,
                Waits = TimeSpan.FromSeconds(2),
            },
            new($"503 with Retry-After as a date at {step.Name}", new FaultRule(step.Request, Answering.RetryAfterDate(503, 3)))
            {
                Requests = Scenario.Usual + step.Again,
                Waits = TimeSpan.FromSeconds(2),
            },
        ]),
        new("503 with Retry-After: 20, twice, at manifest PUT", new FaultRule(Requests.PushManifest, Answering.RetryAfterSeconds(503, 20), Times: 2))
        {
            Requests = Scenario.Usual + 2,
            Waits = TimeSpan.FromSeconds(40),
        },
        new("429 with Retry-After as a date that has passed at begin upload", new FaultRule(Requests.Begin, Answering.RetryAfterDate(429, -60)))
        {
            Requests = Scenario.Usual + 1,
        },
        new("429 with Retry-After: 3600 at resolve", new FaultRule(Requests.Resolve, Answering.RetryAfterSeconds(429, 3600), Times: 99))
        {
            Fails = FailureReason.RegistryError,
            Requests = 2,
        },
        new("503 with Retry-After as a date in an hour at manifest PUT", new FaultRule(Requests.PushManifest, Answering.RetryAfterDate(503, 3600), Times: 99))
        {
            Fails = FailureReason.RegistryError,
            Requests = 7,
        },
    ];
}
