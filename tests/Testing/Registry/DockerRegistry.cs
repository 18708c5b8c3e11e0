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

    private readonly TemporaryFolder _folder = new();
    private readonly StringBuilder _log = new();
    private readonly TaskCompletionSource<string> _host = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Process? _process;

    private DockerRegistry()
    {
    }

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
        var registry = new DockerRegistry();
        try
        {
            await registry.ListenAsync(options ?? new(), cancellationToken);
            return registry;
        }
        catch
        {
            await registry.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
            _process.Dispose();
        }

        _folder.Dispose();
    }

    // The registry takes a free port itself and says which: a port found beforehand may be another process's by then.
    private async Task ListenAsync(DockerRegistryOptions options, CancellationToken cancellationToken)
    {
        var config = _folder.Write("config.yml", options.ToYaml(Storage, _folder.Write("htpasswd", HtpasswdLine)));
        _process = Process.Start(new ProcessStartInfo(await TestTools.DockerRegistryAsync(), ["serve", config])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        _process.OutputDataReceived += Keep;
        _process.ErrorDataReceived += Keep;
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        var ended = _process.WaitForExitAsync(cancellationToken);
        Host = await Task.WhenAny(_host.Task, ended) == _host.Task
            ? await _host.Task
            : throw new InvalidOperationException("docker-registry does not start:\n" + Log);
    }

    private void Keep(object sender, DataReceivedEventArgs line)
    {
        lock (_log)
        {
            _log.AppendLine(line.Data);
        }

        if (Listening().Match(line.Data ?? "") is { Success: true } match)
        {
            _host.TrySetResult(match.Groups[1].Value);
        }
    }

    [GeneratedRegex(@"listening on (127\.0\.0\.1:[0-9]+)")]
    private static partial Regex Listening();
}
