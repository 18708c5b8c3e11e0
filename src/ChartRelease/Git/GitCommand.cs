using ChartRelease.Processes;

namespace ChartRelease.Git;

/// <summary>Builds and runs git commands that mean the same on every machine, whatever the user's settings are.</summary>
/// <param name="folder">Full path of the folder in which git runs.</param>
internal sealed class GitCommand(string folder)
{
    // A hook or an alias of git passes on which repository it is about; this is about the folder above.
    private static readonly string[] Inherited =
    [
        "GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_NAMESPACE", "GIT_OBJECT_DIRECTORY",
        "GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_GRAFT_FILE", "GIT_EXTERNAL_DIFF", "GIT_DIFF_OPTS", "GIT_COMMON_DIR",
    ];

    private static readonly string[] ReaderSettings =
    [
        "--no-pager",
        "-c", "core.quotePath=false",
        "-c", "core.fsmonitor=false",
        "-c", "color.ui=false",
        "-c", "log.showRoot=true",
        "-c", "log.showSignature=false",
        "-c", "log.follow=false",
        "-c", "log.diffMerges=separate",
        "-c", "i18n.logOutputEncoding=UTF-8",
    ];

    /// <summary>A command that only reads.</summary>
    public ProcessRequest Reader(params string[] arguments) => new("git", [.. ReaderSettings, .. arguments])
    {
        WorkingDirectory = folder,
        Environment = Common(new()
        {
            ["LC_ALL"] = "C",
            ["GIT_OPTIONAL_LOCKS"] = "0",
            ["GIT_LITERAL_PATHSPECS"] = "1",
            // Replacements exist on one machine only; the commit must mean the same on all.
            ["GIT_NO_REPLACE_OBJECTS"] = "1",
            // Into a pipe git otherwise writes each commit by itself.
            ["GIT_FLUSH"] = "0",
        }),
    };

    /// <summary>A command that writes: the user's hooks, signing and filters apply, and hooks keep the user's character set.</summary>
    public ProcessRequest Writer(string? input, params string[] arguments) => new("git", ["--no-pager", .. arguments])
    {
        WorkingDirectory = folder,
        Input = input,
        Environment = Common(new()
        {
            ["LC_ALL"] = null,
            ["LC_CTYPE"] = Environment.GetEnvironmentVariable("LC_ALL") ?? Environment.GetEnvironmentVariable("LC_CTYPE"),
            ["LC_MESSAGES"] = "C",
            ["LANGUAGE"] = "C",
        }),
    };

    /// <summary>Runs a reading command that must succeed.</summary>
    /// <returns>Its standard output.</returns>
    public async Task<string> ReadAsync(string[] arguments, CancellationToken cancellationToken)
    {
        var result = await ProcessRunner.RunAsync(Reader(arguments), cancellationToken).ConfigureAwait(false);
        return result.ExitCode == 0 ? result.Output : throw Failed(arguments[0], result);
    }

    /// <summary>The failure for a command that failed.</summary>
    public static ChartReleaseException Failed(string verb, ProcessResult result) => new(
        FailureReason.GitFailed,
        $"'git {verb}' ended with exit code {result.ExitCode}: {result.Words}",
        "A git command that succeeds.",
        "Correct what git says, then run the command again.");

    private static Dictionary<string, string?> Common(Dictionary<string, string?> environment)
    {
        foreach (var name in Inherited)
        {
            environment[name] = null;
        }

        environment["GIT_TERMINAL_PROMPT"] = "0";
        environment["GIT_PAGER"] = "cat";
        environment["GIT_EDITOR"] = ":";
        return environment;
    }
}
