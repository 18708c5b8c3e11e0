namespace ChartRelease.Release.Reproduction;

/// <summary>One thing in which a published chart and its rebuild differ.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">Name of the file, annotation or field.</param>
/// <param name="Published">What is published, in a few words; <see langword="null"/> for nothing.</param>
/// <param name="Rebuilt">What the commit builds, in a few words; <see langword="null"/> for nothing.</param>
public sealed record Difference(DifferenceKind Kind, string Name, string? Published, string? Rebuilt)
{
    /// <summary>How many files a <see cref="DifferenceKind.EntryHeader"/> is about; 0 for other kinds.</summary>
    public int Entries { get; init; }

    /// <summary>The lines that differ, as a unified diff from published to rebuilt; <see langword="null"/> when that says nothing, or for what is no text.</summary>
    public string? Diff { get; init; }

    /// <summary>Whether it is content, and not only how content was stamped and written.</summary>
    public bool IsContent => Kind is DifferenceKind.File or DifferenceKind.Config;
}

/// <summary>What differs.</summary>
public enum DifferenceKind
{
    /// <summary>A file is there on one side only, or says something else.</summary>
    File,

    /// <summary>Chart.yaml or a lock file says the same in other words: helm writes both anew.</summary>
    Rewritten,

    /// <summary>A vendored archive stands in the published chart unpacked: helm does that.</summary>
    Unpacked,

    /// <summary>The config says something else.</summary>
    Config,

    /// <summary>The config says the same in other words.</summary>
    ConfigForm,

    /// <summary>An annotation of the manifest.</summary>
    Annotation,

    /// <summary>A layer beside the chart, such as a signature.</summary>
    Layer,

    /// <summary>The manifest says the same in other words.</summary>
    ManifestForm,

    /// <summary>A field of the gzip header.</summary>
    GzipHeader,

    /// <summary>A field of the headers of files in the archive.</summary>
    EntryHeader,

    /// <summary>The order of the files.</summary>
    EntryOrder,

    /// <summary>The compressed data, or fields of the tar that no reader uses.</summary>
    Encoding,
}
