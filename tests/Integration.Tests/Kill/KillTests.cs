using ChartRelease.Testing;
using ChartRelease.Testing.Kill;
using ChartRelease.Testing.Registry;

namespace ChartRelease.Integration.Kill;

/// <summary>Promise 4: after a kill at any moment the same command converges. <c>bench/kill</c> does this 200 times.</summary>
public sealed class KillTests
{
    [Fact]
    public async Task A_run_killed_at_any_moment_leaves_no_incomplete_tag_in_a_registry_and_the_next_one_converges()
    {
        await using var registry = await DockerRegistry.StartAsync(TestContext.Current.CancellationToken);
        using var target = new RegistryKillTarget(registry);

        var report = await KillRounds.RunAsync(target, 4, SeededRandom.NewSeed(), TestContext.Current.CancellationToken);

        Assert.True(report is { Rounds: 4, Violations.Count: 0 }, report.ToString());
    }

    [Fact]
    public async Task A_run_killed_at_any_moment_leaves_no_damaged_image_layout_and_the_next_one_converges()
    {
        using var folder = new TemporaryFolder();

        var report = await KillRounds.RunAsync(new LayoutKillTarget(folder), 2, SeededRandom.NewSeed(), TestContext.Current.CancellationToken);

        Assert.True(report is { Rounds: 2, Violations.Count: 0 }, report.ToString());
    }

    [Fact]
    public async Task A_registry_that_dies_under_a_run_is_outlasted_or_told_and_the_next_run_converges()
    {
        await using var registry = await DockerRegistry.StartAsync(TestContext.Current.CancellationToken);

        var report = await RestartRounds.RunAsync(registry, 2, SeededRandom.NewSeed(), TestContext.Current.CancellationToken);

        Assert.True(report is { Rounds: 2, Violations.Count: 0 }, report.ToString());
    }
}
