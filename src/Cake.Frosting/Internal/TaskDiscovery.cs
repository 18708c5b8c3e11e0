using System.Reflection;
using Microsoft.Extensions.DependencyInjection;

namespace Cake.Frosting.Internal;

internal static class TaskDiscovery
{
    /// <summary>Registers the exported task classes of the assemblies, in their order.</summary>
    public static void AddTasks(this IServiceCollection services, IEnumerable<Assembly> assemblies)
    {
        foreach (var task in assemblies.SelectMany(assembly => assembly.GetExportedTypes()).Where(IsTask))
        {
            services.AddSingleton(typeof(IFrostingTask), task);
        }
    }

    private static bool IsTask(Type type) => type is { IsClass: true, IsAbstract: false } && typeof(IFrostingTask).IsAssignableFrom(type);
}
