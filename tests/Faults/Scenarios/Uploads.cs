namespace ChartRelease.Faults.Scenarios;

/// <summary>What an upload of ours costs when it has to be repeated.</summary>
internal static class Uploads
{
    /// <summary>Further requests when the registry has got nothing: how far did it come, and once more.</summary>
    public const int Again = 2;

    /// <summary>Further requests when the registry has got a part: how far did it come, the rest, the end.</summary>
    public const int Rest = 3;

    /// <summary>Further requests when the registry has stored the blob: how far did it come, never mind, and a mount of what is there.</summary>
    public const int Found = 3;

    /// <summary>Further requests when the registry has given the upload up: how far did it come, never mind, and all anew.</summary>
    public const int Anew = 4;

    /// <summary>Requests of an upload that is refused in five attempts: begun, sent, asked and sent four times more, taken back.</summary>
    public const int Refused = 1 + 1 + (4 * Again) + 1;

    /// <summary>Requests of an upload that breaks in five attempts: begun, sent, four times all anew, taken back.</summary>
    public const int Broken = 1 + 1 + (4 * Anew) + 1;
}
