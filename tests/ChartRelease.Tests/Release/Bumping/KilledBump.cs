using ChartRelease.Release.Bumping;
using ChartRelease.Release.Bumping.Journal;
using ChartRelease.Tests.Release.Support;

namespace ChartRelease.Tests.Release.Bumping;

/// <summary>Leaves a repository as a run does that is killed at some point of a version change to 1.0.1.</summary>
internal sealed class KilledBump(ChartRepository repository, params string[] charts)
{
    public const string Temporary = "helm/b/.Chart.yaml.0123456789abcdef0123456789abcdef.tmp";

    public string Journal => repository.Git.Combine(".git/chart-release/bump.json");

    private string[] Charts => charts is [] ? ["a", "b"] : charts;

    private string Message => $"chore(chart): {string.Join(", ", Charts.Select(name => $"bump {name} to 1.0.1"))}";

    /// <summary>The journal is written.</summary>
    public async Task<KilledBump> BeginAsync()
    {
        var edits = Charts.Select(name => new FileEdit($"helm/{name}/Chart.yaml", Bytes(name, "1.0.0"), Bytes(name, "1.0.1")))
            .Append(new FileEdit("helm/a/CHANGELOG.md", null, "# a\n"u8.ToArray()));
        var charts = Charts.Select(name => new BumpedChart(name, $"helm/{name}/Chart.yaml", "1.0.0", "1.0.1", "patch", []));
        var request = BumpJournal.RequestOf(Bumps.Patch, repository.Options.Charts);
        new BumpJournalFile(repository.Git.Combine(".git")).Write(BumpJournal.Of(await repository.Git.HeadAsync(), request, Message, [.. charts], [.. edits]));
        return this;
    }

    /// <summary>One file is written, another one half.</summary>
    public async Task<KilledBump> WriteSomeAsync()
    {
        await BeginAsync();
        repository.WriteChart("a", "1.0.1");
        repository.Git.Write(Temporary, "half");
        return this;
    }

    /// <summary>All files are written, and what is new is in the index.</summary>
    public async Task<KilledBump> WriteAllAsync()
    {
        await BeginAsync();
        repository.WriteChart("a", "1.0.1");
        repository.WriteChart("b", "1.0.1");
        repository.Git.Write("helm/a/CHANGELOG.md", "# a\n");
        await repository.Git.RunAsync("add", "helm/a");
        return this;
    }

    /// <summary>The commit is made.</summary>
    /// <returns>Its full id.</returns>
    public async Task<string> CommitAsync()
    {
        await WriteAllAsync();
        return await repository.Git.CommitAsync(Message);
    }

    private static byte[] Bytes(string name, string version) => System.Text.Encoding.UTF8.GetBytes(ChartRepository.ChartYaml(name, version));
}
