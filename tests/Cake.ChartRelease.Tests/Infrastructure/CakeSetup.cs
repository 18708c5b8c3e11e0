using Cake.ChartRelease.Helm.Processes;
using Cake.Core;
using Cake.Core.Configuration;
using Cake.Core.IO;
using Cake.Core.Tooling;
using NSubstitute;

namespace Cake.ChartRelease.Tests.Infrastructure;

/// <summary>A context of Cake's own classes; only what helm never touches is a substitute.</summary>
public sealed class CakeSetup
{
    public CakeSetup(Func<IProcessRunner, IProcessRunner>? processes = null, IToolLocator? locator = null)
    {
        var files = new FileSystem();
        var environment = new CakeEnvironment(new CakePlatform(), new CakeRuntime());
        var globber = new Globber(files, environment);
        var configuration = new CakeConfiguration(new Dictionary<string, string>());
        var tools = locator ?? new ToolLocator(
            environment,
            new ToolRepository(environment),
            new ToolResolutionStrategy(files, environment, globber, configuration, Log));
        var runner = new ProcessRunner(files, environment, Log, tools, configuration);
        Context = new CakeContext(
            files,
            environment,
            globber,
            Log,
            Substitute.For<ICakeArguments>(),
            processes?.Invoke(runner) ?? runner,
            Substitute.For<IRegistry>(),
            tools,
            Substitute.For<ICakeDataService>(),
            configuration,
            Substitute.For<IToolInstaller>(),
            Substitute.For<IServiceProvider>());
    }

    public ICakeContext Context { get; }

    public RecordingLog Log { get; } = new();

    /// <summary>A context whose processes do not touch helm's files of whoever runs the tests.</summary>
    public static CakeSetup Isolated(string folder)
    {
        CakeSetup? setup = null;
        setup = new CakeSetup(_ => new IsolatedProcessRunner(() => new TreeProcessRunner(setup!.Context), folder));
        return setup;
    }
}
