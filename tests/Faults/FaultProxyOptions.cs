namespace ChartRelease.Faults;

/// <summary>What stands around a <see cref="FaultProxy"/>.</summary>
/// <param name="Behind">Host and port of the registry.</param>
public sealed record FaultProxyOptions(string Behind)
{
    /// <summary>What goes wrong.</summary>
    public FaultScript Script { get; init; } = FaultScript.Empty;

    /// <summary>Host and port of the token server, which this proxy then shows as its own <c>/token</c>; <see langword="null"/> for none.</summary>
    public string? Tokens { get; init; }

    /// <summary>Host and port of another origin that redirects lead to.</summary>
    public string Storage { get; init; } = "";

    /// <summary>An Authorization header for requests that come without one, as a storage service's signed addresses need none.</summary>
    public string? LentAuthorization { get; init; }

    /// <summary>Publishes other content under the same tag, past this proxy.</summary>
    public Func<CancellationToken, Task> OtherPublisher { get; init; } = _ => Task.CompletedTask;

    /// <summary>The clock that dates in headers are told by.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>How long the proxy lives at most, whatever happens to who started it.</summary>
    public TimeSpan Life { get; init; } = TimeSpan.FromMinutes(3);
}
