using ChartRelease.Charts.Lint;

namespace ChartRelease.Release.Linting;

/// <summary>What linting found in all charts.</summary>
/// <param name="Charts">Chart folders that were looked at, relative to the repository root.</param>
/// <param name="Findings">All findings, own and helm's, by file, line and rule.</param>
/// <param name="HelmVersion">The helm that linted and rendered; <see langword="null"/> when own errors made that pointless.</param>
public sealed record LintReport(IReadOnlyList<string> Charts, IReadOnlyList<LintFinding> Findings, string? HelmVersion)
{
    /// <summary>Whether no finding is an error.</summary>
    public bool IsClean => Findings.All(finding => finding.Severity != LintSeverity.Error);

    /// <summary>Throws when a finding is an error; the findings themselves were shown before.</summary>
    /// <exception cref="ChartReleaseException"><see cref="FailureReason.LintFailed"/>.</exception>
    public void ThrowIfNotClean()
    {
        var errors = Findings.Where(finding => finding.Severity == LintSeverity.Error).ToList();
        if (errors.Count > 0)
        {
            var count = errors.Count == 1 ? "an error" : $"{errors.Count} errors; all are listed above, the first is";
            throw new ChartReleaseException(
                new Failure(FailureReason.LintFailed, $"Lint found {count}: {errors[0].Message}", "Charts without errors.", errors[0].Next)
                {
                    Location = errors[0].Location,
                });
        }
    }
}
