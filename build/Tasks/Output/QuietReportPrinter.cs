using Cake.Core;
using Cake.Core.Diagnostics;

namespace Cake.Frosting.ChartRelease;

/// <summary>Cake's report of tasks and times, except with <c>--verbosity=quiet</c>: Cake's own printer prints it then too.</summary>
internal sealed class QuietReportPrinter(IConsole console, ICakeContext context) : ICakeReportPrinter
{
    private readonly CakeReportPrinter _printer = new(console, context);

    /// <inheritdoc/>
    public void Write(CakeReport report)
    {
        if (context.Log.Verbosity > Verbosity.Quiet)
        {
            _printer.Write(report);
        }
    }

    /// <inheritdoc/>
    public void WriteStep(string name, Verbosity verbosity) => _printer.WriteStep(name, verbosity);

    /// <inheritdoc/>
    public void WriteLifeCycleStep(string name, Verbosity verbosity) => _printer.WriteLifeCycleStep(name, verbosity);

    /// <inheritdoc/>
    public void WriteSkippedStep(string name, Verbosity verbosity) => _printer.WriteSkippedStep(name, verbosity);
}
