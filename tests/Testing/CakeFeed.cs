using System.IO.Compression;
using System.Reflection;

namespace ChartRelease.Testing;

/// <summary>A folder feed with the Cake packages, made of the assemblies that the tests run with.</summary>
public static class CakeFeed
{
    /// <summary>Package ids with the ids they need; Cake.Frosting is the stand-in.</summary>
    private static readonly (string Id, string[] Needs)[] Packages =
    [
        ("Cake.Frosting", ["Cake.Cli", "Cake.Common", "Cake.NuGet", "Cake.DotNetTool.Module"]),
        ("Cake.Cli", ["Cake.Core", "Spectre.Console.Cli"]),
        ("Cake.Common", ["Cake.Core"]),
        ("Cake.NuGet", ["Cake.Core"]),
        ("Cake.DotNetTool.Module", ["Cake.Core"]),
        ("Cake.Core", []),
        ("Spectre.Console.Cli", []),
    ];

    /// <summary>Writes the packages.</summary>
    /// <param name="folder">Full path of the feed.</param>
    /// <param name="version">The version of all of them.</param>
    public static void Write(string folder, string version)
    {
        Directory.CreateDirectory(folder);
        foreach (var (id, needs) in Packages)
        {
            using var package = ZipFile.Open(Path.Combine(folder, $"{id}.{version}.nupkg"), ZipArchiveMode.Create);
            package.CreateEntryFromFile(Path.Combine(AppContext.BaseDirectory, $"{id}.dll"), $"lib/net10.0/{id}.dll");
            using var specification = new StreamWriter(package.CreateEntry($"{id}.nuspec").Open());
            specification.Write(Specification(id, version, needs));
        }
    }

    private static string Specification(string id, string version, string[] needs) =>
        $"""
        <package xmlns="http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd">
          <metadata>
            <id>{id}</id>
            <version>{version}</version>
            <authors>test</authors>
            <description>For a test.</description>
            <dependencies>
              <group targetFramework="net10.0">
                {string.Concat(needs.Select(need => $"<dependency id=\"{need}\" version=\"{version}\" />"))}
                {(id == "Cake.Cli" ? Public("Spectre.Console") + Public("Microsoft.Extensions.DependencyInjection") : "")}
              </group>
            </dependencies>
          </metadata>
        </package>
        """;

    /// <summary>A dependency on a package that is served; its version is the one the tests were built with.</summary>
    private static string Public(string id) =>
        $"<dependency id=\"{id}\" version=\"{Assembly.Load(id).GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0]}\" />";
}
