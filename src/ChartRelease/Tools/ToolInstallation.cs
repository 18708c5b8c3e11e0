using ChartRelease.Processes;

namespace ChartRelease.Tools;

/// <summary>What a source is given to install one tool.</summary>
/// <param name="Tool">The tool.</param>
/// <param name="Platform">The tool on this machine's platform.</param>
/// <param name="Folder">Full path of the folder that becomes the tool's.</param>
/// <param name="Scratch">Full path of a folder for anything else; deleted afterwards.</param>
/// <param name="Http">For downloads.</param>
/// <param name="SearchPath">PATH for the programs that a source runs; <see langword="null"/> for PATH itself.</param>
/// <param name="Log">Progress.</param>
internal sealed record ToolInstallation(
    ToolDefinition Tool,
    ToolPlatform Platform,
    string Folder,
    string Scratch,
    HttpClient Http,
    string? SearchPath,
    IReleaseLog Log)
{
    /// <summary>The tool in messages.</summary>
    public string Label => $"{Tool.Name} {Tool.Version}";

    /// <summary>Full path the program will have in <see cref="Folder"/>.</summary>
    public string Executable => Path.Combine(Folder, Platform.Executable.Replace('/', Path.DirectorySeparatorChar));

    /// <summary>Runs a program from PATH and expects it to succeed.</summary>
    public async Task<string> RunAsync(string program, string workingDirectory, IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var path = ExecutablePath.Find(program, SearchPath)
            ?? throw new ToolSourceException($"'{program}' is not on PATH");
        var request = new ProcessRequest(path, arguments) { WorkingDirectory = workingDirectory };
        Log.Write(ReleaseLogLevel.Debug, $"Running {request}");
        var result = await ProcessRunner.RunAsync(request, cancellationToken).ConfigureAwait(false);
        return result.ExitCode == 0
            ? result.Output
            : throw new ToolSourceException($"{program} ended with exit code {result.ExitCode}: {result.Words}");
    }
}
