using Cake.Cli;
using Cake.Core.Configuration;
using Cake.Core.Modules;
using Cake.Core.Packaging;
using Microsoft.Extensions.DependencyInjection;

namespace Cake.Frosting.Internal;

/// <summary>What every host registers: types and factories only, so that a run pays for what it uses.</summary>
internal static class HostServices
{
    public static ServiceCollection Create()
    {
        var services = new ServiceCollection();
        services
            .AddCakeDiagnostics()
            .UseModule<CoreModule>()
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
