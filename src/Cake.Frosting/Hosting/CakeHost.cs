using System.Reflection;
using Cake.Frosting.Internal;
using Microsoft.Extensions.DependencyInjection;

namespace Cake.Frosting;

/// <summary>
/// Runs tasks: the exported, non-abstract <see cref="IFrostingTask"/> classes of the entry assembly and of each
/// <see cref="AddAssembly"/>.
/// </summary>
public sealed class CakeHost
{
    private readonly ServiceCollection services = HostServices.Create();
    private readonly List<Assembly> assemblies = Assembly.GetEntryAssembly() is { } entry ? [entry] : [];

    /// <summary>A host with Cake's own services.</summary>
    public static CakeHost Create() => new();

    /// <summary>Adds an assembly to look for tasks in.</summary>
    /// <param name="assembly">The assembly.</param>
    /// <returns>This host.</returns>
    public CakeHost AddAssembly(Assembly assembly)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        assemblies.Add(assembly);
        return this;
    }

    /// <summary>Adds to the services, at once; later registrations win.</summary>
    /// <param name="services">What to add.</param>
    /// <returns>This host.</returns>
    public CakeHost ConfigureServices(Action<IServiceCollection> services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services(this.services);
        return this;
    }

    /// <summary>Runs what the arguments ask for.</summary>
    /// <param name="args">The command line.</param>
    /// <returns>The exit code: 0, 1 for a failed run, -1 for arguments that cannot be parsed.</returns>
    public int Run(IEnumerable<string> args)
    {
        services.AddTasks(assemblies);
        return HostApp.Run(services, args);
    }
}
