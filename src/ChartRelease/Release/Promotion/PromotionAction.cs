namespace ChartRelease.Release.Promotion;

/// <summary>What a plan does with one chart version at one destination.</summary>
public enum PromotionAction
{
    /// <summary>The version is absent: it is copied.</summary>
    Copy,

    /// <summary>The version is there with the same content: only referrers that are missing are copied.</summary>
    Skip,

    /// <summary>The version is there with other content: the run stops before anything is sent.</summary>
    Refuse,

    /// <summary>It could not be told what is there: this version is left alone, and the run fails at its end.</summary>
    Fail,
}
