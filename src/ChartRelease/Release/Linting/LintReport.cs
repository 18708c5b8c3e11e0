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
            var found = errors.Count == 1
                ? "Lint found 1 error, shown above."
                : $"Lint found {errors.Count} errors; all are listed above, the first is: {errors[0].Message}";
            throw new ChartReleaseException(
                new Failure(FailureReason.LintFailed, found, "Charts without errors.", errors[0].Next)
                {
                    Location = errors[0].Location,
                });
        }
    }
}
