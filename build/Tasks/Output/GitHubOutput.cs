using Cake.Common.Build;
using Cake.Common.Build.GitHubActions.Commands;
using Cake.Common.Build.GitHubActions.Data;
using Cake.Core;
using ChartRelease;
using ChartRelease.Charts.Lint;
using ChartRelease.Release.Linting;
using ChartRelease.Release.Reporting;

namespace Cake.Frosting.ChartRelease;

/// <summary>Speaks to GitHub Actions: log groups, annotations at files, the job summary and step outputs.</summary>
internal sealed class GitHubOutput
{
    private readonly GitHubActionsCommands _commands;
    private readonly bool _hasSummary;
    private readonly bool _hasOutput;

    private GitHubOutput(GitHubActionsCommands commands, bool hasSummary, bool hasOutput) =>
        (_commands, _hasSummary, _hasOutput) = (commands, hasSummary, hasOutput);

    /// <summary>The output, or <see langword="null"/> when the run is not on GitHub Actions.</summary>
    public static GitHubOutput? Create(ICakeContext context)
    {
        var environment = context.Environment;
        return environment.GetEnvironmentVariable("GITHUB_ACTIONS") == "true"
            ? new GitHubOutput(context.GitHubActions().Commands, Has("GITHUB_STEP_SUMMARY"), Has("GITHUB_OUTPUT"))
            : null;

        bool Has(string variable) => !string.IsNullOrEmpty(environment.GetEnvironmentVariable(variable));
    }

    public void StartGroup(string title) => _commands.StartGroup(title);

    public void EndGroup() => _commands.EndGroup();

    public void Annotate(LintReport report)
    {
        foreach (var finding in report.Findings)
        {
            var annotation = At(finding.Location, finding.RuleId);
            switch (finding.Severity)
            {
                case LintSeverity.Error:
                    _commands.Error(finding.Message, annotation);
                    break;
                case LintSeverity.Warning:
                    _commands.Warning(finding.Message, annotation);
                    break;
                default:
                    _commands.Notice(finding.Message, annotation);
                    break;
            }
        }
    }

    public void Annotate(Exception exception)
    {
        // Lint's errors have their own annotations already.
        if (exception is ChartReleaseException { Reason: not FailureReason.LintFailed } failure)
        {
            _commands.Error(failure.Failure with { Location = null } is var text ? text.ToString() : "", At(failure.Failure.Location, "Chart release"));
        }
    }

    public void Summarize(ReleaseReport report, Func<string, bool> plainHttp)
    {
        if (_hasSummary)
        {
            _commands.SetStepSummary(ReleaseReportMarkdown.Render(report, plainHttp));
        }

        if (_hasOutput)
        {
            _commands.SetOutputParameter("published", string.Join(',', Names(report, ReportedAction.Published)));
            _commands.SetOutputParameter("skipped", string.Join(',', Names(report, ReportedAction.Skipped)));
        }
    }

    private static IEnumerable<string> Names(ReleaseReport report, ReportedAction action) =>
        report.Charts.Where(chart => chart.Action == action).Select(chart => $"{chart.Name}-{chart.Version}");

    private static GitHubActionsAnnotation At(SourceLocation? location, string title) => new()
    {
        Title = title,
        File = location?.File,
        StartLine = location is { Line: > 0 } ? location.Line : null,
    };
}
