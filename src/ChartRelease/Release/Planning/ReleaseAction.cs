namespace ChartRelease.Release.Planning;

/// <summary>What a plan does with one chart at one target.</summary>
public enum ReleaseAction
{
    /// <summary>The version is absent: it is pushed.</summary>
    Publish,

    /// <summary>The version is there with the same content: nothing is sent.</summary>
    Skip,

    /// <summary>The version is there with other content: the run stops before anything is sent.</summary>
    Refuse,

    /// <summary>
    /// The version was released before, and the chart changed since: the run stops before anything is sent, and the version has to be raised.
    /// </summary>
    BumpNeeded,

    /// <summary>The target could not tell: the chart is left alone at every target, and the run fails at its end.</summary>
    Unknown,
}
