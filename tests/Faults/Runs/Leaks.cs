namespace ChartRelease.Faults.Runs;

/// <summary>Searches text for secrets.</summary>
internal static class Leaks
{
    /// <summary>The secrets of a bed that stand in a text: the password in each form in which it is sent, and every token that was given out.</summary>
    public static IReadOnlyList<string> Find(string text, FaultBed bed) =>
        [.. FaultBed.Account.Forms.Concat(bed.Tokens.Tokens).Where(secret => text.Contains(secret, StringComparison.Ordinal))];
}
