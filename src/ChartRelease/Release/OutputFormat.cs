namespace ChartRelease.Release;

/// <summary>How results are printed on standard output.</summary>
public enum OutputFormat
{
    /// <summary>Tables for people; log lines go to standard output too.</summary>
    Text,

    /// <summary>One JSON document; everything else goes to standard error.</summary>
    Json,

    /// <summary>Markdown tables; everything else goes to standard error.</summary>
    Markdown,

    /// <summary>A job matrix of GitHub Actions on one line, of what Plan would publish; everything else goes to standard error.</summary>
    Matrix,
}
