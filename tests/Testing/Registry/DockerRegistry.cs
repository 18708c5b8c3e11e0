using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ChartRelease.Testing.Registry;

/// <summary>A real docker-registry process on a free port, with storage of its own; killed with the test.</summary>
public sealed class DockerRegistry : IAsyncDisposable
{
    /// <summary>The user of <see cref="DockerRegistryOptions.Htpasswd"/>.</summary>
    public const string User = "alice";

    /// <summary>That user's password, with a comma as some clients split at it.</summary>
    public const string Password = "s3cr3t-pa55,word";

    // bcrypt, which is the only hash the registry takes.
    private const string HtpasswdLine = "alice:$2y$05$abcdefghijklmnopqrstuuXnS46udv7s5hGu0hBcelEN33ebJ9dMG\n";
    private const int Starts = 5;

    private readonly TemporaryFolder _folder = new();
    private readonly StringBuilder _log = new();
    private Process? _process;

    private DockerRegistry()
    {
    }

    /// <summary>127.0.0.1 and the port.</summary>
    public string Host { get; private set; } = "";

    /// <summary>Where the registry keeps its data.</summary>
    public string Storage => _folder.Combine("storage");

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

    /// <summary>Starts a registry and waits until it answers.</summary>
    public static async Task<DockerRegistry> StartAsync(CancellationToken cancellationToken, DockerRegistryOptions? options = null)
    {
        var registry = new DockerRegistry();
        try
        {
            // Between finding a free port and listening on it, another test may take it.
            for (var start = 1; !await registry.TryStartAsync(options ?? new(), cancellationToken); start++)
            {
                if (start == Starts)
                {
                    throw new InvalidOperationException("docker-registry does not start:\n" + registry.Log);
                }
            }

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

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private async Task<bool> TryStartAsync(DockerRegistryOptions options, CancellationToken cancellationToken)
    {
        var port = FreePort();
        Host = $"127.0.0.1:{port}";
        var config = _folder.Write("config.yml", options.ToYaml(port, Storage, _folder.Write("htpasswd", HtpasswdLine)));
        _process?.Dispose();
        _process = Process.Start(new ProcessStartInfo(await TestTools.DockerRegistryAsync(), ["serve", config])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        _process.OutputDataReceived += Keep;
        _process.ErrorDataReceived += Keep;
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        while (!_process.HasExited)
        {
            try
            {
                using var connection = new TcpClient();
                await connection.ConnectAsync(IPAddress.Loopback, port, cancellationToken);
                return !_process.HasExited;
            }
            catch (SocketException)
            {
                await Task.Delay(10, cancellationToken);
            }
        }

        return false;
    }

    private void Keep(object sender, DataReceivedEventArgs line)
    {
        lock (_log)
        {
            _log.AppendLine(line.Data);
        }
    }
}
