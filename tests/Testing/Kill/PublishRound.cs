namespace ChartRelease.Testing.Kill;

/// <summary>One round: new content of some charts, published below a path of its own.</summary>
/// <param name="repository">The repository; see <see cref="CreateRepositoryAsync"/>.</param>
/// <param name="target">Where to.</param>
/// <param name="number">Number of the round.</param>
/// <param name="violations">Gets what must not be.</param>
internal sealed class PublishRound(ReleaseRepository repository, IKillTarget target, int number, ICollection<string> violations)
{
    /// <summary>How many charts a round has.</summary>
    public const int ChartCount = 8;

    // Several, so that the run spends its time on pushing, and two whose upload takes long enough to be hit.
    private static readonly (string Name, int Bytes)[] Charts =
        [.. Enumerable.Range(1, ChartCount - 2).Select(static number => ($"small-{number}", 2_000)), ("middle", 200_000), ("large", 1_000_000)];

    private string Path => $"rounds/{number}";

    /// <summary>Makes the repository of all rounds.</summary>
    public static Task<ReleaseRepository> CreateRepositoryAsync() => ReleaseRepository.CreateAsync([.. Charts.Select(static chart => chart.Name)]);

    /// <summary>Commits content that no round had before: what the registry holds already would not be stored again.</summary>
    public async Task ChangeAsync()
    {
        foreach (var (index, (name, bytes)) in Charts.Index())
        {
            var content = new SeededRandom((number * 31) + index).Bytes(bytes * 3 / 4);
            repository.Git.Write($"helm/{name}/files/content.txt", Convert.ToBase64String(content));
        }

        await repository.Git.CommitAsync($"feat: round {number}");
    }

    /// <summary>Starts a run in a process group of its own.</summary>
    public Task<RunningHost> StartAsync() => ReleaseHost.StartGroupAsync(repository.Setup, Arguments(Path));

    /// <summary>Whether anything of the round was stored.</summary>
    public bool IsTouched => target.IsTouched(Path);

    /// <summary>Audits every chart; what is there has to be complete.</summary>
    /// <returns>Digest of the manifest by chart and tag.</returns>
    public Task<IReadOnlyDictionary<string, string>> AuditAsync(string when, CancellationToken cancellationToken) =>
        AuditAsync(Path, when, empty => Violate($"{when}: {empty}"), cancellationToken);

    /// <summary>The same where the registry itself was killed: tags that it left empty are counted, and the next run has to fill them.</summary>
    /// <returns>How many.</returns>
    public async Task<int> AuditRestartedAsync(CancellationToken cancellationToken)
    {
        var count = 0;
        await AuditAsync(Path, "after the restart", _ => count++, cancellationToken);
        return count;
    }

    /// <summary>Runs again, which has to bring about what an undisturbed run to another path brings about.</summary>
    public async Task ConvergeAsync(CancellationToken cancellationToken)
    {
        Expect(await repository.RunAsync(Arguments(Path)), "the next run");
        var tags = await AuditAsync("after the next run", cancellationToken);

        Expect(await repository.RunAsync([.. Arguments($"reference/{number}"), "--artifacts=artifacts/reference"]), "the undisturbed run");
        const string Undisturbed = "after the undisturbed run";
        var expected = await AuditAsync($"reference/{number}", Undisturbed, empty => Violate($"{Undisturbed}: {empty}"), cancellationToken);
        if (expected.Count != ChartCount || !expected.OrderBy(Key).SequenceEqual(tags.OrderBy(Key)))
        {
            Violate($"published {Words(tags)}, but an undisturbed run publishes {Words(expected)}");
        }
    }

    /// <summary>Notes what must not be.</summary>
    public void Violate(string what) => violations.Add($"round {number}, {target.Reference(Path)}: {what}");

    private static string Key(KeyValuePair<string, string> entry) => entry.Key;

    private static string Words(IReadOnlyDictionary<string, string> tags) => $"[{string.Join(", ", tags.OrderBy(Key).Select(tag => $"{tag.Key} {tag.Value}"))}]";

    // Without the tasks before it: most kills would hit the lint, which writes nothing.
    private string[] Arguments(string path) => ["--target=Push", "--exclusive", $"--registry={target.Reference(path)}"];

    private async Task<IReadOnlyDictionary<string, string>> AuditAsync(string path, string when, Action<string> onEmpty, CancellationToken cancellationToken)
    {
        var tags = new Dictionary<string, string>();
        foreach (var (name, _) in Charts)
        {
            var audit = await target.AuditAsync(path, name, cancellationToken);
            foreach (var fault in audit.Faults)
            {
                Violate($"{when}: {fault}");
            }

            foreach (var empty in audit.EmptyTags)
            {
                onEmpty(empty);
            }

            foreach (var (tag, digest) in audit.Tags)
            {
                tags[$"{name}:{tag}"] = digest;
            }
        }

        return tags;
    }

    private void Expect(HostResult run, string which)
    {
        if (run.ExitCode != 0)
        {
            Violate($"{which} fails with {run}");
        }
    }
}
