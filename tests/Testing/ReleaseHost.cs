using System.Diagnostics;

namespace ChartRelease.Testing;

/// <summary>Runs this repository's <c>build.sh</c> the way a user does, in an environment that holds nothing of the machine's.</summary>
public static class ReleaseHost
{
    // Building the host needs the machine's own environment (package cache, proxies); the runs must not have it.
    private static readonly Lazy<Task> Built = new(BuildAsync);

    private static string Script => Path.Combine(TestTools.RepositoryRoot, "build.sh");

    /// <summary>Runs it with the current directory in a folder, and waits for its end.</summary>
    public static Task<HostResult> RunAsync(string workingDirectory, params string[] arguments) =>
        RunAsync(new HostSetup(workingDirectory), arguments);

    /// <summary>Runs it and waits for its end.</summary>
    public static async Task<HostResult> RunAsync(HostSetup setup, params string[] arguments)
    {
        await using var run = await StartAsync(setup, arguments);
        return await run.EndAsync();
    }

    /// <summary>Runs it where no file can grow beyond a size, as on a full disk.</summary>
    /// <param name="setup">Where and how.</param>
    /// <param name="fileBlocks">The size, in units of 1024 bytes.</param>
    /// <param name="arguments">Arguments.</param>
    public static async Task<HostResult> RunLimitedAsync(HostSetup setup, int fileBlocks, params string[] arguments)
    {
        await using var run = await StartProcessAsync(setup, ["-c", $"trap '' XFSZ; ulimit -f {fileBlocks}; exec bash \"$0\" \"$@\"", Script, .. arguments]);
        return await run.EndAsync();
    }

    /// <summary>Runs it by way of another program.</summary>
    /// <param name="setup">Where and how.</param>
    /// <param name="before">The words before those that start it; they end with <c>env</c>.</param>
    /// <param name="arguments">Arguments.</param>
    public static async Task<HostResult> RunThroughAsync(HostSetup setup, string[] before, params string[] arguments)
    {
        await using var run = await StartAsync(setup, "bash", [Script, .. arguments], before);
        return await run.EndAsync();
    }

    /// <summary>Runs a shell script that runs it, and waits for its end.</summary>
    public static async Task<HostResult> RunScriptAsync(HostSetup setup, string script)
    {
        await using var run = await StartProcessAsync(setup, ["-c", script]);
        return await run.EndAsync();
    }

    /// <summary>Starts it.</summary>
    public static Task<RunningHost> StartAsync(HostSetup setup, params string[] arguments) => StartProcessAsync(setup, [Script, .. arguments]);

    /// <summary>Starts it as the leader of a process group of its own, for <see cref="RunningHost.KillGroupAsync"/>.</summary>
    public static Task<RunningHost> StartGroupAsync(HostSetup setup, params string[] arguments) =>
        StartAsync(setup, "bash", [Script, .. arguments], "setsid", "env");

    /// <summary>Runs it on a terminal of 200 columns, and waits for its end; the output is all that the terminal got.</summary>
    public static async Task<HostResult> RunOnTerminalAsync(HostSetup setup, params string[] arguments)
    {
        await using var run = await StartOnTerminalAsync(setup, arguments);
        return await run.EndAsync();
    }

    /// <summary>Starts it on a terminal of 200 columns.</summary>
    public static Task<RunningHost> StartOnTerminalAsync(HostSetup setup, params string[] arguments)
    {
        var command = string.Join(' ', arguments.Prepend(Script).Select(word => $"'{word}'"));
        var terminal = setup.Environment.GetValueOrDefault("TERM") ?? "xterm-256color";
        return StartAsync(setup.With("TERM", terminal), "script", ["-qefc", $"stty cols 200 rows 40; exec bash {command}", "/dev/null"]);
    }

    private static Task<RunningHost> StartProcessAsync(HostSetup setup, string[] bash) => StartAsync(setup, "bash", bash);

    private static async Task<RunningHost> StartAsync(HostSetup setup, string program, string[] arguments, params string[] before)
    {
        await Built.Value;
        // Whoever runs the tests in the background has Ctrl+C ignored, and so would everything below; a user's shell has not.
        string[] command = [.. before.DefaultIfEmpty("env"), "--default-signal=INT", program, .. arguments];
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            WorkingDirectory = setup.WorkingDirectory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Clear();
        foreach (var (name, value) in await setup.VariablesAsync())
        {
            start.Environment[name] = value;
        }

        return new RunningHost(Process.Start(start)!, setup);
    }

    private static async Task BuildAsync()
    {
        using var build = Process.Start(new ProcessStartInfo("bash", [Script, "--tree"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var words = await Task.WhenAll(build.StandardOutput.ReadToEndAsync(), build.StandardError.ReadToEndAsync());
        await build.WaitForExitAsync();
        if (build.ExitCode != 0)
        {
            throw new InvalidOperationException($"build.sh does not build:\n{string.Concat(words)}");
        }
    }
}
