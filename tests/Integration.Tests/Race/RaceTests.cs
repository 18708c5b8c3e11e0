using ChartRelease.Integration.Pipeline;
using ChartRelease.Testing;
using ChartRelease.Testing.Audit;

namespace ChartRelease.Integration.Race;

/// <summary>Promise 2 where a registry cannot help: two publish different content under one version. <c>bench/race</c> does it with whole processes.</summary>
public sealed class RaceTests(Registries registries)
{
    private const int Races = 50;

    // Whoever is later by this much finds the version published, or is just in time to overwrite it.
    private static readonly TimeSpan LongestLead = TimeSpan.FromMilliseconds(40);

    [Fact]
    public async Task Of_two_that_publish_one_version_never_both_report_success()
    {
        var random = new SeededRandom(SeededRandom.NewSeed());
        var registry = await registries.OpenAsync();
        using var one = await RepositoryAsync("one");
        using var other = await RepositoryAsync("other");
        var raced = 0;
        for (var race = 1; race <= Races; race++)
        {
            var target = Registries.Target(registry);
            await using var first = await Publisher.PrepareAsync(one, target);
            await using var second = await Publisher.PrepareAsync(other, target);

            // Half of the races begin in the same moment.
            var lead = race % 2 == 0 ? TimeSpan.Zero : random.Moment(LongestLead);
            var failures = await Task.WhenAll(RunAsync(first, TimeSpan.Zero), RunAsync(second, lead));

            await AssertAsync(registry.Host, target, first, second, failures, $"race {race}, seed {random.Seed}, the second {lead.TotalMilliseconds} ms later");
            raced += first.Raced && second.Raced ? 1 : 0;
        }

        Assert.True(raced >= Races / 4, $"Only {raced} of {Races} were races.");
    }

    [Fact]
    public async Task Who_pushes_long_after_the_plan_does_not_take_the_version_from_who_has_reported_it()
    {
        var registry = await registries.OpenAsync();
        using var one = await RepositoryAsync("one");
        using var other = await RepositoryAsync("other");
        var target = Registries.Target(registry);
        await using var slow = await Publisher.PrepareAsync(one, target);
        await using var quick = await Publisher.PrepareAsync(other, target);

        await slow.PlanAsync();
        await quick.PlanAsync();
        var ofQuick = await quick.FinishAsync();
        var ofSlow = await slow.FinishAsync();

        Assert.Null(ofQuick);
        await AssertAsync(registry.Host, target, slow, quick, [ofSlow, ofQuick], "one after the other");
    }

    // The description makes the config differ too: distribution 2.8.2 rewrites the link of a blob that is sent twice at the same time, and
    // refuses a manifest with MANIFEST_BLOB_UNKNOWN when it reads the link in between.
    private static async Task<GitRepository> RepositoryAsync(string publisher)
    {
        var repository = await GitRepository.CreateAsync();
        SmallChart.Write(repository);
        repository.Write("helm/demo/Chart.yaml", SmallChart.Metadata().Replace("A chart for tests", $"A chart of {publisher}", StringComparison.Ordinal));
        repository.Write("helm/demo/values.yaml", $"greeting: {publisher}\n");
        repository.Write(".gitignore", "/artifacts/\n");
        await repository.CommitAsync("feat: a chart");
        return repository;
    }

    private static async Task<Failure?> RunAsync(Publisher publisher, TimeSpan lead)
    {
        await Task.Delay(lead, TestContext.Current.CancellationToken);
        await publisher.PlanAsync();
        return await publisher.FinishAsync();
    }

    private static async Task AssertAsync(string host, string target, Publisher first, Publisher second, Failure?[] failures, string which)
    {
        Assert.True(failures.Count(static failure => failure is null) <= 1, $"Both have won: {which}");
        foreach (var (publisher, failure) in new[] { first, second }.Zip(failures))
        {
            Assert.True(failure is null or { Reason: FailureReason.VersionConflict }, $"{which}: {failure}");
            if (failure is not null && publisher.Raced)
            {
                Assert.Contains(first.Chart.Archive.Descriptor.Digest.Value, failure.ToString(), StringComparison.Ordinal);
                Assert.Contains(second.Chart.Archive.Descriptor.Digest.Value, failure.ToString(), StringComparison.Ordinal);
            }
        }

        using var audit = new RegistryAudit(host);
        var published = await audit.AuditAsync($"{target.Split('/')[^1]}/demo", TestContext.Current.CancellationToken);
        Assert.Empty(published.Faults);
        var digest = Assert.Single(published.Tags).Value;
        Assert.Contains(digest, new[] { first, second }.Select(static publisher => publisher.Chart.Manifest.Descriptor.Digest.Value));
        foreach (var (publisher, failure) in new[] { first, second }.Zip(failures))
        {
            Assert.True(failure is not null || digest == publisher.Chart.Manifest.Descriptor.Digest.Value, $"The winner's content is not what is published: {which}");
        }
    }
}
