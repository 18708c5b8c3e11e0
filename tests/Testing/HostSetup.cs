namespace ChartRelease.Testing;

/// <summary>Where and how <see cref="ReleaseHost"/> runs.</summary>
/// <param name="WorkingDirectory">The current directory.</param>
public sealed record HostSetup(string WorkingDirectory)
{
    /// <summary>The user's home; a run without one gets a folder of its own, deleted at its end.</summary>
    public string? Home { get; init; }

    /// <summary>Further variables; <see langword="null"/> takes one away.</summary>
    public IReadOnlyDictionary<string, string?> Environment { get; init; } = new Dictionary<string, string?>();

    /// <summary>What stands on standard input.</summary>
    public string Input { get; init; } = "";

    /// <summary>The same with one more variable.</summary>
    public HostSetup With(string name, string? value) =>
        this with { Environment = new Dictionary<string, string?>(Environment) { [name] = value } };

    /// <summary>The folder alone: variables and input hold the tests' passwords.</summary>
    public override string ToString() => WorkingDirectory;

    /// <summary>Where a run's temporary files go.</summary>
    public static string Temporary(string home) => Path.Combine(home, "tmp");

    internal TemporaryFolder? OwnHome { get; private set; }

    /// <summary>Every variable of a run.</summary>
    public async Task<Dictionary<string, string?>> VariablesAsync()
    {
        var home = Home ?? (OwnHome = new TemporaryFolder()).Path;
        Directory.CreateDirectory(Temporary(home));
        var variables = new Dictionary<string, string?>
        {
            ["PATH"] = System.Environment.GetEnvironmentVariable("PATH"),
            ["DOTNET_ROOT"] = System.Environment.GetEnvironmentVariable("DOTNET_ROOT"),
            ["HOME"] = home,
            ["XDG_CONFIG_HOME"] = Path.Combine(home, ".config"),
            ["XDG_CACHE_HOME"] = Path.Combine(home, ".cache"),
            ["XDG_DATA_HOME"] = Path.Combine(home, ".data"),
            ["TMPDIR"] = Temporary(home),
            ["NO_COLOR"] = "1",
            ["LANG"] = "C.UTF-8",
            ["GIT_CONFIG_GLOBAL"] = "/dev/null",
            ["GIT_CONFIG_NOSYSTEM"] = "1",
            ["GIT_AUTHOR_NAME"] = "Test Author",
            ["GIT_AUTHOR_EMAIL"] = "author@example.com",
            ["GIT_COMMITTER_NAME"] = "Test Author",
            ["GIT_COMMITTER_EMAIL"] = "author@example.com",
            ["DOTNET_NOLOGO"] = "1",
            ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1",
            // The diagnostics socket would stand in TMPDIR, where tests look for leftovers.
            ["DOTNET_EnableDiagnostics"] = "0",
        };
        if (!Environment.ContainsKey("CHART_RELEASE_HELM"))
        {
            variables["CHART_RELEASE_HELM"] = await TestTools.Helm4Async();
        }

        foreach (var (name, value) in Environment)
        {
            variables[name] = value;
        }

        return variables.Where(variable => variable.Value is not null).ToDictionary();
    }
}
