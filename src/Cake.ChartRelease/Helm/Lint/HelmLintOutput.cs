using System.Globalization;
using System.Text.RegularExpressions;
using ChartRelease.Release;

namespace Cake.ChartRelease.Helm.Lint;

/// <summary>Reads what <c>helm lint</c> prints for one or several charts. It has no output for machines.</summary>
/// <param name="Messages">The findings.</param>
/// <param name="Failed">How many charts helm says failed; <see langword="null"/> when the closing line is missing.</param>
internal sealed partial record HelmLintOutput(IReadOnlyList<HelmLintMessage> Messages, int? Failed)
{
    private const string Header = "==> Linting ";

    /// <summary>
    /// Reads the findings from standard output. The closing line is on standard error when a chart failed, among whatever else is
    /// logged there.
    /// </summary>
    public static HelmLintOutput Parse(HelmOutput output) => new(
        Findings(output.StandardOutput),
        output.Lines.Select(line => Summary().Match(line)).LastOrDefault(match => match.Success) is { } summary
            ? int.Parse(summary.Groups[1].Value, CultureInfo.InvariantCulture)
            : null);

    private static List<HelmLintMessage> Findings(IEnumerable<string> lines)
    {
        var messages = new List<HelmLintMessage>();
        var chart = "";
        var open = false;
        foreach (var line in lines)
        {
            if (line.StartsWith(Header, StringComparison.Ordinal))
            {
                chart = line[Header.Length..];
                open = false;
            }
            else if (Finding().Match(line) is { Success: true } finding)
            {
                messages.Add(new HelmLintMessage(finding.Groups[1].Value, chart, finding.Groups[2].Value, finding.Groups[3].Value));
                open = true;
            }
            else if (Summary().IsMatch(line))
            {
                open = false;
            }
            else if (Unloadable().Match(line) is { Success: true } unloadable)
            {
                messages.Add(new HelmLintMessage("ERROR", chart, "", unloadable.Groups[1].Value));
                open = true;
            }
            else if (open && line.Length > 0)
            {
                messages[^1] = messages[^1] with { Message = $"{messages[^1].Message}\n{line}" };
            }
        }

        return messages;
    }

    [GeneratedRegex(@"\A\[(INFO|WARNING|ERROR|UNKNOWN)\] (.*?): (.*)\z")]
    private static partial Regex Finding();

    [GeneratedRegex(@"\A(?:Error: )?\d+ chart\(s\) linted, (\d+) chart\(s\) failed\z")]
    private static partial Regex Summary();

    [GeneratedRegex(@"\AError:? (.+)\z")]
    private static partial Regex Unloadable();
}
