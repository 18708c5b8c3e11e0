namespace Cake.Frosting.ChartRelease;

/// <summary>What decides whether a run may ask.</summary>
/// <param name="IsTerminal">Whether people type into standard input and look at standard output and standard error.</param>
/// <param name="IsBuildServer">Whether the run belongs to a CI system.</param>
/// <param name="AssumeYes">Whether <c>--yes</c> was given.</param>
internal sealed record QuestionSurroundings(bool IsTerminal, bool IsBuildServer, bool AssumeYes)
{
    /// <summary>Whether a question would be answered.</summary>
    public bool MayAsk => IsTerminal && !IsBuildServer && !AssumeYes;

    /// <summary>Those of this process.</summary>
    public static QuestionSurroundings Current(bool assumeYes) => new(
        !Console.IsInputRedirected && !Console.IsOutputRedirected && !Console.IsErrorRedirected,
        BuildServer.Is(Environment.GetEnvironmentVariable),
        assumeYes);
}
