using System.Text;
using ChartRelease.Charts;
using ChartRelease.Git;

namespace ChartRelease.Release.Bumping;

/// <summary>Edits the versions in Chart.yaml files and commits them together; a failure leaves every file as it was.</summary>
/// <param name="root">Full path of the repository root.</param>
/// <param name="writer">Commits.</param>
internal sealed class ReleaseBumper(string root, GitWriter writer)
{
    /// <summary>Makes the change that was asked for.</summary>
    /// <param name="charts">The charts, read from the work tree; their folders have no other changes.</param>
    /// <param name="request">What to change.</param>
    /// <param name="cancellationToken">Stops it; files are restored.</param>
    public async Task<BumpReport> BumpAsync(IReadOnlyList<Chart> charts, BumpRequest request, CancellationToken cancellationToken)
    {
        if (charts.Count > 1 && request.ChartVersion is not null)
        {
            throw new ChartReleaseException(
                FailureReason.InvalidSettings,
                $"--chart-version was given for {charts.Count} charts: {string.Join(", ", charts.Select(chart => chart.Name))}.",
                "One chart: two charts seldom share a version.",
                $"Pick one, for example --charts={charts[0].Path}, or use --bump.");
        }

        // Everything is decided before the first file is touched.
        var edits = charts.Select(chart => Edit(chart, request)).Where(edit => edit.Report.Changes.Count > 0).ToList();
        if (edits.Count == 0)
        {
            return new BumpReport([], null);
        }

        try
        {
            foreach (var edit in edits)
            {
                await AtomicFile.WriteAsync(edit.Path, edit.After, cancellationToken).ConfigureAwait(false);
            }

            var commit = request.Commit
                ? await writer.CommitAsync([.. edits.Select(edit => edit.Report.File)], Message(edits), cancellationToken).ConfigureAwait(false)
                : null;
            return new BumpReport([.. edits.Select(edit => edit.Report)], commit);
        }
        catch
        {
            foreach (var edit in edits)
            {
                await AtomicFile.WriteAsync(edit.Path, edit.Before, CancellationToken.None).ConfigureAwait(false);
            }

            throw;
        }
    }

    private PlannedEdit Edit(Chart chart, BumpRequest request)
    {
        var file = $"{chart.Path}/{ChartYaml.FileName}".TrimStart('/');
        var path = Path.Combine(root, file);
        var version = VersionChange.NewVersion(request, chart.Metadata, new SourceLocation(file));
        var before = File.ReadAllBytes(path);
        var after = ChartYamlEditor.Edit(
            before, file, new ChartYamlChange { Version = version == chart.Version ? null : version, AppVersion = request.AppVersion });
        var changes = VersionChange.Lines(Encoding.UTF8.GetString(before), Encoding.UTF8.GetString(after));
        return new PlannedEdit(path, before, after, new BumpedChart(chart.Name, file, chart.Version, version, changes));
    }

    private static string Message(List<PlannedEdit> edits)
    {
        var what = edits.Select(edit => edit.Report.OldVersion == edit.Report.NewVersion
            ? $"set the appVersion of {edit.Report.Name}"
            : $"bump {edit.Report.Name} to {edit.Report.NewVersion}");
        return $"chore(chart): {string.Join(", ", what)}";
    }

    private sealed record PlannedEdit(string Path, byte[] Before, byte[] After, BumpedChart Report);
}
