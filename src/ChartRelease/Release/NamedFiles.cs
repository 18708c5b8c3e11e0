namespace ChartRelease.Release;

/// <summary>Names files in a message, not more than can be read.</summary>
internal static class NamedFiles
{
    /// <summary>As many as are named.</summary>
    public const int Most = 5;

    /// <summary>For example <c>a, b, c, d, e and 3 more</c>.</summary>
    public static string List(IReadOnlyCollection<string> paths) =>
        string.Join(", ", paths.Take(Most)) + (paths.Count > Most ? $" and {paths.Count - Most} more" : "");
}
