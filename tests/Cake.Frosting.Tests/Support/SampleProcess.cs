using System.Diagnostics;

namespace Cake.Frosting.Tests.Support;

/// <summary>Runs the sample pipeline as a process: for what the parser prints, colours, and the entry assembly.</summary>
internal static class SampleProcess
{
    public static Task<Outcome> RunAsync(params string[] args) => RunAsync(new Dictionary<string, string?>(), args);

    public static async Task<Outcome> RunAsync(IReadOnlyDictionary<string, string?> environment, params string[] args)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath is { } path && IsDotNet(path) ? path : "dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "Cake.Frosting.Sample.dll"));
        foreach (var arg in args)
        {
            start.ArgumentList.Add(arg);
        }

        start.Environment["NO_COLOR"] = "1";
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new(process.ExitCode, await output, await errors, "", []);
    }

    private static bool IsDotNet(string path) => Path.GetFileNameWithoutExtension(path) == "dotnet";
}
