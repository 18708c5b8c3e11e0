using Microsoft.Extensions.DependencyInjection;

namespace Cake.Frosting;

/// <summary>Configures the services of a host in a class of its own.</summary>
public interface IFrostingStartup
{
    /// <summary>Adds to the host's services; later registrations win.</summary>
    /// <param name="services">The host's services.</param>
    void Configure(IServiceCollection services);
}
