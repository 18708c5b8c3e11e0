using System.Text.Json;
using Cake.Frosting.Tests.Support;
using ChartRelease.Testing;

namespace Cake.Frosting.Tests;

/// <summary>
/// <c>-p:CakeFrostingPackage=VERSION</c>, against a folder feed with the packages that a real one would hold: the stand-in
/// under the package's name, and the genuine assemblies.
/// </summary>
public sealed class PackageSwapTests
{
    // No version that this repository names anywhere: a pin to another one would be an error.
    private const string Version = "7.1.2";

    private static string LockFile => Path.Combine(DotNet.RepositoryRoot, "build/Tasks/packages.lock.json");

    [Fact]
    public async Task The_tasks_build_with_the_package_in_place_of_the_stand_in()
    {
        using var folder = new TemporaryFolder();
        CakeFeed.Write(folder.Combine("feed"), Version);
        var lockFile = await File.ReadAllTextAsync(LockFile, TestContext.Current.CancellationToken);

        var build = await DotNet.BuildAsync(
            folder,
            "build/Tasks/Cake.Frosting.ChartRelease.csproj",
            $"-p:CakeFrostingPackage={Version}");

        Assert.True(build.ExitCode == 0, build.Output);
        Assert.Equal(lockFile, await File.ReadAllTextAsync(LockFile, TestContext.Current.CancellationToken));
        var libraries = Libraries(folder);
        Assert.Equal("package", libraries[$"Cake.Frosting/{Version}"]);
        Assert.Equal("package", libraries[$"Cake.Core/{Version}"]);
        Assert.DoesNotContain(libraries, library => library.Key.StartsWith("Cake.Frosting/", StringComparison.Ordinal) && library.Value == "project");
        Assert.False(Directory.Exists(folder.Combine("output/obj/Cake.Frosting")), "The stand-in was built.");
        Assert.False(Directory.Exists(folder.Combine("packages/cake.tool")), "cake.tool was downloaded.");
    }

    /// <summary>Name and kind of what the restore resolved.</summary>
    private static Dictionary<string, string> Libraries(TemporaryFolder folder)
    {
        var assets = File.ReadAllBytes(folder.Combine("output/obj/Cake.Frosting.ChartRelease/project.assets.json"));
        using var document = JsonDocument.Parse(assets);
        return document.RootElement.GetProperty("libraries").EnumerateObject().ToDictionary(
            library => library.Name,
            library => library.Value.GetProperty("type").GetString()!,
            StringComparer.OrdinalIgnoreCase);
    }
}
