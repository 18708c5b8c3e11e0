using ChartRelease.Oci.Auth;

namespace ChartRelease.Oci.Registry;

/// <summary>Answers in words.</summary>
internal static class AnswerFailure
{
    /// <summary>The failure an answer means.</summary>
    public static RequestFailedException From(Answer answer) =>
        new(Explain(answer), $"{SafeAddress.HostAndPath(answer.Address)}: {Status(answer)}")
        {
            IsTemporary = answer.IsTemporary,
            IsLostUpload = answer.IsLostUpload,
            RetryAfter = answer.RetryAfter,
        };

    private static Failure Explain(Answer answer) => answer.Reason switch
    {
        FailureReason.Unauthorized when answer.Credential is { } credential => new(
            FailureReason.Unauthorized,
            $"{answer.Host} does not accept {credential.Description}. {Told(answer)}",
            "Credentials that are neither wrong nor expired.",
            credential.IsStored
                ? $"Log in again, for example with: helm registry login {answer.Host}. To read public charts only, remove the entry from {credential.Source}."
                : credential.PasswordSource is { } password
                    ? $"Correct the password from {password}, or the user name from {credential.Source}: the registry knows no such pair."
                    : $"Replace the token in {credential.Source} with one that is valid now."),
        FailureReason.Unauthorized => new(
            FailureReason.Unauthorized,
            $"{answer.Host} asks for credentials, and none were found that it takes. {Told(answer)}",
            "Credentials given to this run, or stored by helm registry login or docker login.",
            answer.Host == GitHubCredentials.Host
                ? "Set GITHUB_TOKEN (and GITHUB_ACTOR) to a token with write:packages (it is sent to a checked certificate only), or give --username and --password-stdin."
                : $"Give --username and --password-stdin, or run: helm registry login {answer.Host}"),
        FailureReason.Forbidden => new(
            FailureReason.Forbidden,
            $"{answer.Host} does not allow {answer.Credential?.Description ?? "clients without credentials"} to do this. {Told(answer)}",
            "Credentials with the permission to push here.",
            answer.Host == GitHubCredentials.Host
                ? "Grant write:packages to the token; in GitHub Actions set permissions: packages: write, and give the repository write access in the package's settings."
                : "Grant the permission in the registry, use other credentials, or correct the path in --registry."),
        FailureReason.NotFound => new(
            FailureReason.NotFound,
            $"{answer.Host} does not know what was asked for. {Told(answer)}",
            "A repository that exists, or a registry that makes it with the first push.",
            "Check the path in --registry. Some registries (Amazon ECR) want the repository, PATH/CHART, to be created before the first push."),
        FailureReason.VersionConflict => new(
            FailureReason.VersionConflict,
            $"{answer.Host} does not let this version be overwritten. {Told(answer)}",
            "A version that is not published yet.",
            "Raise the version in Chart.yaml, for example with --bump=patch."),
        FailureReason.RegistryError when answer.IsHttpToTls => new(
            FailureReason.RegistryError,
            $"{answer.Host} speaks TLS, and was spoken to in HTTP. {Told(answer)}",
            "TLS with a registry that speaks TLS.",
            answer.Address.IsLoopback
                ? "Loopback hosts are spoken to in HTTP; --ca-file=FILE, the PEM file of the registry's authority, turns TLS on there (and leave out --plain-http)."
                : "Leave out --plain-http."),
        var reason => new(
            reason,
            $"{answer.Host} failed. {Told(answer)}",
            "The answer of an OCI registry.",
            answer.IsTemporary
                ? "Run the same command again later: what is published already is not sent twice."
                : "Check the host and path in --registry. If they are right, show this message to those who run the registry."),
    };

    private static string Told(Answer answer) =>
        $"{answer.Method} {answer.Address.Scheme}://{SafeAddress.HostAndPath(answer.Address)} gave {Status(answer)}{(answer.Said.Length == 0 ? "." : $": {answer.Said}")}";

    private static string Status(Answer answer)
    {
        var wait = answer.RetryAfter is { } time ? $" (Retry-After {time.TotalSeconds:0} s)" : "";
        using var phrase = new HttpResponseMessage(answer.Status);
        return $"{(int)answer.Status}{(phrase.ReasonPhrase is { Length: > 0 } words ? " " + words : "")}{wait}";
    }
}
