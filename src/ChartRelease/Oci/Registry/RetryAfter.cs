using System.Net.Http.Headers;

namespace ChartRelease.Oci.Registry;

/// <summary>The Retry-After header in both of its forms (<see href="https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3"/>).</summary>
internal static class RetryAfter
{
    /// <summary>How long to wait from now; zero for a date that has passed, <see langword="null"/> without the header.</summary>
    public static TimeSpan? Of(RetryConditionHeaderValue? header, DateTimeOffset now) => header switch
    {
        { Delta: { } seconds } => seconds,
        { Date: { } date } => date > now ? date - now : TimeSpan.Zero,
        _ => null,
    };
}
