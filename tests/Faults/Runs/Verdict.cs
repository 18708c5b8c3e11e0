namespace ChartRelease.Faults.Runs;

/// <summary>What a run is worth to who relies on it.</summary>
public enum Verdict
{
    /// <summary>It published, and made none of the requests that the fault is about.</summary>
    NotMet,

    /// <summary>It ended as it must: published in spite of the fault, or refused where a refusal is right.</summary>
    Right,

    /// <summary>It gave up where it could have gone on. It said so, and the tag is not taken.</summary>
    GaveUp,

    /// <summary>It said that it failed, but the chart is published.</summary>
    SaidFailed,

    /// <summary>It said that it published, and the registry holds something else.</summary>
    SaidPublished,

    /// <summary>It replaced another publisher's chart.</summary>
    Overwrote,

    /// <summary>It left a tag whose content is not whole.</summary>
    LeftBroken,

    /// <summary>It did not end.</summary>
    Hung,
}
