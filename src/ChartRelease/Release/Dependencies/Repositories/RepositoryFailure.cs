using System.Net;
using ChartRelease.Oci.Registry;

namespace ChartRelease.Release.Dependencies.Repositories;

/// <summary>Answers of chart repositories in words.</summary>
internal static class RepositoryFailure
{
    /// <summary>The failure of an answer that is not the file.</summary>
    public static RequestFailedException From(HttpResponseMessage response, Uri address, RepositoryLogin? login, DateTimeOffset now)
    {
        var shown = $"{SafeAddress.HostAndPath(address)} gave {(int)response.StatusCode}";
        var (reason, temporary) = response.StatusCode switch
        {
            HttpStatusCode.Unauthorized => (FailureReason.Unauthorized, false),
            HttpStatusCode.Forbidden => (FailureReason.Forbidden, false),
            HttpStatusCode.NotFound or HttpStatusCode.Gone => (FailureReason.NotFound, false),
            HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests => (FailureReason.RegistryError, true),
            >= HttpStatusCode.InternalServerError => (FailureReason.RegistryError, true),
            _ => (FailureReason.RegistryError, false),
        };
        return new RequestFailedException(
            new Failure(
                reason,
                $"{shown}{(login?.Username is { } user ? $" to \"{user}\"" : "")}.",
                "The file.",
                reason is FailureReason.Unauthorized or FailureReason.Forbidden
                    ? "Store credentials that it accepts: helm repo add NAME URL --username USER --password-stdin"
                    : "Check the dependency's repository in Chart.yaml."),
            shown)
        {
            IsTemporary = temporary,
            RetryAfter = RetryAfter.Of(response.Headers.RetryAfter, now),
        };
    }

    /// <summary>The failure of a file that does not end.</summary>
    public static ChartReleaseException TooLarge(Uri address, int limit) => new(
        FailureReason.RegistryError,
        $"{SafeAddress.HostAndPath(address)} is larger than {limit} bytes.",
        $"At most {limit} bytes.",
        "Check the dependency's repository in Chart.yaml.");
}
