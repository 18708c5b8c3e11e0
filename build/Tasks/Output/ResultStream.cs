namespace Cake.Frosting.ChartRelease;

/// <summary>Keeps standard output for results when they are for a machine: everything else then goes to standard error.</summary>
public static class ResultStream
{
    /// <summary>Where results go.</summary>
    public static TextWriter Results { get; private set; } = Console.Out;

    /// <summary>Runs a host; with <c>--output</c> other than text, what it logs goes to standard error.</summary>
    /// <param name="args">The arguments of the program.</param>
    /// <param name="run">Runs the host.</param>
    /// <returns>The host's exit code.</returns>
    public static int Run(IReadOnlyList<string> args, Func<int> run)
    {
        Results = Console.Out;
        if (IsForMachines(args))
        {
            // Before anything has asked for the console: Cake and Spectre.Console keep the writer they first see.
            Console.SetOut(Console.Error);
        }

        return run();
    }

    private static bool IsForMachines(IReadOnlyList<string> args)
    {
        var format = Environment.GetEnvironmentVariable("CHART_RELEASE_OUTPUT");
        for (var i = 0; i < args.Count; i++)
        {
            if (args[i].StartsWith("--output=", StringComparison.OrdinalIgnoreCase))
            {
                format = args[i]["--output=".Length..];
            }
            else if (string.Equals(args[i], "--output", StringComparison.OrdinalIgnoreCase) && i + 1 < args.Count)
            {
                format = args[i + 1];
            }
        }

        return !string.IsNullOrEmpty(format) && !string.Equals(format, "text", StringComparison.OrdinalIgnoreCase);
    }
}
