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
    public static CakeHost UseChartRelease(this CakeHost host) => host
        .AddAssembly(typeof(ChartReleaseHostExtensions).Assembly)
        .ConfigureServices(services => services.AddSingleton<ICakeReportPrinter, QuietReportPrinter>())
        .UseContext<ReleaseContext>()
        .UseLifetime<ReleaseLifetime>()
        .UseTaskLifetime<ReleaseTaskLifetime>();
}
