using Cake.Cli;
using Cake.Core;
using Cake.Core.Configuration;
using Cake.Core.Diagnostics;
using Cake.Core.Modules;
using Cake.Core.Packaging;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console;

namespace Cake.Frosting.Internal;

/// <summary>What every host registers: types and factories only, so that a run pays for what it uses.</summary>
internal static class HostServices
{
    public static ServiceCollection Create()
    {
        // Not AddCakeDiagnostics of Cake.Cli: it examines the terminal at once, and its report printer draws tables and shows tasks without actions.
        var services = new ServiceCollection();
        services
            .UseModule<CoreModule>()
            .AddSingleton<ICakeLog, CakeBuildLog>()
            .AddSingleton<IConsole, CakeConsole>()
            .AddSingleton(_ => AnsiConsole.Console)
            .AddSingleton<ICakeReportPrinter, CakeReportPrinter>()
            .AddSingleton<IPackageInstaller, DeferredPackageInstaller>()
            .AddSingleton<IToolInstaller, PackageToolInstaller>()
            .AddSingleton<ICakeConfiguration, HostConfiguration>()
            .AddSingleton<FrostingContext>()
            .AddSingleton<IFrostingContext>(provider => provider.GetRequiredService<FrostingContext>())
            .AddSingleton<IVersionResolver, VersionResolver>()
            .AddSingleton<VersionFeature>()
            .AddSingleton<InfoFeature>()
            .AddSingleton<BuildScriptHost<IFrostingContext>>()
            .AddSingleton<DryRunScriptHost<IFrostingContext>>()
            .AddSingleton<TreeScriptHost>()
            .AddSingleton<DescriptionScriptHost>()
            .AddSingleton<TaskRegistration>()
            .AddSingleton<LifetimeRegistration>();
        return services;
    }
}
