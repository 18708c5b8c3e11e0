using System.Text.Json;
using ChartRelease.Testing;
using ChartRelease.Testing.Registry;

namespace ChartRelease.Integration.Pipeline;

/// <summary>What a user sees of a release while it goes on, and what is left of that afterwards.</summary>
public sealed class ProgressTests(Registries registries)
{
    private const string HideCursor = "\e[?25l";

    [Fact]
    public async Task A_terminal_shows_a_display_and_keeps_one_line_of_each_chart()
    {
        await using var server = await BusyServerAsync("api", "database");
        using var repository = await ReleaseRepository.CreateAsync("api", "database");

        var run = await ReleaseHost.RunOnTerminalAsync(repository.Setup, "--target=Publish", $"--registry=oci://{server.Host}/{Guid.NewGuid():n}");

        HostAssert.Succeeded(run);
        Assert.Contains(HideCursor, run.Output, StringComparison.Ordinal);
        Assert.Contains("Pushing: ", run.Output, StringComparison.Ordinal);
        var screen = new TerminalScreen(run.Output);
        AssertTidy(screen);
        AssertOnce(screen.Lines, "/api:0.1.0: published, ", "/database:0.1.0: published, ", "/api:0.1.0: read back, sha256:", "/database:0.1.0: read back, sha256:");
        Assert.Contains(screen.Lines, line => line.Contains(": published, ", StringComparison.Ordinal) && line.Contains(", 1 retry", StringComparison.Ordinal));
        Assert.Contains(screen.Lines, line => line.Contains("503", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_no_terminal_gets_the_same_lines_and_no_display()
    {
        await using var server = await BusyServerAsync("api", "database");
        using var repository = await ReleaseRepository.CreateAsync("api", "database");

        var run = await repository.PublishAsync($"--registry=oci://{server.Host}/{Guid.NewGuid():n}");

        HostAssert.Succeeded(run);
        AssertPlain(run);
        AssertOnce(run.Output.Split('\n'), "/api:0.1.0: published, ", "/database:0.1.0: published, ", "/api:0.1.0: read back, sha256:", "/database:0.1.0: read back, sha256:");
        Assert.Matches(": published, .*, 1 retry", run.Output);
    }

    [Theory]
    [InlineData("CI", "true", "normal")]
    [InlineData("TERM", "dumb", "normal")]
    [InlineData("OTHER", "", "verbose")]
    public async Task A_terminal_that_nobody_looks_at_or_that_shows_details_gets_lines_too(string variable, string value, string verbosity)
    {
        await using var server = await BusyServerAsync("demo");
        using var repository = await ReleaseRepository.CreateAsync();

        var run = await ReleaseHost.RunOnTerminalAsync(
            repository.With(variable, value).Setup, "--target=Publish", $"--registry=oci://{server.Host}/{Guid.NewGuid():n}", $"--verbosity={verbosity}");

        HostAssert.Succeeded(run);
        AssertPlain(run);
        AssertOnce(run.Output.Split('\n'), "/demo:0.1.0: published, ");
    }

    [Fact]
    public async Task Quiet_prints_nothing_when_all_is_well_and_the_error_alone_when_not()
    {
        await using var server = await BusyServerAsync("demo");
        using var repository = await ReleaseRepository.CreateAsync();
        string[] arguments = ["--target=Publish", $"--registry=oci://{server.Host}/{Guid.NewGuid():n}", "--verbosity=quiet"];

        var good = await repository.RunAsync(arguments);
        HostAssert.Succeeded(good);
        Assert.Equal("", good.All);

        var again = await ReleaseHost.RunOnTerminalAsync(repository.Setup, arguments);
        HostAssert.Succeeded(again);
        Assert.Equal("", new TerminalScreen(again.Output).ToString().Trim());

        repository.Git.Write("helm/demo/values.yaml", "greeting: other\n");
        var bad = await repository.RunAsync(arguments);
        HostAssert.Failed(bad, "helm/demo/values.yaml");
        Assert.Equal("", bad.Output.Trim());
        Assert.StartsWith("An error occurred when executing task 'Package'.", bad.Error.Trim(), StringComparison.Ordinal);
        Assert.Single(bad.Error.Split('\n'), line => line.Contains("Next: ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Quiet_is_quiet_on_GitHub_too()
    {
        using var repository = await ReleaseRepository.CreateAsync();

        var run = await repository.With("GITHUB_ACTIONS", "true").With("CI", "true").PublishAsync("--verbosity=quiet");

        HostAssert.Succeeded(run);
        Assert.Equal("", run.All);
    }

    [Theory]
    [InlineData("quiet")]
    [InlineData("normal")]
    [InlineData("diagnostic")]
    public async Task A_document_is_all_that_standard_output_holds(string verbosity)
    {
        using var repository = await ReleaseRepository.CreateAsync();

        var run = await repository.PublishAsync("--output=json", $"--verbosity={verbosity}");

        HostAssert.Succeeded(run);
        Assert.Equal(JsonValueKind.Object, JsonDocument.Parse(run.Output).RootElement.ValueKind);
        Assert.Equal(verbosity == "quiet", run.Error.Length == 0);
    }

    [Fact]
    public async Task A_failure_is_told_below_a_display_that_is_gone()
    {
        await using var server = await BusyServerAsync("api", "database");
        server.On("PUT", "/database/manifests/", Answers.Error(403, "DENIED"));
        using var repository = await ReleaseRepository.CreateAsync("api", "database");

        var run = await ReleaseHost.RunOnTerminalAsync(repository.Setup, "--target=Publish", $"--registry=oci://{server.Host}/{Guid.NewGuid():n}");

        HostAssert.Failed(run, "database");
        Assert.Contains(HideCursor, run.Output, StringComparison.Ordinal);
        var screen = new TerminalScreen(run.Output);
        AssertTidy(screen);
        AssertOnce(screen.Lines, "/api:0.1.0: published, ", "/database:0.1.0: failed");
        Assert.True(Place(screen, "/database:0.1.0: failed") < Place(screen, "Error: "), screen.ToString());
    }

    [Fact]
    public async Task Ctrl_C_takes_the_display_away_and_gives_the_cursor_back()
    {
        await using var server = await BusyServerAsync("demo");
        server.On("PUT", "/blobs/uploads/", Answers.Silence()).On("PATCH", "/blobs/uploads/", Answers.Silence());
        using var repository = await ReleaseRepository.CreateAsync();

        HostResult run;
        await using (var host = await ReleaseHost.StartOnTerminalAsync(
            repository.Setup, "--target=Publish", $"--registry=oci://{server.Host}/{Guid.NewGuid():n}"))
        {
            // The third is a repetition: the display has been there for as long as the server asked to wait.
            while (server.Requests.Count(request => request.Method is "PUT" or "PATCH" && request.Path.Contains("/blobs/uploads/", StringComparison.Ordinal)) < 3)
            {
                await Task.Delay(20, TestContext.Current.CancellationToken);
            }

            await host.TypeInterruptAsync();
            run = await host.EndAsync();
        }

        HostAssert.Failed(run, "stopped");
        Assert.Contains(HideCursor, run.Output, StringComparison.Ordinal);
        var screen = new TerminalScreen(run.Output);
        AssertTidy(screen);
        AssertOnce(screen.Lines, "/demo:0.1.0: stopped");
    }

    // Two uploads, as many of each chart, are asked to come back in a second: long enough that a display is drawn.
    private async Task<ScriptedServer> BusyServerAsync(params string[] charts)
    {
        var registry = await registries.OpenAsync();
        var server = await ScriptedServer.StartAsync(TestContext.Current.CancellationToken, behind: registry.Host);
        foreach (var chart in charts)
        {
            server.On("PUT", $"/{chart}/blobs/uploads/", Answers.Status(503, headers: ("Retry-After", "1")), times: 2 / charts.Length);
        }

        return server;
    }

    private static void AssertTidy(TerminalScreen screen)
    {
        Assert.True(screen.IsCursorShown);
        Assert.DoesNotContain(screen.Lines, line => line.StartsWith("Pushing: ", StringComparison.Ordinal) || line.StartsWith("Reading back: ", StringComparison.Ordinal));
        Assert.DoesNotContain(screen.Lines, line => line.IndexOfAny(['⠋', '✓', '✗', '·']) >= 0);
    }

    private static void AssertPlain(HostResult run)
    {
        Assert.DoesNotContain(HideCursor, run.All, StringComparison.Ordinal);
        Assert.DoesNotContain("\e[2K", run.All, StringComparison.Ordinal);
        Assert.DoesNotContain("Pushing: ", run.All, StringComparison.Ordinal);
    }

    private static void AssertOnce(IEnumerable<string> lines, params string[] parts) =>
        Assert.All(parts, part => Assert.Single(lines, line => line.Contains(part, StringComparison.Ordinal)));

    private static int Place(TerminalScreen screen, string part) =>
        screen.Lines.ToList().FindLastIndex(line => line.Contains(part, StringComparison.Ordinal));
}
