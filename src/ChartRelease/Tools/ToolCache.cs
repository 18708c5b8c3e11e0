using ChartRelease.Processes;

namespace ChartRelease.Tools;

/// <summary>
/// The tools of one repository, below <c>.tools/NAME/VERSION/PLATFORM/</c>. A tool's folder appears there complete and verified, by
/// one rename, or not at all; a tool that is there costs one look at the disk. Git ignores what is in the cache.
/// </summary>
/// <param name="root">Full path of the cache, usually <c>.tools</c> in the repository.</param>
/// <param name="log">Progress; nothing is written when the tool is there.</param>
/// <param name="options">Other than the defaults, for tests.</param>
public sealed class ToolCache(string root, IReleaseLog log, ToolCacheOptions? options = null)
{
    private readonly ToolCacheOptions _options = options ?? new ToolCacheOptions();

    /// <summary>Full path of the cache.</summary>
    public string Root => root;

    /// <summary>PATH as the options have it; <see langword="null"/> for PATH itself.</summary>
    internal string? SearchPath => _options.SearchPath;

    /// <summary>The version that is meant when none is named.</summary>
    public string DefaultVersion(string name) => _options.Manifest.Find(name, version: null).Version;

    /// <summary>Gives the full path of a tool's program and fetches the tool before that when it is missing.</summary>
    /// <param name="name">Name in the manifest.</param>
    /// <param name="version">Version in the manifest; <see langword="null"/> for the default.</param>
    /// <param name="cancellationToken">Stops the download; nothing of it stays.</param>
    /// <exception cref="ChartReleaseException">
    /// No source gave the tool with the pinned digest (<see cref="FailureReason.ToolUnavailable"/>), or the cache cannot be written
    /// (<see cref="FailureReason.CannotWrite"/>).
    /// </exception>
    public async Task<string> EnsureAsync(string name, string? version, CancellationToken cancellationToken)
    {
        var tool = _options.Manifest.Find(name, version);
        var platform = tool.Platforms.GetValueOrDefault(_options.Platform);
        var folder = Path.Combine(root, tool.Name, tool.Version, _options.Platform);
        var executable = platform is null ? null : PathOf(folder, platform);
        if (File.Exists(executable))
        {
            return executable;
        }

        List<string> tried = [];
        if (platform is not null && await InstallAsync(tool, platform, folder, tried, cancellationToken).ConfigureAwait(false))
        {
            log.Write(ReleaseLogLevel.Information, $"{tool.Name} {tool.Version} is ready");
            return executable!;
        }

        return (tool.OnPath is { } program ? ExecutablePath.Find(program, _options.SearchPath) : null)
            ?? throw Unavailable(tool, tried);
    }

    private static string PathOf(string folder, ToolPlatform platform) =>
        Path.Combine(folder, platform.Executable.Replace('/', Path.DirectorySeparatorChar));

    private async Task<bool> InstallAsync(
        ToolDefinition tool, ToolPlatform platform, string folder, List<string> tried, CancellationToken cancellationToken)
    {
        IgnoredFolder.Create(root);
        using var http = new HttpClient(_options.CreateHandler()) { Timeout = Timeout.InfiniteTimeSpan };
        foreach (var source in platform.Sources)
        {
            try
            {
                using var staging = ToolStaging.Create(Path.Combine(root, ".staging"));
                var installation = new ToolInstallation(tool, platform, staging.Files, staging.Scratch, http, _options.SearchPath, log);
                await source.InstallAsync(installation, cancellationToken).ConfigureAwait(false);
                await FinishAsync(installation, cancellationToken).ConfigureAwait(false);
                Publish(staging.Files, folder, platform);
                return true;
            }
            catch (UnauthorizedAccessException exception)
            {
                throw new ChartReleaseException(
                    FailureReason.CannotWrite,
                    $"The tool cache '{root}' cannot be written: {exception.Message}",
                    "A folder that this user may write to.",
                    "Correct the permissions of the folder, or install the tool yourself and put it on PATH.",
                    exception);
            }
            catch (Exception exception) when (IsSourceFailure(exception, cancellationToken))
            {
                var line = $"{source.Describe()}: {Reason(exception)}";
                log.Write(ReleaseLogLevel.Verbose, $"{tool.Name} {tool.Version} did not come from {line}");
                tried.Add(line);
            }
        }

        return false;
    }

    private static async Task FinishAsync(ToolInstallation installation, CancellationToken cancellationToken)
    {
        if (!File.Exists(installation.Executable))
        {
            throw new ToolSourceException($"it does not hold {installation.Platform.Executable}");
        }

        if (installation.Platform.Sha256 is { } pin)
        {
            await ToolFile.VerifyAsync(installation.Executable, pin, cancellationToken).ConfigureAwait(false);
        }

        ToolFile.MakeExecutable(installation.Executable);
        ToolFile.Flush(installation.Executable);
    }

    private static void Publish(string staged, string folder, ToolPlatform platform)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(folder)!);
        if (Directory.Exists(folder) && !File.Exists(PathOf(folder, platform)))
        {
            // Somebody took the program out of the folder; a folder of ours is always complete.
            Directory.Delete(folder, recursive: true);
        }

        try
        {
            Directory.Move(staged, folder);
        }
        catch (IOException) when (File.Exists(PathOf(folder, platform)))
        {
            // Another process was faster with the same verified content.
        }
    }

    // A download that stalls is cancelled too, but not by the caller.
    private static bool IsSourceFailure(Exception exception, CancellationToken cancellationToken) => exception is
        ToolSourceException or HttpRequestException or IOException or InvalidDataException or ChartReleaseException
        || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested);

    private static string Reason(Exception exception) => exception switch
    {
        OperationCanceledException => "no byte came for a minute",
        ChartReleaseException failure => failure.Failure.Found,
        _ => exception.Message,
    };

    private ChartReleaseException Unavailable(ToolDefinition tool, List<string> tried) => new(
        FailureReason.ToolUnavailable,
        tried.Count == 0
            ? $"{tool.Name} {tool.Version} has no source for {_options.Platform}, and is not on PATH."
            : $"{tool.Name} {tool.Version} could not be fetched. Tried:{string.Concat(tried.Select(line => $"\n    {line}"))}",
        "One source that can be reached and gives the pinned content.",
        $"Allow the download (network, proxy), or install {tool.Name} and put it on PATH, or copy .tools from a machine that has it.");
}
