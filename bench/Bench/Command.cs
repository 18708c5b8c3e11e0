using System.Diagnostics;

namespace ChartRelease.Bench;

/// <summary>Runs a program and takes its time.</summary>
internal static class Command
{
    /// <summary>Runs a program that has to succeed.</summary>
    /// <param name="workingDirectory">Its working directory.</param>
    /// <param name="environment">Variables on top of this process's own.</param>
    /// <param name="program">Name or full path.</param>
    /// <param name="arguments">Its arguments.</param>
    public static (double Seconds, string Output) Time(
        string workingDirectory, IReadOnlyDictionary<string, string> environment, string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = workingDirectory, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        var clock = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        var seconds = clock.Elapsed.TotalSeconds;
        return process.ExitCode == 0 ? (seconds, output) : throw new InvalidOperationException($"{program} failed:\n{output}\n{errors.Result}");
    }
}
