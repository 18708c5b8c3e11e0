using System.Text;
using ChartRelease.Charts;
using ChartRelease.Git;
using ChartRelease.Release.Bumping.Journal;
using ChartRelease.Release.ChangeLog;
using ChartRelease.Release.History;
using ChartRelease.Release.Reading;
using ChartRelease.Versioning;

namespace ChartRelease.Release.Bumping;

/// <summary>A version change from the question to the commit. Everything is decided before the first file is touched.</summary>
/// <param name="state">The repository.</param>
/// <param name="options">The settings of the run.</param>
/// <param name="history">Finds out what was released, and what changed since; called when it is needed.</param>
/// <param name="time">The day that change logs name.</param>
/// <param name="log">Gets what could not be found out.</param>
internal sealed class BumpRun(
    RepositoryState state, ReleaseOptions options, Func<CancellationToken, Task<ReleaseHistory>> history, TimeProvider time, IReleaseLog log)
{
    private readonly GitRepository _repository = state.Repository;

    /// <summary>Called when files are going to change, before the first does; what it throws ends the run.</summary>
    public Action BeforeWriting { get; init; } = static () => { };

    /// <summary>Says what would be done.</summary>
    public async Task<IReadOnlyList<BumpProposal>> ProposeAsync(BumpRequest request, CancellationToken cancellationToken)
    {
        var decided = await DecideAsync(request, cancellationToken).ConfigureAwait(false);
        WarnOfOthers(decided.Bumps);
        return
        [
            .. decided.Bumps.Select(bump => new BumpProposal(
                bump.Chart.Name, bump.Facts.Current, bump.Facts.Released, bump.Next, bump.Why, bump.Facts.Changes ?? [])),
        ];
    }

    /// <summary>Makes the change.</summary>
    /// <param name="request">What is asked for.</param>
    /// <param name="earlier">A change that HEAD is the commit of, and that nobody was told of; when the same is asked for, it is this one that is meant.</param>
    /// <param name="cancellationToken">Stops it; files are as before.</param>
    public async Task<BumpReport> BumpAsync(BumpRequest request, CommittedBump? earlier, CancellationToken cancellationToken)
    {
        BumpPreconditions.Check(state, options, request);
        var pusher = new GitPusher(_repository);
        var upstream = request.Push ? await pusher.CheckAsync(_repository.Branch, cancellationToken).ConfigureAwait(false) : null;
        var bumper = new ReleaseBumper(_repository);
        var asked = BumpJournal.RequestOf(request, options.Charts);
        if (earlier?.Journal.Request == asked && request.Commit)
        {
            log.Write(ReleaseLogLevel.Information, $"This version change was committed already, by a run that did not come to its end: {earlier.Commit.Id[..12]}.");
            await bumper.ResumeAsync(earlier, PushAsync, cancellationToken).ConfigureAwait(false);
            return new BumpReport(earlier.Charts(_repository.Root), earlier.Commit.Id) { PushedTo = upstream?.ToString() };
        }

        var (bumps, links, histories) = await DecideAsync(request, cancellationToken).ConfigureAwait(false);
        bumps = await WithSectionsAsync(bumps, links, histories, request, cancellationToken).ConfigureAwait(false);
        var changeLog = new ChangeLogEdits(request.ChangeLog, request.ArtifactHubChanges, await LinksAsync(request, cancellationToken).ConfigureAwait(false));
        WarnOfOthers(bumps);
        var committed = _repository.OpenSource(state.Tree);
        await using var disposal = committed.ConfigureAwait(false);
        var edits = new ChartEdits(links, bumps.ToDictionary(bump => bump.Chart.Path), request.AppVersion, changeLog, committed).Make(cancellationToken);
        List<BumpedChart> charts = [.. bumps.Where(bump => edits[bump.Chart.Path].Count > 0).Select(bump => Report(bump, edits[bump.Chart.Path]))];
        List<FileEdit> files = [.. bumps.SelectMany(bump => edits[bump.Chart.Path].Select(edit => File(bump.Chart, edit.Key, edit.Value)))];
        if (files.Count == 0)
        {
            TellIfAhead(upstream);
            return new BumpReport([], null);
        }

        BeforeWriting();

        // Deciding takes a while, and somebody may have saved a file since.
        BumpPreconditions.ThrowIfChanged(await _repository.StatusAsync([.. files.Select(file => file.File)], cancellationToken).ConfigureAwait(false));
        var message = BumpMessage.Of(charts, request.AppVersion is not null);
        var journal = BumpJournal.Of(state.Tree.Commit, asked, message, charts, files);
        if (!request.Commit)
        {
            await bumper.WriteAsync(journal, files, cancellationToken).ConfigureAwait(false);
            return new BumpReport(charts, null);
        }

        var commit = await bumper.CommitAsync(journal, files, message, PushAsync, cancellationToken).ConfigureAwait(false);
        return new BumpReport(charts, commit) { PushedTo = upstream?.ToString() };

        Task PushAsync(string made, CancellationToken token) => upstream is null ? Task.CompletedTask : pusher.PushAsync(upstream, made, token);
    }

    private async Task<(IReadOnlyList<ChartBump> Bumps, LocalLinks Links, IReadOnlyDictionary<string, ChartHistory> Histories)> DecideAsync(
        BumpRequest request, CancellationToken cancellationToken)
    {
        var source = new WorkTreeChartSource(_repository.Root);
        List<Chart> charts = [.. state.Folders.Select(folder => ChartReader.Read(source, folder))];
        var histories = await HistoriesAsync(request, cancellationToken).ConfigureAwait(false);
        var links = new LocalLinks(charts, options.Registries);
        return (new BumpDecisions(request, links).Decide(charts, histories), links, histories);
    }

    private void WarnOfOthers(IReadOnlyList<ChartBump> bumps)
    {
        var elsewhere = ChartFinder.FindAll(state.Tree.Entries.Select(entry => entry.Path)).Except(state.Folders);
        foreach (var warning in LeftBehind.Find(bumps, new WorkTreeChartSource(_repository.Root), elsewhere, options.Registries))
        {
            log.Write(ReleaseLogLevel.Warning, warning);
        }
    }

    // Commits of others are not pushed unasked.
    private void TellIfAhead(GitUpstream? upstream)
    {
        if (upstream is not null && upstream.Tip != _repository.HeadCommit)
        {
            log.Write(ReleaseLogLevel.Information, $"{_repository.Branch} has commits that {upstream} lacks; this run adds none, so it pushes none. git push sends them.");
        }
    }

    // An appVersion alone moves no version.
    private async Task<IReadOnlyDictionary<string, ChartHistory>> HistoriesAsync(BumpRequest request, CancellationToken cancellationToken)
    {
        if (!request.MovesVersion)
        {
            return new Dictionary<string, ChartHistory>();
        }

        var read = await history(cancellationToken).ConfigureAwait(false);
        foreach (var chart in read.Charts)
        {
            if (request.Kind is BumpKind.Auto or BumpKind.Prerelease)
            {
                chart.ThrowIfUnknown();
                BumpPreconditions.ThrowIfHidden(_repository, chart);
            }
            else if (chart.Failure is { } failure)
            {
                // Who says which version it is may do so without a network; a push refuses what is released already.
                log.Write(ReleaseLogLevel.Warning, $"{chart.Name}: what is published could not be asked for, so the new version was not compared with it. {failure.Found}");
            }
        }

        return read.Charts.ToDictionary(chart => chart.Name, StringComparer.Ordinal);
    }

    private async Task<IReadOnlyList<ChartBump>> WithSectionsAsync(
        IReadOnlyList<ChartBump> bumps,
        LocalLinks links,
        IReadOnlyDictionary<string, ChartHistory> histories,
        BumpRequest request,
        CancellationToken cancellationToken)
    {
        if (!request.KeepsChanges)
        {
            return bumps;
        }

        var released = new ReleasedCharts(_repository);
        var date = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        List<ChartBump> result = [];
        foreach (var bump in bumps)
        {
            var known = histories.GetValueOrDefault(bump.Chart.Name);
            var moved = links.Of(bump.Chart).Select(link => bumps.First(on => on.Chart == link.On)).Where(on => on.Moves);
            result.Add(!bump.Moves ? bump : bump with
            {
                Section = ChangeLogSections.Of(bump, known, moved, date),
                ReleasedChanges = known?.Base?.Commit is { } commit
                    ? await released.AnnotationAsync(commit, bump.Chart, ChartYamlEditor.ArtifactHubChanges, cancellationToken).ConfigureAwait(false)
                    : null,
            });
        }

        return result;
    }

    private async Task<WebLinks?> LinksAsync(BumpRequest request, CancellationToken cancellationToken) =>
        request.KeepsChanges && await _repository.RemoteAddressAsync(cancellationToken).ConfigureAwait(false) is { } address ? WebLinks.FromRemote(address) : null;

    private FileEdit File(Chart chart, string path, byte[]? after)
    {
        BumpPreconditions.ThrowIfLink(_repository.Root, ChartFolders.Combine(chart.Path, path));
        var file = chart.Source.List(chart.Path).FirstOrDefault(file => file.Path == path);
        return new FileEdit(ChartFolders.Combine(chart.Path, path), file is null ? null : chart.Source.ReadAll(file), after);
    }

    private static BumpedChart Report(ChartBump bump, IReadOnlyDictionary<string, byte[]?> edits)
    {
        var before = bump.Chart.Source.ReadAll(bump.Chart.Files[0]);
        var after = edits.GetValueOrDefault(ChartYaml.FileName) ?? before;
        return new BumpedChart(
            bump.Chart.Name,
            ChartFolders.Combine(bump.Chart.Path, ChartYaml.FileName),
            bump.Chart.Version,
            bump.Moves ? $"{bump.Next}" : bump.Chart.Version,
            bump.Why,
            LineChanges.Of(Encoding.UTF8.GetString(before), Encoding.UTF8.GetString(after)))
        {
            OtherFiles = [.. edits.Keys.Where(path => path != ChartYaml.FileName).Select(path => ChartFolders.Combine(bump.Chart.Path, path)).Order(StringComparer.Ordinal)],
        };
    }
}
