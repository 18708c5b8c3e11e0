using System.IO.Compression;
using System.Reflection;
using ChartRelease.Packages.Tests.Infrastructure;
using ChartRelease.Processes;
using ChartRelease.Testing;

[assembly: AssemblyFixture(typeof(PackageFeed))]

namespace ChartRelease.Packages.Tests.Infrastructure;

/// <summary>
/// The packages of this repository, packed once for all tests, in a folder feed. Beside them stand the Cake packages as a real feed has
/// them (<see cref="CakeFeed"/>); everything else is taken from the packages that the build has restored. No other feed is asked.
/// </summary>
public sealed class PackageFeed : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();

    /// <summary>Version of the packages.</summary>
    public static string Version { get; } = Metadata("PackageVersion");

    /// <summary>Full path of the packages that the build has restored, one folder each.</summary>
    public static string MachinePackages { get; } = Metadata("MachinePackages");

    /// <summary>Full path of the folder with the packages.</summary>
    public string Folder => _folder.Combine("feed");

    /// <summary>Full path of a NuGet configuration that knows this feed.</summary>
    public string Configuration => _folder.Combine("nuget.config");

    /// <summary>Variables of a user who has nothing installed.</summary>
    public IReadOnlyDictionary<string, string?> Environment { get; private set; } = new Dictionary<string, string?>();

    public async ValueTask InitializeAsync()
    {
        _folder.Write(
            "nuget.config",
            $"""
            <configuration>
              <packageSources>
                <clear />
                <add key="packed" value="{Folder}" />
                <add key="restored" value="{MachinePackages}" />
              </packageSources>
            </configuration>
            """);
        Environment = new Dictionary<string, string?>(await new HostSetup(_folder.Path) { Home = _folder.Combine("home") }.VariablesAsync())
        {
            ["DOTNET_CLI_HOME"] = _folder.Combine("home"),
            ["NUGET_PACKAGES"] = _folder.Combine("packages"),
            ["DOTNET_GENERATE_ASPNET_CERTIFICATE"] = "false",
        };
        var packed = await RunAsync(
            TestTools.RepositoryRoot, null, "dotnet", "pack", "build/Packages.slnf", "-c", "Debug", "--no-build", "--nologo", "-v", "quiet", "-nodeReuse:false", $"-p:PackageOutputPath={Folder}");
        Assert.True(packed.ExitCode == 0, packed.Output + packed.Error);
        CakeFeed.Write(Folder, "7.0.0");
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>Opens a package of this repository.</summary>
    public ZipArchive Open(string id, string extension = "nupkg") => ZipFile.OpenRead(Path.Combine(Folder, $"{id}.{Version}.{extension}"));

    /// <summary>Runs a program as a user who knows this feed alone, and expects it to succeed.</summary>
    /// <returns>Its standard output.</returns>
    public async Task<string> RunAsUserAsync(string workingDirectory, string program, params string[] arguments)
    {
        var result = await RunAsync(workingDirectory, Environment, program, arguments);
        Assert.True(result.ExitCode == 0, $"{program} {string.Join(' ', arguments)}\n{result.Output}\n{result.Error}");
        return result.Output;
    }

    /// <summary>Runs a program, which has five minutes.</summary>
    public static async Task<ProcessResult> RunAsync(
        string workingDirectory, IReadOnlyDictionary<string, string?>? environment, string program, params string[] arguments)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        using var both = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, TestContext.Current.CancellationToken);
        var request = new ProcessRequest(program, arguments) { WorkingDirectory = workingDirectory, Environment = environment ?? new Dictionary<string, string?>() };
        return await ProcessRunner.RunAsync(request, both.Token);
    }

    private static string Metadata(string key) => typeof(PackageFeed).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == key).Value!;
}
