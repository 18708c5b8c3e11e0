namespace ChartRelease.Faults.Scenarios;

/// <summary>What an upload of ours costs when it has to be repeated.</summary>
internal static class Uploads
{
    /// <summary>Further requests after an error in the place of the answer.</summary>
    public const int AgainAfterAnswer = 3;

    /// <summary>Requests of an upload that fails: begun, sent, given up.</summary>
    public const int Whole = 3;

    /// <summary>Further requests after the connection broke.</summary>
    public const int AgainAfterBreak = 3;
}
