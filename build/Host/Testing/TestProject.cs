using System.Text.Json;
using Cake.Common;
using Cake.Core;
using Cake.Core.IO;

namespace ChartRelease.Host.Testing;

/// <summary>A built test project; the test platform makes it a program of its own.</summary>
/// <param name="Name">Name of the project.</param>
/// <param name="Assembly">Full path of the built assembly.</param>
internal sealed record TestProject(string Name, string Assembly)
{
    // Without a test that began or ended for so long, one hangs: the run names those under way, and ends.
    private const string Patience = "5m";

    /// <summary>Child processes find the SDK this host runs with, also when it is not on PATH.</summary>
    public static Dictionary<string, string?> Variables { get; } = new()
    {
        ["PATH"] = $"{System.IO.Path.GetDirectoryName(Environment.ProcessPath)}{System.IO.Path.PathSeparator}{Environment.GetEnvironmentVariable("PATH")}",
        ["DOTNET_ROOT"] = System.IO.Path.GetDirectoryName(Environment.ProcessPath),
        ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1",
        ["DOTNET_NOLOGO"] = "1",
    };

    /// <summary>The test projects of the repository, by name.</summary>
    public static IEnumerable<TestProject> FindAll(string root) =>
        Directory.EnumerateDirectories(System.IO.Path.Combine(root, "tests"), "*.Tests")
            .Select(folder => System.IO.Path.GetFileName(folder))
            .Order(StringComparer.Ordinal)
            .Select(name => new TestProject(name, System.IO.Path.Combine(root, ".build", "bin", name, "debug", $"{name}.dll")));

    /// <summary>Runs the tests; what they print goes to the console.</summary>
    public TestSummary Run(ICakeContext context)
    {
        var results = System.IO.Path.GetDirectoryName(Assembly)!;
        var report = System.IO.Path.Combine(results, "results.ctrf.json");
        File.Delete(report);
        var exitCode = context.StartProcess(Environment.ProcessPath!, new ProcessSettings
        {
            Arguments = new ProcessArgumentBuilder()
                .AppendQuoted(Assembly)
                .Append("--progress").Append("off")
                .Append("--hangdump").Append("--hangdump-timeout").Append(Patience).Append("--hangdump-type").Append("None")
                .Append("--results-directory").AppendQuoted(results)
                .Append("--report-xunit-ctrf")
                .Append("--report-xunit-ctrf-filename").AppendQuoted(System.IO.Path.GetFileName(report)),
            EnvironmentVariables = Variables,
        });
        var summary = File.Exists(report) ? Read(report) : TestSummary.Zero;

        // A crash counts as a failure, also when no test was recorded as failed; so does a project that ran none.
        return (exitCode != 0 || summary.Passed == 0) && summary.Failed == 0 ? summary with { Failed = 1 } : summary;
    }

    // https://ctrf.io/docs/specification/summary
    private static TestSummary Read(string report)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(report));
        var summary = json.RootElement.GetProperty("results").GetProperty("summary");
        return new TestSummary(
            summary.GetProperty("passed").GetInt32(),
            summary.GetProperty("failed").GetInt32(),
            summary.GetProperty("skipped").GetInt32() + summary.GetProperty("pending").GetInt32());
    }
}
