using Cake.Core.Diagnostics;
using ChartRelease.Charts.Lint;
using ChartRelease.Release.Bumping;
using ChartRelease.Release.Linting;
using ChartRelease.Release.Packaging;
using ChartRelease.Release.Reporting;
using ChartRelease.Release.Tagging;

namespace Cake.Frosting.ChartRelease;

/// <summary>Writes results for people.</summary>
/// <param name="log">Cake's log.</param>
/// <param name="isShown">Whether tables are shown; not with <c>--verbosity=quiet</c>.</param>
internal sealed class TextOutput(ICakeLog log, bool isShown)
{
    public void Write(LintReport report)
    {
        foreach (var finding in report.Findings)
        {
            var line = $"{finding.Location}: {finding.RuleId} {finding.Message}\n  Next: {finding.Next}";
            switch (finding.Severity)
            {
                case LintSeverity.Error:
                    log.Error("{0}", line);
                    break;
                case LintSeverity.Warning:
                    log.Warning("{0}", line);
                    break;
                default:
                    log.Information("{0}", line);
                    break;
            }
        }

        var counts = $"{Count(report.Charts.Count, "chart")}, {Count(report.Findings.Count, "finding")}";
        log.Information("{0}", report.HelmVersion is { } version ? $"{counts}; linted and rendered with helm {version}" : $"{counts}; helm was not asked yet");
    }

    public void Write(BumpReport report)
    {
        foreach (var chart in report.Charts)
        {
            log.Information("{0}", $"--- {chart.File}{(chart.OldVersion == chart.NewVersion ? "" : $"  {chart.OldVersion} → {chart.NewVersion}: {chart.Why}")}");
            foreach (var change in chart.Changes)
            {
                Write(change.Line, '-', change.Old);
                Write(change.Line, '+', change.New);
            }

            foreach (var file in chart.OtherFiles)
            {
                log.Information("{0}", $"    and {file}");
            }
        }

        log.Information("{0}", report switch
        {
            { Charts.Count: 0 } => "Nothing to change: every chart has the version it needs.",
            { Commit: { } commit, PushedTo: { } branch } => $"Committed as {commit[..12]} and pushed to {branch}. Publish it with ./build.sh --target=Publish.",
            { Commit: { } commit } => $"Committed as {commit[..12]}. Publish it with ./build.sh --target=Publish, share it with git push.",
            _ => "Left in the work tree (--no-commit): nothing is published before it is committed.",
        });
    }

    private void Write(int line, char sign, string? text)
    {
        if (text is not null)
        {
            log.Information("{0}", $"{line,4} {sign} {text}");
        }
    }

    public void Write(IReadOnlyList<PackagedChart> packages)
    {
        foreach (var chart in packages)
        {
            var origin = chart.Origin is { } commit ? $"commit {commit.Commit[..12]}" : "uncommitted work tree";
            log.Information("{0}", $"{chart}: {Shown(chart.ArchivePath)}, {chart.Archive.Descriptor.Size} bytes, from {origin}");
        }
    }

    public void Write(IReadOnlyList<string> lines)
    {
        foreach (var line in lines)
        {
            log.Information("{0}", line);
        }
    }

    public void Write(IReadOnlyList<TaggedChart> tags)
    {
        foreach (var tag in tags)
        {
            log.Information("{0}", $"{tag.Tag} {(tag.Created ? "made" : "exists")} on {tag.Commit[..12]}{(tag.PushedTo is { } remote ? $", pushed to {remote}" : "")}");
        }
    }

    public void Write(ReleaseReport report, Func<string, bool> plainHttp)
    {
        if (!isShown)
        {
            return;
        }

        TextTable.Write(
            ["Chart", "Version", "Action", "Digest", "Target"],
            report.Charts.SelectMany(chart => chart.Targets.Select(target => (IReadOnlyList<string>)
                [chart.Name, chart.Version, Lower(target.Action), Short(target), target.Target])));

        foreach (var chart in report.Charts)
        {
            WriteInstall(chart, chart.Targets[0], plainHttp);
        }
    }

    public void WriteCleaned(IReadOnlyList<string> paths)
    {
        foreach (var path in paths)
        {
            log.Information("{0}", $"Deleted {path}");
        }

        if (paths.Count == 0)
        {
            log.Information("Nothing to delete.");
        }
    }

    private static void WriteInstall(ReportedChart chart, ReportedTarget target, Func<string, bool> plainHttp)
    {
        Console.WriteLine();
        Console.WriteLine($"Install {chart.Name} {chart.Version}:");
        foreach (var command in InstallGuide.For(chart, target, plainHttp(target.Target)))
        {
            Console.WriteLine($"  # {command.Title}");
            foreach (var line in command.Lines)
            {
                Console.WriteLine($"  {line}");
            }
        }

        if (InstallGuide.PackagesPage(target) is { } page)
        {
            Console.WriteLine($"  Packages: {page}");
        }
    }

    private static string Short(ReportedTarget target) =>
        target.ManifestDigest is { } digest ? $"{digest.Algorithm}:{digest.Hex[..12]}" : "";

    // Paths below the working directory are shown from there, as a user would write them.
    private static string Shown(string path) =>
        Path.GetRelativePath(Environment.CurrentDirectory, path) is var relative && relative.StartsWith("..", StringComparison.Ordinal) ? path : relative;

    private static string Lower<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();

    private static string Count(int number, string noun) => $"{number} {noun}{(number == 1 ? "" : "s")}";
}
