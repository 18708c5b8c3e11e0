namespace Cake.Frosting.ChartRelease;

/// <summary>The pipeline as a whole program.</summary>
public static class ChartReleaseProgram
{
    /// <summary>
    /// Runs the tasks of the pipeline and those of the program itself: <c>return ChartReleaseProgram.Run(args);</c> is all of a Program.cs.
    /// With <c>--output</c> other than text, standard output holds the result alone.
    /// </summary>
    /// <param name="args">The arguments of the program.</param>
    /// <param name="ownArguments">Names, without dashes, of those that tasks of the program read: <c>Run(args, "channel")</c>. Others that are no settings are refused.</param>
    /// <exception cref="ArgumentException">An own argument has the name of a setting, or of an argument of Cake's.</exception>
    /// <returns>The exit code: 0, or 1 after a failure, which was shown.</returns>
    public static int Run(IReadOnlyList<string> args, params IReadOnlyCollection<string> ownArguments)
    {
        if (StrayArgument.Find(args) is { } stray)
        {
            Console.Error.WriteLine($"Error: {stray}");
            return 1;
        }

        return ResultStream.Run(args, () => new CakeHost().UseChartRelease(ownArguments).Run(args));
    }
}
