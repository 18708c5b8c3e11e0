using ChartRelease;

namespace Cake.Frosting.ChartRelease;

/// <summary>Finds a word that belongs to no option, such as a target without <c>--target=</c>, before the parser of the host meets it.</summary>
internal static class StrayArgument
{
    private static readonly HashSet<string> Flags = new(StringComparer.OrdinalIgnoreCase)
    {
        "", "description", "descriptions", "showdescription", "showdescriptions", "tree", "showtree", "dryrun", "noop", "whatif",
        "exclusive", "e", "version", "ver", "info", "help", "h",
    };

    /// <summary>The failure that the first stray argument is; <see langword="null"/> when there is none.</summary>
    public static Failure? Find(IReadOnlyList<string> args)
    {
        var takesValue = false;
        for (var i = 0; i < args.Count; i++)
        {
            if (args[i].StartsWith('-'))
            {
                takesValue = args[i].AsSpan().IndexOfAny('=', ':') < 0 && !Flags.Contains(args[i].TrimStart('-'));
            }
            else if (takesValue)
            {
                takesValue = false;
            }
            else if (i == 0 || !IsValueOfFlag(args[i - 1], args[i]))
            {
                return Stray(i, args);
            }
        }

        return null;
    }

    // --tree false: the one word that the parser takes after a flag.
    private static bool IsValueOfFlag(string flag, string word) => Flags.Contains(flag.TrimStart('-')) && flag.StartsWith('-') && bool.TryParse(word, out _);

    // What follows a password may be the rest of it: it is counted, not shown.
    private static Failure Stray(int index, IReadOnlyList<string> args) => new(
        FailureReason.InvalidSettings,
        args[index].Length == 0 ? $"Argument {index + 1} is empty."
        : args.Any(argument => argument.StartsWith("--password", StringComparison.OrdinalIgnoreCase)) ? $"Argument {index + 1} belongs to no option."
        : $"The argument \"{args[index]}\" belongs to no option.",
        "Options only: --NAME=VALUE, or --NAME for a flag.",
        args[index].Length == 0 ? "Leave it out; a variable that is empty may have made it."
        : "Write --target=TARGET for a target, put a value with spaces into quotation marks, or leave it out.");
}
