using ChartRelease.Faults.Runs;
using ChartRelease.Faults.Scenarios;
using ChartRelease.Testing;

namespace ChartRelease.Integration.Reliability;

/// <summary>A bad day of the real program, at the verbosity that shows the most: nothing it writes holds a password or a token.</summary>
public sealed class SecretSearchTests(SharedBed shared)
{
    [Theory]
    [InlineData("a new version, tokens", "201")]
    [InlineData("429 with Retry-After: 2 at manifest PUT", "429")]
    [InlineData("reset before the answer of begin upload", "202")]
    [InlineData("token runs out before manifest PUT", "401")]
    public async Task A_release_that_succeeds_in_spite_of_it_shows_no_secret(string name, string told)
    {
        var run = await RunAsync(name, told);

        Assert.True(run.ExitCode == 0, run.ToString());
    }

    [Theory]
    [InlineData("403 that repeats the credentials", "not allowed: ")]
    [InlineData("403 that repeats the token", "not allowed: ")]
    [InlineData("429 with Retry-After: 3600 at resolve", "3600")]
    public async Task A_release_that_fails_of_it_shows_no_secret(string name, string told)
    {
        var run = await RunAsync(name, told);

        Assert.True(run.ExitCode == 1, run.ToString());
    }

    private async Task<HostResult> RunAsync(string name, string told)
    {
        var bed = await shared.BedAsync();
        var scenario = AllScenarios.InOrder.Single(scenario => scenario.Name == name);
        await using var stage = await Stage.SetAsync(bed, scenario, TimeProvider.System, TestContext.Current.CancellationToken);
        using var repository = await ReleaseRepository.CreateAsync();
        repository.With("CHART_RELEASE_USERNAME", FaultBed.User).With("CHART_RELEASE_PASSWORD", FaultBed.Password);

        var run = await repository.PublishAsync("--verbosity=diagnostic", $"--registry={stage.Target}");

        // A search that finds nothing proves nothing unless the run got as far as what went wrong, and wrote of it.
        Assert.Contains(told, run.All, StringComparison.Ordinal);
        Assert.Contains(stage.Proxy.Exchanges, exchange => exchange.HasAuthorization);
        Assert.Empty(bed.FindSecrets(run.All));
        return run;
    }
}
