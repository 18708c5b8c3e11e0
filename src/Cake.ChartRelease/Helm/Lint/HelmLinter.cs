using Cake.Core;
using ChartRelease;
using ChartRelease.Release;

namespace Cake.ChartRelease.Helm.Lint;

/// <summary>Runs <c>helm lint</c>.</summary>
internal sealed class HelmLinter(ICakeContext context) : HelmTool<HelmLintSettings>(context, "lint")
{
    /// <summary>
    /// helm's findings for all charts. Exit code 1 is an answer when helm got to its closing line; everything else is a failure,
    /// so that a helm that died half way never looks like a clean chart.
    /// </summary>
    public IReadOnlyList<HelmLintMessage> Lint(
        HelmLintSettings settings, IReadOnlyCollection<string> charts, CancellationToken cancellationToken)
    {
        var output = ExecuteAny(settings, charts, cancellationToken);
        var result = HelmLintOutput.Parse(output);
        return (output.ExitCode, result.Failed) switch
        {
            (0, 0) => result.Messages,
            (0, null) when settings.Quiet => result.Messages,
            (1, > 0) when result.Messages.Count > 0 => result.Messages,
            (0, _) => throw new HelmOutputException(Verb, output),
            _ => throw HelmFailures.Failed(Verb, output),
        };
    }

    /// <summary>The same, for callers that have nothing to do with errors: they are an exception.</summary>
    public IReadOnlyList<HelmLintMessage> Demand(
        HelmLintSettings settings, IReadOnlyCollection<string> charts, CancellationToken cancellationToken)
    {
        var messages = Lint(settings, charts, cancellationToken);
        var errors = messages.Where(message => message.Severity == "ERROR" || (settings.Strict && message.Severity == "WARNING")).ToList();
        return errors.Count == 0
            ? messages
            : throw new ChartReleaseException(
                FailureReason.LintFailed,
                string.Join('\n', errors.Select(error => $"{error.ChartFolder}: {error.Path}: {error.Message}")),
                settings.Strict ? "No errors and no warnings." : "No errors.",
                "Correct the chart.");
    }
}
