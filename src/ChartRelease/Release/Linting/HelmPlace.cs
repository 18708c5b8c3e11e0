using System.Globalization;
using System.Text.RegularExpressions;
using ChartRelease.Charts;

namespace ChartRelease.Release.Linting;

/// <summary>Finds the place that helm's words are about.</summary>
internal static partial class HelmPlace
{
    /// <summary>The file and line that the message names first, else the file that helm gave beside it, else the folder.</summary>
    /// <param name="folder">The chart's folder, relative to the repository root.</param>
    /// <param name="path">The file within the chart that helm gave beside the message, or empty.</param>
    /// <param name="message">helm's words, of helm 3 or 4.</param>
    public static SourceLocation Of(string folder, string path, string message)
    {
        if (Named().Match(message) is { Success: true } named)
        {
            var line = named.Groups["line"] is { Success: true } digits ? int.Parse(digits.Value, CultureInfo.InvariantCulture) : 0;
            return new SourceLocation(ChartFolders.Combine(folder, named.Groups["path"].Value), line);
        }

        return new SourceLocation(path.Length == 0 ? folder : ChartFolders.Combine(folder, path));
    }

    // helm writes CHART/PATH, where CHART is the chart's name:
    //   template: demo/templates/a.yaml:1:10: executing …      helm 3
    //   demo/templates/a.yaml:1:10                             helm 4, at the start of a line
    //   parse error at (demo/templates/a.yaml:1): …            both, as execution error at (…)
    //   YAML parse error on demo/templates/a.yaml: …           both, without a line
    [GeneratedRegex(
        @"(?:(?:template: |error at \(|^(?:.*Error: )?)[^/\s:()]+/(?<path>[^:()\n]+):(?<line>[0-9]{1,9})\b)|(?:YAML parse error on [^/\s:()]+/(?<path>[^:\n]+):)",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Named();
}
