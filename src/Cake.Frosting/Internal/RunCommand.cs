using System.Diagnostics.CodeAnalysis;
using Cake.Cli;
using Cake.Cli.Infrastructure;
using Cake.Core;
using Cake.Core.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console.Cli;

namespace Cake.Frosting.Internal;

/// <summary>Completes the services with what the command line says, and does what it asks for.</summary>
[SuppressMessage("Performance", "CA1812", Justification = "The command line parser creates it.")]
internal sealed class RunCommand(ServiceCollection services) : AsyncCommand<RunSettings>
{
    public override async Task<int> ExecuteAsync(CommandContext context, RunSettings settings, CancellationToken cancellationToken)
    {
        services
            .AddSingleton<ICakeArguments>(context.Remaining.ToCakeArguments(settings.Targets))
            .AddSingleton(context.Remaining);

        var provider = services.BuildServiceProvider();
        await using (provider.ConfigureAwait(false))
        {
            return await RunAsync(provider, settings).ConfigureAwait(false);
        }
    }

    [SuppressMessage("Design", "CA1031", Justification = "The outermost frame: every failure is logged and becomes the exit code.")]
    private static async Task<int> RunAsync(ServiceProvider provider, RunSettings settings)
    {
        try
        {
            if (settings.Version)
            {
                provider.GetRequiredService<VersionFeature>().Run(provider.GetRequiredService<IConsole>());
            }
            else if (settings.Info)
            {
                provider.GetRequiredService<InfoFeature>().Run(provider.GetRequiredService<IConsole>());
            }
            else
            {
                await TaskRun.RunAsync(provider, settings).ConfigureAwait(false);
            }

            return 0;
        }
        catch (Exception exception)
        {
            return provider.GetRequiredService<ICakeLog>().LogException(exception);
        }
    }
}
