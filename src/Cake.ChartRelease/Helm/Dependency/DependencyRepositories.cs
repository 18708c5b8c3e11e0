using System.Text.RegularExpressions;

namespace Cake.ChartRelease.Helm.Dependency;

/// <summary>Tells whether a chart's dependencies come from repositories that have an index to download.</summary>
internal static partial class DependencyRepositories
{
    // Chart.lock is what helm goes by; the others are read when there is none.
    private static readonly string[] Files = ["Chart.lock", "Chart.yaml", "requirements.lock", "requirements.yaml"];

    /// <summary>
    /// <see langword="false"/> only when every repository that is named is <c>file://</c> or <c>oci://</c>. A wrong
    /// <see langword="false"/> makes helm fail with a message of its own; it never changes which bytes are taken.
    /// </summary>
    public static bool NeedIndex(string chartFolder)
    {
        var repositories = Files
            .Select(file => Path.Combine(chartFolder, file))
            .Where(File.Exists)
            .SelectMany(file => Repository().Matches(File.ReadAllText(file)))
            .Select(match => match.Groups[1].Value)
            .ToList();
        return repositories.Count == 0 || repositories.Exists(repository => !IsDirect(repository));
    }

    private static bool IsDirect(string repository) =>
        repository.StartsWith("file://", StringComparison.Ordinal) || repository.StartsWith("oci://", StringComparison.Ordinal);

    [GeneratedRegex("""\brepository["']?[ \t]*:[ \t]*["']?([^\s"',}]+)""")]
    private static partial Regex Repository();
}
