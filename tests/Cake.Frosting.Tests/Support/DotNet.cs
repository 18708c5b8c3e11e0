using System.Diagnostics;
using System.Reflection;
using ChartRelease.Testing;

namespace Cake.Frosting.Tests.Support;

/// <summary>Builds a project of this repository with output, packages and sources in a folder of its own.</summary>
internal static class DotNet
{
    public static async Task<(int ExitCode, string Output)> BuildAsync(TemporaryFolder folder, string project, params string[] options)
    {
        folder.Write(
            "nuget.config",
            $"""
            <configuration>
              <packageSources>
                <add key="cake" value="{folder.Combine("feed")}" />
              </packageSources>
              <fallbackPackageFolders>
                <clear />
                <add key="machine" value="{MachinePackages}" />
              </fallbackPackageFolders>
            </configuration>
            """);
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = RepositoryRoot,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        string[] arguments =
        [
            "build", project, "-v", "quiet", "-nodeReuse:false",
            $"-p:RestoreConfigFile={folder.Combine("nuget.config")}",
            $"-p:RestorePackagesPath={folder.Combine("packages")}",
            $"-p:ArtifactsPath={folder.Combine("output")}",
            "-p:UseSharedCompilation=false",
            "-p:RunAnalyzers=false",
            .. options,
        ];
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output + await errors);
    }

    public static string RepositoryRoot => Metadata("RepositoryRoot");

    private static string MachinePackages => Metadata("MachinePackages");

    private static string Metadata(string key) => typeof(DotNet).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == key).Value!;
}
