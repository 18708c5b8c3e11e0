using Cake.Core.Composition;
using Cake.Core.IO;
using Cake.Core.Packaging;

namespace Cake.Frosting;

/// <summary>Configures a <see cref="CakeHost"/>; each method returns the host it was given.</summary>
public static class CakeHostExtensions
{
    /// <summary>Lets a class configure the services; it is created and asked at once.</summary>
    /// <typeparam name="TStartup">The class.</typeparam>
    /// <param name="host">The host.</param>
    public static CakeHost UseStartup<TStartup>(this CakeHost host)
        where TStartup : IFrostingStartup, new() =>
        host.ConfigureServices(new TStartup().Configure);

    /// <inheritdoc cref="ServiceCollectionExtensions.UseContext"/>
    /// <param name="host">The host.</param>
    public static CakeHost UseContext<TContext>(this CakeHost host)
        where TContext : class, IFrostingContext =>
        host.ConfigureServices(services => services.UseContext<TContext>());

    /// <inheritdoc cref="ServiceCollectionExtensions.UseLifetime"/>
    /// <param name="host">The host.</param>
    public static CakeHost UseLifetime<TLifetime>(this CakeHost host)
        where TLifetime : class, IFrostingLifetime =>
        host.ConfigureServices(services => services.UseLifetime<TLifetime>());

    /// <inheritdoc cref="ServiceCollectionExtensions.UseSetup"/>
    /// <param name="host">The host.</param>
    public static CakeHost UseSetup<TSetup>(this CakeHost host)
        where TSetup : class, IFrostingSetup =>
        host.ConfigureServices(services => services.UseSetup<TSetup>());

    /// <inheritdoc cref="ServiceCollectionExtensions.UseTeardown"/>
    /// <param name="host">The host.</param>
    public static CakeHost UseTeardown<TTeardown>(this CakeHost host)
        where TTeardown : class, IFrostingTeardown =>
        host.ConfigureServices(services => services.UseTeardown<TTeardown>());

    /// <inheritdoc cref="ServiceCollectionExtensions.UseTaskLifetime"/>
    /// <param name="host">The host.</param>
    public static CakeHost UseTaskLifetime<TLifetime>(this CakeHost host)
        where TLifetime : class, IFrostingTaskLifetime =>
        host.ConfigureServices(services => services.UseTaskLifetime<TLifetime>());

    /// <inheritdoc cref="ServiceCollectionExtensions.UseTaskSetup"/>
    /// <param name="host">The host.</param>
    public static CakeHost UseTaskSetup<TSetup>(this CakeHost host)
        where TSetup : class, IFrostingTaskSetup =>
        host.ConfigureServices(services => services.UseTaskSetup<TSetup>());

    /// <inheritdoc cref="ServiceCollectionExtensions.UseTaskTeardown"/>
    /// <param name="host">The host.</param>
    public static CakeHost UseTaskTeardown<TTeardown>(this CakeHost host)
        where TTeardown : class, IFrostingTaskTeardown =>
        host.ConfigureServices(services => services.UseTaskTeardown<TTeardown>());

    /// <inheritdoc cref="ServiceCollectionExtensions.UseModule"/>
    /// <param name="host">The host.</param>
    public static CakeHost UseModule<TModule>(this CakeHost host)
        where TModule : ICakeModule, new() =>
        host.ConfigureServices(services => services.UseModule<TModule>());

    /// <inheritdoc cref="ServiceCollectionExtensions.UsePackageInstaller"/>
    /// <param name="host">The host.</param>
    public static CakeHost UsePackageInstaller<TPackageInstaller>(this CakeHost host)
        where TPackageInstaller : class, IPackageInstaller =>
        host.ConfigureServices(services => services.UsePackageInstaller<TPackageInstaller>());

    /// <inheritdoc cref="ServiceCollectionExtensions.UseTool"/>
    /// <param name="host">The host.</param>
    /// <param name="uri">Package of the tool, such as <c>nuget:?package=NAME&amp;version=VERSION</c>.</param>
    public static CakeHost InstallTool(this CakeHost host, Uri uri) =>
        host.ConfigureServices(services => services.UseTool(uri));

    /// <inheritdoc cref="ServiceCollectionExtensions.UseWorkingDirectory"/>
    /// <param name="host">The host.</param>
    /// <param name="path">The folder; a relative one is taken from the current folder.</param>
    public static CakeHost UseWorkingDirectory(this CakeHost host, DirectoryPath path) =>
        host.ConfigureServices(services => services.UseWorkingDirectory(path));

    /// <inheritdoc cref="ServiceCollectionExtensions.UseCakeSetting"/>
    /// <param name="host">The host.</param>
    /// <param name="key">Name of the setting.</param>
    /// <param name="value">Its value.</param>
    public static CakeHost UseCakeSetting(this CakeHost host, string key, string value) =>
        host.ConfigureServices(services => services.UseCakeSetting(key, value));

    /// <inheritdoc cref="ServiceCollectionExtensions.UseToolPath"/>
    /// <param name="host">The host.</param>
    /// <param name="path">The folder.</param>
    public static CakeHost SetToolPath(this CakeHost host, DirectoryPath path) =>
        host.ConfigureServices(services => services.UseToolPath(path));
}
