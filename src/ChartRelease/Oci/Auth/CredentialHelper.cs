using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using ChartRelease.Processes;

namespace ChartRelease.Oci.Auth;

/// <summary>
/// A credential store's program, <c>docker-credential-NAME get</c> with the registry on standard input
/// (<see href="https://github.com/docker/docker-credential-helpers#development"/>).
/// </summary>
/// <param name="name">NAME.</param>
/// <param name="file">The file that names the helper, for messages.</param>
/// <param name="environment">Reads PATH.</param>
internal sealed partial class CredentialHelper(string name, string file, Func<string, string?> environment) : ICredentialSource
{
    private const int AnswerLimit = 64 * 1024;
    private readonly string _program = "docker-credential-" + name;

    public async Task<Credential?> FindAsync(string host, CancellationToken cancellationToken)
    {
        var (exitCode, output) = await RunAsync(FindProgram(), HostKeys.Of(host), cancellationToken).ConfigureAwait(false);
        if (exitCode != 0)
        {
            // The one error that means "none": https://github.com/docker/docker-credential-helpers/blob/v0.9.3/credentials/error.go
            return output.Contains("credentials not found", StringComparison.OrdinalIgnoreCase)
                ? null
                : throw Failed($"ended with exit code {exitCode}.");
        }

        try
        {
            return Read(output);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            throw Failed("did not answer with ServerURL, Username and Secret.");
        }
    }

    private Credential? Read(string output)
    {
        using var document = JsonDocument.Parse(output);
        var username = document.RootElement.GetProperty("Username").GetString() ?? "";
        var secret = document.RootElement.GetProperty("Secret").GetString();
        return string.IsNullOrEmpty(secret)
            ? null
            : new Credential(username, new Secret(secret), $"{_program} (named in {file})") { IsIdentityToken = username == "<token>", IsStored = true };
    }

    private string FindProgram()
    {
        if (!Name().IsMatch(name))
        {
            throw Failed("is not a name a program can have.");
        }

        var fileName = OperatingSystem.IsWindows() ? _program + ".exe" : _program;
        return (environment("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, fileName))
            .FirstOrDefault(File.Exists)
            ?? throw new ChartReleaseException(
                FailureReason.ToolUnavailable,
                $"{file} keeps credentials in {_program}, and there is no such program on PATH.",
                $"{fileName} on PATH.",
                $"Install it, or remove it from {file}, or give --username and --password-stdin.");
    }

    // Standard error is thrown away: nobody knows what it holds.
    private async Task<(int ExitCode, string Output)> RunAsync(string program, string server, CancellationToken cancellationToken)
    {
        var answer = new byte[AnswerLimit];
        var length = 0;
        var result = await ProcessRunner.RunAsync(
            new(program, ["get"]) { Input = server + "\n" },
            async (output, stop) =>
            {
                length = await output.ReadAtLeastAsync(answer, AnswerLimit, throwOnEndOfStream: false, stop).ConfigureAwait(false);
                return length < AnswerLimit;
            },
            cancellationToken).ConfigureAwait(false);
        return length < AnswerLimit ? (result.ExitCode, Encoding.UTF8.GetString(answer, 0, length)) : throw Failed("writes without end.");
    }

    private ChartReleaseException Failed(string what) => new(
        FailureReason.ToolFailed,
        $"The credential helper {_program}, named in {file}, {what}",
        "Credentials for the registry, or the answer that there are none.",
        $"Run it by hand: echo REGISTRY | {_program} get. Or give --username and --password-stdin.");

    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9._-]*\z")]
    private static partial Regex Name();
}
