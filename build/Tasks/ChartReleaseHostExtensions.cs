using Cake.Core;
using Microsoft.Extensions.DependencyInjection;

namespace Cake.Frosting.ChartRelease;

/// <summary>Adds the pipeline to a Frosting host.</summary>
public static class ChartReleaseHostExtensions
{
    /// <summary>
    /// Registers the tasks, the context and the lifetimes:
    /// <c>return new CakeHost().UseChartRelease().Run(args);</c> is a whole build program.
    /// </summary>
    /// <param name="host">The host.</param>
    /// <param name="ownArguments">Names, without dashes, of arguments that the program reads itself: <c>UseChartRelease("channel")</c>.</param>
    /// <exception cref="ArgumentException">An own argument has the name of a setting, or of an argument of Cake's.</exception>
    public static CakeHost UseChartRelease(this CakeHost host, params IReadOnlyCollection<string> ownArguments) => host
        .AddAssembly(typeof(ChartReleaseHostExtensions).Assembly)
        .ConfigureServices(services => services
            .AddSingleton(new OwnArguments(ownArguments))
            .AddSingleton<ICakeReportPrinter, QuietReportPrinter>())
        .UseContext<ReleaseContext>()
        .UseLifetime<ReleaseLifetime>()
        .UseTaskLifetime<ReleaseTaskLifetime>();
}
