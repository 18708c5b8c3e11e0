using ChartRelease.Processes;

namespace ChartRelease.Testing;

/// <summary>A real repository in a temporary folder, with an identity of its own and nothing of the user's settings.</summary>
public sealed class GitRepository : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private GitRepository()
    {
    }

    /// <summary>Full path of the working tree.</summary>
    public string Path => System.IO.Path.Combine(_folder.Path, "repository");

    /// <summary>Makes an empty repository on branch <c>main</c>.</summary>
    /// <param name="objectFormat"><c>sha1</c> or <c>sha256</c>.</param>
    public static async Task<GitRepository> CreateAsync(string objectFormat = "sha1")
    {
        var repository = new GitRepository();
        Directory.CreateDirectory(repository.Path);
        await repository.RunAsync("init", "--quiet", "--initial-branch=main", "--object-format=" + objectFormat);
        await repository.IdentifyAsync();
        return repository;
    }

    /// <summary>Writes a file of the working tree; line endings and bytes as given.</summary>
    public void Write(string path, string content) => _folder.Write(System.IO.Path.Combine("repository", path), content);

    /// <summary>Writes an executable script below the working tree, for example a hook.</summary>
    public void WriteScript(string path, string body) => Script.Write(_folder, System.IO.Path.Combine("repository", path), body);

    /// <summary>Reads a file of the working tree.</summary>
    public string Read(string path) => File.ReadAllText(Combine(path));

    /// <summary>Full path of something in the working tree.</summary>
    public string Combine(string path) => System.IO.Path.Combine(Path, path);

    /// <summary>Commits everything in the working tree.</summary>
    /// <returns>Full id of the commit.</returns>
    public async Task<string> CommitAsync(string message = "change")
    {
        await RunAsync("add", "--all");
        await RunAsync("commit", "--quiet", "--allow-empty", "--message", message);
        return await HeadAsync();
    }

    /// <summary>Full id of the commit HEAD names.</summary>
    public async Task<string> HeadAsync() => (await RunAsync("rev-parse", "HEAD")).Trim();

    /// <summary>Tags HEAD, annotated when there is a message.</summary>
    public Task TagAsync(string name, string? message = null) =>
        message is null ? RunAsync("tag", name) : RunAsync("tag", "--annotate", name, "--message", message);

    /// <summary>Clones the repository into a temporary folder.</summary>
    /// <param name="depth">Number of commits; 0 for all.</param>
    /// <param name="arguments">Further arguments of <c>git clone</c>.</param>
    public async Task<GitRepository> CloneAsync(int depth = 0, params string[] arguments)
    {
        var clone = new GitRepository();
        string[] limit = depth > 0 ? [$"--depth={depth}"] : [];
        await RunInAsync(clone._folder.Path, ["clone", "--quiet", .. limit, .. arguments, "file://" + Path, "repository"]);
        await clone.IdentifyAsync();
        return clone;
    }

    /// <summary>Runs git in the working tree and expects it to succeed.</summary>
    /// <returns>Its standard output.</returns>
    public Task<string> RunAsync(params string[] arguments) => RunInAsync(Path, arguments);

    /// <summary>Makes commits out of a stream for <c>git fast-import</c>, without touching the working tree.</summary>
    public Task ImportAsync(string stream) => RunInAsync(Path, ["fast-import", "--quiet"], stream);

    /// <inheritdoc/>
    public void Dispose() => _folder.Dispose();

    private async Task IdentifyAsync()
    {
        await RunAsync("config", "user.name", "Test Author");
        await RunAsync("config", "user.email", "author@example.com");
        await RunAsync("config", "commit.gpgSign", "false");
        await RunAsync("config", "tag.gpgSign", "false");
        await RunAsync("config", "core.autocrlf", "false");
        await RunAsync("config", "core.hooksPath", System.IO.Path.Combine(Path, ".git", "hooks"));
    }

    private static async Task<string> RunInAsync(string folder, string[] arguments, string? input = null)
    {
        var request = new ProcessRequest("git", arguments)
        {
            WorkingDirectory = folder,
            Input = input,
            Environment = new Dictionary<string, string?>
            {
                ["GIT_CONFIG_GLOBAL"] = OperatingSystem.IsWindows() ? "NUL" : "/dev/null",
                ["GIT_CONFIG_NOSYSTEM"] = "1",
                ["GIT_TERMINAL_PROMPT"] = "0",
                ["GIT_DIR"] = null,
                ["GIT_WORK_TREE"] = null,
                ["GIT_INDEX_FILE"] = null,
                ["LC_ALL"] = "C",
                // Submodules and clones of folders on this machine.
                ["GIT_ALLOW_PROTOCOL"] = "file",
            },
        };
        var result = await ProcessRunner.RunAsync(request, CancellationToken.None);
        return result.ExitCode == 0
            ? result.Output
            : throw new InvalidOperationException($"{request}: {result.Words}");
    }
}
