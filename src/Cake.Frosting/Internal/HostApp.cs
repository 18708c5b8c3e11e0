using Microsoft.Extensions.DependencyInjection;
using Spectre.Console.Cli;

namespace Cake.Frosting.Internal;

/// <summary>The command line of a host: one command, no sub-commands.</summary>
internal static class HostApp
{
    public static int Run(ServiceCollection services, IEnumerable<string> args)
    {
        // No service provider for the parser: its own registrar is enough for one command.
        var app = new CommandApp<RunCommand>();
        app.Configure(configuration =>
        {
            configuration.Settings.Registrar.RegisterInstance(services);
            configuration.AddExample();
            configuration.AddExample("--verbosity", "quiet");
            configuration.AddExample("--tree");
        });
        return app.Run(args);
    }
}
