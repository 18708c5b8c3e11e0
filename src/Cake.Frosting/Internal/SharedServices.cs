using Microsoft.Extensions.DependencyInjection;

namespace Cake.Frosting.Internal;

internal static class SharedServices
{
    /// <summary>Makes a service of another provider available, made there when it is first asked for.</summary>
    public static IServiceCollection Share<TService>(this IServiceCollection services, IServiceProvider owner)
        where TService : class =>
        services.AddSingleton(_ => owner.GetRequiredService<TService>());
}
