namespace ChartRelease.Release.Reproduction;

/// <summary>What a rebuild says of a published chart.</summary>
public enum ReproductionOutcome
{
    /// <summary>Manifest, config and archive are, byte for byte, what the commit builds.</summary>
    Identical,

    /// <summary>The files are those of the commit; times, order, annotations or the spelling of Chart.yaml are not, as with charts that helm published.</summary>
    SameContent,

    /// <summary>The published chart holds other content than the commit.</summary>
    Different,

    /// <summary>It could not be told.</summary>
    Failed,
}
