using Cake.Core.Composition;
using Cake.Core.IO;
using Cake.Core.Packaging;
using Cake.Frosting.Internal;
using Microsoft.Extensions.DependencyInjection;
using CakeServices = Cake.Cli.ServiceCollectionExtensions;

namespace Cake.Frosting;

/// <summary>Registers what a host uses; each method returns the services it was given, and the last registration wins.</summary>
public static class ServiceCollectionExtensions
{
    /// <summary>Uses a context of the project's own for tasks and lifetimes.</summary>
    /// <typeparam name="TContext">Its type.</typeparam>
    /// <param name="services">The services.</param>
    public static IServiceCollection UseContext<TContext>(this IServiceCollection services)
        where TContext : class, IFrostingContext =>
        services.AddSingleton<IFrostingContext, TContext>();

    /// <summary>Uses one object as setup and teardown of the run.</summary>
    /// <typeparam name="TLifetime">Its type.</typeparam>
    /// <param name="services">The services.</param>
    public static IServiceCollection UseLifetime<TLifetime>(this IServiceCollection services)
        where TLifetime : class, IFrostingLifetime =>
        services
            .AddSingleton<IFrostingLifetime, TLifetime>()
            .AddSingleton<IFrostingSetup>(provider => provider.GetRequiredService<IFrostingLifetime>())
            .AddSingleton<IFrostingTeardown>(provider => provider.GetRequiredService<IFrostingLifetime>());

    /// <summary>Uses an object as setup of the run.</summary>
    /// <typeparam name="TSetup">Its type.</typeparam>
    /// <param name="services">The services.</param>
    public static IServiceCollection UseSetup<TSetup>(this IServiceCollection services)
        where TSetup : class, IFrostingSetup =>
        services.AddSingleton<IFrostingSetup, TSetup>();

    /// <summary>Uses an object as teardown of the run.</summary>
    /// <typeparam name="TTeardown">Its type.</typeparam>
    /// <param name="services">The services.</param>
    public static IServiceCollection UseTeardown<TTeardown>(this IServiceCollection services)
        where TTeardown : class, IFrostingTeardown =>
        services.AddSingleton<IFrostingTeardown, TTeardown>();

    /// <summary>Uses one object as setup and teardown of each task.</summary>
    /// <typeparam name="TLifetime">Its type.</typeparam>
    /// <param name="services">The services.</param>
    public static IServiceCollection UseTaskLifetime<TLifetime>(this IServiceCollection services)
        where TLifetime : class, IFrostingTaskLifetime =>
        services
            .AddSingleton<IFrostingTaskLifetime, TLifetime>()
            .AddSingleton<IFrostingTaskSetup>(provider => provider.GetRequiredService<IFrostingTaskLifetime>())
            .AddSingleton<IFrostingTaskTeardown>(provider => provider.GetRequiredService<IFrostingTaskLifetime>());

    /// <summary>Uses an object as setup of each task.</summary>
    /// <typeparam name="TSetup">Its type.</typeparam>
    /// <param name="services">The services.</param>
    public static IServiceCollection UseTaskSetup<TSetup>(this IServiceCollection services)
        where TSetup : class, IFrostingTaskSetup =>
        services.AddSingleton<IFrostingTaskSetup, TSetup>();

    /// <summary>Uses an object as teardown of each task.</summary>
    /// <typeparam name="TTeardown">Its type.</typeparam>
    /// <param name="services">The services.</param>
    public static IServiceCollection UseTaskTeardown<TTeardown>(this IServiceCollection services)
        where TTeardown : class, IFrostingTaskTeardown =>
        services.AddSingleton<IFrostingTaskTeardown, TTeardown>();

    /// <summary>Registers what a Cake module brings.</summary>
    /// <typeparam name="TModule">The module.</typeparam>
    /// <param name="services">The services.</param>
    public static IServiceCollection UseModule<TModule>(this IServiceCollection services)
        where TModule : ICakeModule, new() =>
        CakeServices.UseModule<TModule>(services);

    /// <summary>Adds an installer for tools of a scheme that Cake does not know.</summary>
    /// <typeparam name="TPackageInstaller">The installer.</typeparam>
    /// <param name="services">The services.</param>
    public static IServiceCollection UsePackageInstaller<TPackageInstaller>(this IServiceCollection services)
        where TPackageInstaller : class, IPackageInstaller =>
        services.AddSingleton<IPackageInstaller, TPackageInstaller>();

    /// <summary>Installs a tool before the first task; may be called for several tools.</summary>
    /// <param name="services">The services.</param>
    /// <param name="uri">Package of the tool, such as <c>nuget:?package=NAME&amp;version=VERSION</c>.</param>
    public static IServiceCollection UseTool(this IServiceCollection services, Uri uri)
    {
        ArgumentNullException.ThrowIfNull(uri);
        return services.AddSingleton(new PackageReference(uri.OriginalString));
    }

    /// <summary>Runs in another folder than the current one; <c>--working</c> wins over it.</summary>
    /// <param name="services">The services.</param>
    /// <param name="path">The folder; a relative one is taken from the current folder.</param>
    public static IServiceCollection UseWorkingDirectory(this IServiceCollection services, DirectoryPath path) =>
        services.AddSingleton(new WorkingDirectory(path));

    /// <summary>Sets a value of Cake's configuration; cake.config, environment and arguments win over it.</summary>
    /// <param name="services">The services.</param>
    /// <param name="key">Name of the setting, such as <c>Settings_Verbosity</c>.</param>
    /// <param name="value">Its value.</param>
    public static IServiceCollection UseCakeSetting(this IServiceCollection services, string key, string value) =>
        services.AddSingleton(new CakeSetting(key, value));

    /// <summary>Looks for tools in, and installs them to, another folder than <c>tools</c>.</summary>
    /// <param name="services">The services.</param>
    /// <param name="toolPath">The folder.</param>
    public static IServiceCollection UseToolPath(this IServiceCollection services, DirectoryPath toolPath)
    {
        ArgumentNullException.ThrowIfNull(toolPath);
        return services.UseCakeSetting("Paths_Tools", toolPath.FullPath);
    }
}
