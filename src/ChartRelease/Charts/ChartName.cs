using System.Text.RegularExpressions;

namespace ChartRelease.Charts;

/// <summary>Names of charts: DNS labels, of which each also is a repository name and a folder name.</summary>
public static partial class ChartName
{
    /// <summary>Whether a text is a DNS label of at most 63 characters (<see href="https://www.rfc-editor.org/rfc/rfc1123#section-2.1"/>).</summary>
    public static bool IsValid(string name) => Pattern().IsMatch(name);

    [GeneratedRegex(@"\A[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\z")]
    private static partial Regex Pattern();
}
