using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using ChartRelease.Testing;

namespace Cake.ChartRelease.Tests.Infrastructure;

/// <summary>The CNCF registry on a free port of 127.0.0.1, with one user.</summary>
public sealed class DockerRegistry : IAsyncDisposable
{
    public const string Username = "ci";
    public const string Password = "s3cr3t-pa55,word";

    // bcrypt of the password, which is the only hash the registry takes.
    private const string Hash = "$2y$05$abcdefghijklmnopqrstuuXnS46udv7s5hGu0hBcelEN33ebJ9dMG";

    private readonly TemporaryFolder _folder;
    private readonly Process _process;

    private DockerRegistry(TemporaryFolder folder, Process process, string host) => (_folder, _process, Host) = (folder, process, host);

    public string Host { get; }

    public static async Task<DockerRegistry> StartAsync(CancellationToken cancellationToken)
    {
        var folder = new TemporaryFolder();
        var host = $"127.0.0.1:{FreePort()}";
        var users = folder.Write("htpasswd", $"{Username}:{Hash}\n");
        var configuration = folder.Write("config.yml", $"""
            version: 0.1
            log: {"{"} level: error, accesslog: {"{"} disabled: true {"}"} {"}"}
            storage: {"{"} filesystem: {"{"} rootdirectory: "{folder.Combine("data")}" {"}"} {"}"}
            http: {"{"} addr: "{host}" {"}"}
            auth: {"{"} htpasswd: {"{"} realm: test, path: "{users}" {"}"} {"}"}
            """);
        var start = new ProcessStartInfo(await TestTools.DockerRegistryAsync(), ["serve", configuration])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        start.Environment["OTEL_TRACES_EXPORTER"] = "none";
        var registry = new DockerRegistry(folder, Process.Start(start)!, host);
        registry._process.BeginErrorReadLine();
        registry._process.BeginOutputReadLine();
        try
        {
            await registry.AnswersAsync(cancellationToken);
            return registry;
        }
        catch
        {
            await registry.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        await _process.WaitForExitAsync();
        _process.Dispose();
        _folder.Dispose();
    }

    private async Task AnswersAsync(CancellationToken cancellationToken)
    {
        using var http = new HttpClient();
        while (true)
        {
            try
            {
                using var answer = await http.GetAsync(new Uri($"http://{Host}/v2/"), cancellationToken);
                return;
            }
            catch (HttpRequestException) when (!_process.HasExited)
            {
                await Task.Delay(50, cancellationToken);
            }
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
