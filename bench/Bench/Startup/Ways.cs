using System.Reflection;
using System.Runtime.InteropServices;
using ChartRelease.Testing;

namespace ChartRelease.Bench.Startup;

/// <summary>Builds, packs and installs what is compared.</summary>
internal static class Ways
{
    private const string Script = """
        #addin nuget:?package=Cake.ChartRelease&version=VERSION&loaddependencies=true
        Task("Publish").Does(() => ChartPublish(ChartReleaseOptions()));
        RunTarget("Publish");
        """;

    private const string Project = """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <TargetFramework>net10.0</TargetFramework>
            <UseAppHost>false</UseAppHost>
          </PropertyGroup>
        </Project>
        """;

    public static async Task<IReadOnlyList<Way>> PrepareAsync(TemporaryFolder folder)
    {
        var root = TestTools.RepositoryRoot;
        string[] quiet = ["-c", "Release", "--nologo", "-v", "quiet", "-nodeReuse:false", "-p:RunAnalyzers=false"];
        var build = Path.Combine(root, "build.sh");
        DotNet(root, "build", ["build/Host", .. quiet]);
        DotNet(root, "pack", ["build/Packages.slnf", .. quiet, $"-p:PackageOutputPath={folder.Combine("feed")}", $"-p:ToolPlatforms={RuntimeInformation.RuntimeIdentifier}"]);
        folder.Write("nuget.config", $"""
            <configuration>
              <packageSources>
                <clear />
                <add key="packed" value="{folder.Combine("feed")}" />
                <add key="restored" value="{Metadata("MachinePackages")}" />
              </packageSources>
            </configuration>
            """);
        DotNet(folder.Path, "tool", ["install", "ChartRelease.Tool", "--version", Metadata("PackageVersion"), "--tool-path", folder.Combine("tools"), "--configfile", folder.Combine("nuget.config")]);
        folder.Write("build.cake", Script.Replace("VERSION", Metadata("PackageVersion"), StringComparison.Ordinal));
        folder.Write("empty/empty.csproj", Project);
        folder.Write("empty/Program.cs", "return;\n");
        DotNet(folder.Combine("empty"), "build", ["-c", "Release", "--nologo", "-v", "quiet", "-nodeReuse:false", "-o", folder.Combine("empty/out")]);
        return
        [
            new("empty console program", folder.Path, "dotnet", folder.Combine("empty/out/empty.dll")),
            new("./build.sh --tree (ReadyToRun)", root, build, "--tree"),
            new("the same host, Release without ReadyToRun", root, "dotnet", ReleaseHost(root), "--tree"),
            new("dotnet chart-release --tree (tool)", folder.Path, "dotnet", "chart-release", "--tree"),
            new("dotnet-chart-release --tree (tool, direct)", folder.Path, folder.Combine("tools/dotnet-chart-release"), "--tree"),
            new("dotnet cake --tree (script with the addin)", folder.Path, await TestTools.DotnetCakeAsync(), "--tree"),
        ];
    }

    public static Dictionary<string, string> Environment(TemporaryFolder folder) => new()
    {
        ["PATH"] = $"{folder.Combine("tools")}{Path.PathSeparator}{System.Environment.GetEnvironmentVariable("PATH")}",
        ["NUGET_PACKAGES"] = folder.Combine("packages"),
        ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1",
        ["DOTNET_NOLOGO"] = "1",
    };

    private static string ReleaseHost(string root) =>
        Directory.GetFiles(Path.Combine(root, ".build", "bin", "Host"), "chart-release.dll", SearchOption.AllDirectories)
            .Single(file => Path.GetFileName(Path.GetDirectoryName(file))!.StartsWith("release", StringComparison.Ordinal));

    private static void DotNet(string folder, string command, string[] arguments) =>
        Command.Time(folder, new Dictionary<string, string>(), "dotnet", [command, .. arguments]);

    private static string Metadata(string key) => typeof(Ways).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;
}
