using ChartRelease.Charts;
using ChartRelease.Charts.Archive;
using ChartRelease.Charts.Dependencies;
using ChartRelease.Git;
using ChartRelease.Release.ChangeLog;

namespace ChartRelease.Release.Bumping;

/// <summary>Makes the files of bumped charts: Chart.yaml, and what has to stay in step with it. Reads, and writes nothing.</summary>
/// <param name="links">Who depends on whom.</param>
/// <param name="bumps">What was decided, by folder.</param>
/// <param name="appVersion">The appVersion that the charts get, or <see langword="null"/>.</param>
/// <param name="changeLog">What is written for people to read.</param>
/// <param name="committed">
/// The committed files. What Git ignores is nobody's to commit; and an archive is made of what is committed, which line-ending settings and filters
/// may have made something else of in the work tree.
/// </param>
internal sealed class ChartEdits(
    LocalLinks links, IReadOnlyDictionary<string, ChartBump> bumps, string? appVersion, ChangeLogEdits changeLog, GitChartSource committed)
{
    private readonly HashSet<string> _committedPaths = committed.Tree.Entries.Select(entry => entry.Path).ToHashSet(StringComparer.Ordinal);
    private readonly Dictionary<string, Chart> _released = new(StringComparer.Ordinal);

    /// <summary>Edits by chart, then by path relative to its folder; <see langword="null"/> for a file that goes.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, byte[]?>> Make(CancellationToken cancellationToken)
    {
        // A circle is told before anybody walks in it.
        _ = links.InOrder();
        return bumps.ToDictionary(
            bump => bump.Key, IReadOnlyDictionary<string, byte[]?> (bump) => Edit(bump.Value, cancellationToken), StringComparer.Ordinal);
    }

    /// <summary>A chart as it is committed, with the edits that it gets.</summary>
    private Chart Released(string folder, CancellationToken cancellationToken)
    {
        if (!_released.TryGetValue(folder, out var chart))
        {
            var before = ChartReader.Read(committed, folder);
            var edits = Edit(bumps[folder] with { Chart = before }, cancellationToken);
            chart = _released[folder] = edits.Count == 0 ? before : ChartReader.Read(new OverlayChartSource(committed, folder, edits), folder);
        }

        return chart;
    }

    private Dictionary<string, byte[]?> Edit(ChartBump bump, CancellationToken cancellationToken)
    {
        var (chart, edits) = (bump.Chart, new Dictionary<string, byte[]?>(StringComparer.Ordinal));
        var inRequirements = HasRequirements(chart);
        Change(chart, edits, ChartYaml.FileName, (content, file) => ChartYamlEditor.Edit(content, file, new ChartYamlChange
        {
            Version = bump.Moves ? $"{bump.Next}" : null,
            AppVersion = appVersion,
            DependencyVersions = inRequirements ? new Dictionary<int, string>() : bump.Ranges,
            ArtifactHubChanges = bump.Moves ? changeLog.Lines(bump) : null,
        }));
        if (inRequirements && bump.Ranges.Count > 0)
        {
            Change(chart, edits, Requirements.FileName, (content, file) => RequirementsEditor.Edit(content, file, bump.Ranges));
        }

        if (changeLog.File && bump is { Moves: true, Section: { } section })
        {
            WriteChangeLog(chart, edits, section);
        }

        KeepInStep(bump, edits, cancellationToken);
        return edits;
    }

    // Listed anew: it may be there and left out of the package.
    private void WriteChangeLog(Chart chart, Dictionary<string, byte[]?> edits, ChangeLogSection section)
    {
        var file = chart.Source.List(chart.Path).FirstOrDefault(file => file.Path == MarkdownChangeLog.FileName);
        var before = file is null ? null : chart.Source.ReadAll(file);
        var after = changeLog.Write(before, section);
        if (before is null || !after.AsSpan().SequenceEqual(before))
        {
            edits[MarkdownChangeLog.FileName] = after;
        }
    }

    private void KeepInStep(ChartBump bump, Dictionary<string, byte[]?> edits, CancellationToken cancellationToken)
    {
        var moved = links.Of(bump.Chart).Where(link => bumps[link.On.Path].Moves).ToList();
        if (moved.Count == 0 || DependencyLock.Read(bump.Chart) is not { } locked)
        {
            return;
        }

        if (!locked.IsInStepWith(bump.Chart.Metadata))
        {
            throw OutOfStep(bump.Chart, locked);
        }

        var before = bump.Chart.Metadata.Dependencies;
        var after = before.Select((dependency, index) => bump.Ranges.TryGetValue(index, out var range) ? dependency with { Version = range } : dependency).ToList();
        var versions = new Dictionary<int, string>();
        foreach (var link in moved)
        {
            var index = locked.Dependencies.ToList().FindIndex(entry => entry.Name == link.Dependency.Name && entry.Repository == link.Dependency.Repository);
            if (index >= 0)
            {
                versions[index] = $"{bumps[link.On.Path].Next}";
                Vendor(bump.Chart, locked.Dependencies[index], link, edits, cancellationToken);
            }
        }

        Change(bump.Chart, edits, locked.File, (content, file) => DependencyLockEditor.Edit(content, file, before, after, versions));
    }

    /// <summary>Puts the new archive of a dependency in the place of the old one, where one is committed.</summary>
    private void Vendor(Chart chart, ChartDependency locked, LocalLink link, Dictionary<string, byte[]?> edits, CancellationToken cancellationToken)
    {
        var old = VendoredCharts.Of(chart).ArchivesOf(locked).Where(archive => _committedPaths.Contains(ChartFolders.Combine(chart.Path, archive.Path))).ToList();
        old.ForEach(archive => edits[archive.Path] = null);
        if (old.Count > 0 && Released(link.On.Path, cancellationToken) is var dependency && DependencyLock.StateOf(dependency) is (DependencyState.None or DependencyState.Satisfied))
        {
            using var archive = new MemoryStream();
            ChartArchiveWriter.Write(dependency, archive, cancellationToken);
            edits[$"{ChartFolders.Parent(old[0].Path)}/{dependency.Name}-{dependency.Version}.tgz"] = archive.ToArray();
        }
    }

    // Its digest is made anew: that must not hide that it was made for other dependencies.
    private static ChartReleaseException OutOfStep(Chart chart, DependencyLock locked) => new(new Failure(
        FailureReason.DependencyOutOfStep,
        $"{locked.File} of {chart.Name} was made for other dependencies.",
        "A lock that is in step with the dependencies of the chart before its version is changed.",
        $"Run \"helm dependency update {chart.Path}\" and commit {locked.File}.")
    {
        Location = new SourceLocation(ChartFolders.Combine(chart.Path, locked.File)),
    });

    private static bool HasRequirements(Chart chart) =>
        chart.Files.FirstOrDefault(file => file.Path == Requirements.FileName) is { } file
        && Requirements.Parse(chart.Source.ReadAll(file), ChartFolders.Combine(chart.Path, file.Path)) is not null;

    private static void Change(Chart chart, Dictionary<string, byte[]?> edits, string path, Func<byte[], string, byte[]> edit)
    {
        var before = chart.Source.ReadAll(chart.Files.First(file => file.Path == path));
        var after = edit(before, ChartFolders.Combine(chart.Path, path));
        if (!after.AsSpan().SequenceEqual(before))
        {
            edits[path] = after;
        }
    }
}
