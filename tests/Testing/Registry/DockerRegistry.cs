using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;

namespace ChartRelease.Testing.Registry;

/// <summary>A real docker-registry process on a free port, with storage of its own; killed with the test.</summary>
public sealed partial class DockerRegistry : IAsyncDisposable
{
    /// <summary>The user of <see cref="DockerRegistryOptions.Htpasswd"/>.</summary>
    public const string User = "alice";

    /// <summary>That user's password, with a comma as some clients split at it.</summary>
    public const string Password = "s3cr3t-pa55,word";

    // bcrypt, which is the only hash the registry takes.
    private const string HtpasswdLine = "alice:$2y$05$abcdefghijklmnopqrstuuXnS46udv7s5hGu0hBcelEN33ebJ9dMG\n";

    private const int MostRestarts = 50;

    // The registry dies when its standard input is closed, and so with the tests, however they end.
    private const string TiedToInput = "exec 3<&0; (read -r <&3; kill -KILL $$) >/dev/null 2>&1 & exec \"$@\" </dev/null 3<&-";

    private readonly TemporaryFolder _folder = new();
    private readonly StringBuilder _log = new();
    private readonly DockerRegistryOptions _options;
    private TaskCompletionSource<string> _listening = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Process? _process;

    private DockerRegistry(DockerRegistryOptions options) => _options = options;

    /// <summary>127.0.0.1 and the port.</summary>
    public string Host { get; private set; } = "";

    /// <summary>Where the registry keeps its data.</summary>
    public string Storage => _folder.Combine("storage");

    /// <summary>
    /// Uploads that were begun and neither ended nor taken back. The registry itself forgets to remove its hash states; what makes an
    /// upload is its time.
    /// </summary>
    public int OpenUploads => Directory.EnumerateFiles(Storage, "startedat", SearchOption.AllDirectories).Count();

    /// <summary>What the registry wrote so far.</summary>
    public string Log
    {
        get
        {
            lock (_log)
            {
                return _log.ToString();
            }
        }
    }

    /// <summary>Starts a registry and waits until it listens.</summary>
    public static async Task<DockerRegistry> StartAsync(CancellationToken cancellationToken, DockerRegistryOptions? options = null)
    {
        var registry = new DockerRegistry(options ?? new());
        try
        {
            // The registry takes a free port itself and says which: a port found beforehand may be another process's by then.
            registry.Host = await registry.TryListenAsync("127.0.0.1:0", cancellationToken) ?? throw registry.NotStarted();
            return registry;
        }
        catch
        {
            await registry.DisposeAsync();
            throw;
        }
    }

    /// <summary>Kills the process in the middle of whatever it does; its storage and its port stay for <see cref="RestartAsync"/>.</summary>
    public async Task KillAsync()
    {
        if (_process is not null)
        {
            _process.StandardInput.Close();
            await _process.WaitForExitAsync();
            _process.Dispose();
            _process = null;
        }
    }

    /// <summary>Starts it again after <see cref="KillAsync"/>, on the same port and storage, and waits until it listens.</summary>
    public async Task RestartAsync(CancellationToken cancellationToken)
    {
        // A client's connection may have been given the port meanwhile; those are short.
        for (var attempt = 1; await TryListenAsync(Host, cancellationToken) is null; attempt++)
        {
            if (attempt == MostRestarts)
            {
                throw NotStarted();
            }

            await KillAsync();
            await Task.Delay(100, cancellationToken);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        _folder.Dispose();
    }

    private async Task<string?> TryListenAsync(string address, CancellationToken cancellationToken)
    {
        var listening = _listening = new(TaskCreationOptions.RunContinuationsAsynchronously);
        var config = _folder.Write("config.yml", _options.ToYaml(address, Storage, _folder.Write("htpasswd", HtpasswdLine)));
        _process = Process.Start(new ProcessStartInfo("bash", ["-c", TiedToInput, "registry", await TestTools.DockerRegistryAsync(), "serve", config])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        _process.OutputDataReceived += Keep;
        _process.ErrorDataReceived += Keep;
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        var ended = _process.WaitForExitAsync(cancellationToken);
        return await Task.WhenAny(listening.Task, ended) == listening.Task ? await listening.Task : null;
    }

    private InvalidOperationException NotStarted() => new("docker-registry does not start:\n" + Log);

    private void Keep(object sender, DataReceivedEventArgs line)
    {
        lock (_log)
        {
            _log.AppendLine(line.Data);
        }

        if (Listening().Match(line.Data ?? "") is { Success: true } match)
        {
            _listening.TrySetResult(match.Groups[1].Value);
        }
    }

    [GeneratedRegex(@"listening on (127\.0\.0\.1:[0-9]+)")]
    private static partial Regex Listening();
}
