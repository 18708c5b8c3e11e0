using System.Diagnostics.CodeAnalysis;
using Cake.Core;
using Cake.Core.Diagnostics;
using ChartRelease.Release;
using ChartRelease.Release.Bumping;
using ChartRelease.Release.Linting;
using ChartRelease.Release.Packaging;
using ChartRelease.Release.Planning;
using ChartRelease.Release.Promotion;
using ChartRelease.Release.Reporting;
using ChartRelease.Release.Reproduction;
using ChartRelease.Release.Tagging;

namespace Cake.Frosting.ChartRelease;

/// <summary>Shows results: to people in the log, to machines on standard output, to CI systems in their own way.</summary>
public sealed class ReleaseOutput
{
    private readonly ReleaseOptions _options;
    private readonly Func<string, bool> _plainHttp;
    private readonly TextOutput _text;
    private readonly PlanOutput _plan;
    private readonly PromotionOutput _promotion;
    private readonly ReproductionOutput _reproduction;
    private readonly GitHubOutput? _gitHub;
    private readonly GitHubOutput? _groups;

    internal ReleaseOutput(ReleaseOptions options, ICakeContext context, Func<string, bool> plainHttp)
    {
        _options = options;
        _plainHttp = plainHttp;
        _text = new TextOutput(context.Log, context.Log.Verbosity > Verbosity.Quiet);
        _plan = new PlanOutput(context.Log, options.Output, context.Log.Verbosity > Verbosity.Quiet);
        _promotion = new PromotionOutput(options.Output, context.Log.Verbosity > Verbosity.Quiet);
        _reproduction = new ReproductionOutput(options.Output, context.Log.Verbosity > Verbosity.Quiet);
        _gitHub = GitHubOutput.Create(context);
        _groups = context.Log.Verbosity > Verbosity.Quiet ? _gitHub : null;
    }

    /// <summary>Shows what linting found, all of it, and fails when that includes an error.</summary>
    public void Show(LintReport report)
    {
        _text.Write(report);
        _gitHub?.Annotate(report);
        report.ThrowIfNotClean();
    }

    /// <summary>Shows a version change as a diff.</summary>
    public void Show(BumpReport report) => _text.Write(report);

    /// <summary>Shows the archives.</summary>
    public void Show(IReadOnlyList<PackagedChart> packages) => _text.Write(packages);

    /// <summary>Shows what the targets took us for.</summary>
    public void Show(IReadOnlyList<string> proofs) => _text.Write(proofs);

    /// <summary>
    /// Shows the result of the target Plan, and fails when a target could not tell what it holds, or when a version has to be raised and a check
    /// was asked for.
    /// </summary>
    public void Show(ReleasePlan plan)
    {
        _plan.Write(plan);
        plan.ThrowIfUnknown();
        plan.Check?.ThrowIfBumpNeeded();
    }

    /// <summary>Shows the Git tags.</summary>
    public void Show(IReadOnlyList<TaggedChart> tags) => _text.Write(tags);

    /// <summary>Shows the end of a release; it is the result of the target Publish.</summary>
    public void ShowResult(ReleaseReport report)
    {
        switch (_options.Output)
        {
            case OutputFormat.Json:
                Result(ReleaseReportJson.Serialize(report));
                break;
            case OutputFormat.Markdown:
                ResultStream.Results.Write(ReleaseReportMarkdown.Render(report, _plainHttp));
                break;
            default:
                _text.Write(report, _plainHttp);
                break;
        }

        _gitHub?.Summarize(report, _plainHttp);
    }

    /// <summary>Shows what Promote is about to do; Promote calls it between deciding and sending.</summary>
    public Action<PromotionPlan> ShowPromotion => _promotion.Write;

    /// <summary>Shows what Promote did, and fails when any of it failed.</summary>
    public void ShowResult(PromotionReport report)
    {
        _promotion.Write(report);
        report.ThrowIfFailed();
    }

    /// <summary>Shows what Reproduce found out, and fails unless everything is identical.</summary>
    public void ShowResult(ReproductionReport report)
    {
        _reproduction.Write(report);
        report.ThrowIfFailed();
    }

    /// <summary>Shows what was deleted.</summary>
    public void ShowCleaned(IReadOnlyList<string> paths) => _text.WriteCleaned(paths);

    /// <summary>Tells the CI system of a failure, also one of the settings; the log gets it from Cake.</summary>
    public static void ShowFailure(ICakeContext context, Exception exception) => GitHubOutput.Create(context)?.Annotate(exception);

    /// <summary>Starts a foldable group in the log, where there are such.</summary>
    public void StartGroup(string title) => _groups?.StartGroup(title);

    /// <summary>Ends the group.</summary>
    public void EndGroup() => _groups?.EndGroup();

    [SuppressMessage("Performance", "CA1822", Justification = "Reads like the other results.")]
    private void Result(byte[] json) => ResultStream.Results.Write(System.Text.Encoding.UTF8.GetString(json));
}
