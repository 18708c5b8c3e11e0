using ChartRelease.Processes;
using ChartRelease.Testing;

namespace ChartRelease.Integration.Pipeline;

/// <summary>Runs the tools of a chart's user: helm and skopeo, in a home of their own.</summary>
internal sealed class Tool : IDisposable
{
    private readonly TemporaryFolder _home = new();
    private readonly string _path;

    private Tool(string path) => _path = path;

    public static async Task<Tool> HelmAsync(string version) => new(await Helm.PathAsync(version));

    public static async Task<Tool> SkopeoAsync() => new(await TestTools.SkopeoAsync());

    /// <summary>A folder to write to.</summary>
    public string Folder => _home.Path;

    /// <summary>Runs it and expects it to succeed.</summary>
    /// <returns>Its standard output.</returns>
    public async Task<string> RunAsync(params string[] arguments) => await RunAsync(null, arguments);

    /// <summary>The same with something on standard input.</summary>
    public async Task<string> RunAsync(Secret? input, params string[] arguments)
    {
        var request = new ProcessRequest(_path, arguments)
        {
            SecretInput = input,
            WorkingDirectory = _home.Path,
            Environment = new Dictionary<string, string?> { ["HOME"] = _home.Path, ["XDG_CONFIG_HOME"] = _home.Path, ["XDG_CACHE_HOME"] = _home.Path },
        };
        var result = await ProcessRunner.RunAsync(request, TestContext.Current.CancellationToken);
        Assert.True(result.ExitCode == 0, $"{request}: {result.Words}");
        return result.Output;
    }

    public void Dispose() => _home.Dispose();
}
