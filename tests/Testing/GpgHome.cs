using ChartRelease.Processes;

namespace ChartRelease.Testing;

/// <summary>A throw-away OpenPGP key in a home of its own; its agent ends with it.</summary>
public sealed class GpgHome : IAsyncDisposable
{
    // Short enough for the agent's socket, whose path may have 108 bytes.
    private readonly TemporaryFolder _folder = new();

    private GpgHome()
    {
    }

    /// <summary>A gpg that uses this home, for <c>gpg.program</c>.</summary>
    public string Program { get; private set; } = "";

    /// <summary>Makes a key for a person.</summary>
    /// <param name="user"><c>NAME &lt;MAIL&gt;</c>.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <param name="algorithm">Kind of key; helm reads rsa2048.</param>
    public static async Task<GpgHome> CreateAsync(string user, CancellationToken cancellationToken, string algorithm = "ed25519")
    {
        var home = new GpgHome();
        try
        {
            home.Program = Script.Write(home._folder, "gpg", $"exec gpg --homedir '{home._folder.Path}' \"$@\"");
            await RunAsync(home.Program, ["--batch", "--passphrase", "", "--quick-generate-key", user, algorithm, "sign", "never"], cancellationToken);
            return home;
        }
        catch
        {
            await home.DisposeAsync();
            throw;
        }
    }

    /// <summary>Writes the key to two files as helm reads them, <c>secring.gpg</c> and <c>pubring.gpg</c>.</summary>
    /// <returns>Full paths of both.</returns>
    public async Task<(string Secret, string Public)> ExportAsync(CancellationToken cancellationToken)
    {
        var (secret, open) = (_folder.Combine("secring.gpg"), _folder.Combine("pubring.gpg"));
        await RunAsync(Program, ["--batch", "--output", secret, "--export-secret-keys"], cancellationToken);
        await RunAsync(Program, ["--batch", "--output", open, "--export"], cancellationToken);
        return (secret, open);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await RunAsync("gpgconf", ["--homedir", _folder.Path, "--kill", "all"], CancellationToken.None);
        _folder.Dispose();
    }

    private static async Task RunAsync(string program, string[] arguments, CancellationToken cancellationToken)
    {
        var result = await ProcessRunner.RunAsync(new ProcessRequest(program, arguments), cancellationToken);
        if (result.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program}: {result.Words}");
        }
    }
}
