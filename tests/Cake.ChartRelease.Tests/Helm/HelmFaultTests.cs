using Cake.ChartRelease.Helm;
using Cake.ChartRelease.Helm.Repo;
using Cake.ChartRelease.Helm.Verify;
using Cake.ChartRelease.Tests.Infrastructure;
using ChartRelease;
using ChartRelease.Testing;

namespace Cake.ChartRelease.Tests.Helm;

public sealed class HelmFaultTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly CakeSetup _setup = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Cancelling_kills_helm_and_gives_no_answer()
    {
        var pid = _folder.Combine("pid");
        var helm = FakeHelm.Write(_folder, $"echo half; echo $$ > '{pid}.part'; mv '{pid}.part' '{pid}'; exec sleep 600");
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);

        var template = new HelmClient(_setup.Context, helm, Helms.V4).TemplateAsync("app", cancellation.Token);
        while (!File.Exists(pid))
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => template);

        Assert.False(IsRunning(await File.ReadAllTextAsync(pid, TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task What_helm_started_ends_with_it()
    {
        var pid = _folder.Combine("pid");
        var helm = FakeHelm.Write(_folder, $"sleep 60 & echo $! > '{pid}.part'; mv '{pid}.part' '{pid}'; wait");
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);

        var template = new HelmClient(_setup.Context, helm, Helms.V4).TemplateAsync("app", cancellation.Token);
        while (!File.Exists(pid))
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => template);

        Assert.False(IsRunning(await File.ReadAllTextAsync(pid, TestContext.Current.CancellationToken)));
    }

    [Fact]
    public void A_helm_that_takes_longer_than_its_limit_is_ended_with_all_it_started()
    {
        var pids = _folder.Combine("pids");
        var settings = SettingsFor($"sh -c 'echo $$ >> {pids}; sleep 600' & sleep 600 & echo $! >> {pids}; echo $$ >> {pids}; wait");
        settings.Timeout = TimeSpan.FromSeconds(3);

        var failure = Fails<HelmTimeoutException>(settings);

        Assert.Equal((FailureReason.ToolFailed, TimeSpan.FromSeconds(3), "helm verify a.tgz"), (failure.Reason, failure.Timeout, failure.CommandLine));
        var started = File.ReadAllLines(pids);
        Assert.Equal(3, started.Length);
        Assert.All(started, pid => Assert.False(IsRunning(pid)));
    }

    [Fact]
    public void A_helm_that_is_not_there_is_unavailable()
    {
        var failure = Fails<HelmNotFoundException>(new HelmVerifySettings { ToolPath = _folder.Combine("no-helm") });

        Assert.Equal(FailureReason.ToolUnavailable, failure.Reason);
        Assert.Contains("ToolPath", failure.Failure.Next, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_cannot_be_started_is_no_helm() =>
        Assert.Equal(FailureReason.ToolUnavailable, Fails<HelmNotFoundException>(new HelmVerifySettings { ToolPath = _folder.Write("text", "no program") }).Reason);

    [Fact]
    public void A_helm_that_is_too_old_does_not_run_the_command()
    {
        var settings = SettingsFor("echo \"$*\" >> calls; echo 'version.BuildInfo{Version:\"v3.7.2\", GoVersion:\"go1.16\"}'");
        (settings.HelmVersion, settings.WorkingDirectory) = (null, _folder.Path);

        var failure = Fails<HelmTooOldException>(settings);

        Assert.Equal((FailureReason.ToolUnavailable, "3.7.2"), (failure.Reason, failure.Version));
        Assert.Equal(["version"], File.ReadAllLines(_folder.Combine("calls")));
    }

    [Fact]
    public void A_helm_is_asked_for_its_version_once()
    {
        var settings = SettingsFor("echo \"$*\" >> calls; echo 'version.BuildInfo{Version:\"v4.1+unreleased\"}'");
        (settings.HelmVersion, settings.WorkingDirectory) = (null, _folder.Path);

        Verify(settings);
        Verify(settings);

        Assert.Equal(["version", "verify a.tgz", "verify a.tgz"], File.ReadAllLines(_folder.Combine("calls")));
    }

    [Fact]
    public void A_helm_that_fails_says_why_and_what_was_run()
    {
        var settings = SettingsFor("echo 'Error: the cause' >&2; exit 3");
        settings.Keyring = "a ring.gpg";

        var failure = Fails<HelmFailedException>(settings);

        Assert.Equal((FailureReason.ToolFailed, 3, "helm verify \"--keyring=a ring.gpg\" a.tgz"), (failure.Reason, failure.ExitCode, failure.CommandLine));
        Assert.Contains("Error: the cause", failure.Failure.Found, StringComparison.Ordinal);
        Assert.EndsWith(failure.CommandLine, failure.Failure.Next, StringComparison.Ordinal);
    }

    [Fact]
    public void A_helm_that_somebody_kills_is_told_apart_from_one_that_fails()
    {
        var failure = Fails<HelmKilledException>(SettingsFor("kill -9 $$"));

        Assert.Equal((FailureReason.ToolFailed, 9, "helm verify a.tgz"), (failure.Reason, failure.Signal, failure.CommandLine));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("not json")]
    [InlineData("[{\"name\":\"a\"")]
    [InlineData("[{\"name\":\"a\"}]")]
    [InlineData("[{\"name\":\"a\",\"name\":\"b\",\"url\":\"u\"}]")]
    [InlineData("{\"name\":\"a\",\"url\":\"u\"}")]
    public void Broken_json_is_no_answer(string output)
    {
        var settings = new HelmRepoListSettings { ToolPath = FakeHelm.Write(_folder, $"echo '{output}'"), HelmVersion = Helms.V4 };

        var failure = Assert.Throws<HelmOutputException>(() => _setup.Context.HelmRepoList(settings));

        Assert.Equal((FailureReason.ToolFailed, "helm repo list --output=json"), (failure.Reason, failure.CommandLine));
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("0")]
    [InlineData("2147484")]
    public void A_limit_that_cannot_be_is_refused_before_helm_starts(string seconds)
    {
        var settings = SettingsFor("touch started");
        settings.Timeout = TimeSpan.FromSeconds(double.Parse(seconds, System.Globalization.CultureInfo.InvariantCulture));
        settings.WorkingDirectory = _folder.Path;

        Assert.Equal(FailureReason.InvalidSettings, Fails<HelmSettingsException>(settings).Reason);
        Assert.False(File.Exists(_folder.Combine("started")));
    }

    [Fact]
    public void The_end_of_a_long_error_is_shown()
    {
        var failure = Fails<HelmFailedException>(SettingsFor("seq 3000 >&2; echo 'Error: the cause' >&2; exit 1"));

        Assert.EndsWith("Error: the cause", failure.Failure.Found, StringComparison.Ordinal);
        Assert.InRange(failure.Failure.Found.Length, 1, 5000);
    }

    [Theory]
    [InlineData("echo '==> Linting app'; echo '[WARNING] a: b'; exit 137")]
    [InlineData("echo '==> Linting app'; echo '[ERROR] a: b'; exit 1")]
    [InlineData("echo '==> Linting app'")]
    [InlineData("echo '1 chart(s) linted, 1 chart(s) failed'")]
    [InlineData("echo '1 chart(s) linted, 1 chart(s) failed'; exit 1")]
    [InlineData("")]
    public async Task A_lint_that_did_not_get_to_its_end_is_no_answer(string script)
    {
        var client = new HelmClient(_setup.Context, FakeHelm.Write(_folder, script), Helms.V4);

        var failure = await Assert.ThrowsAnyAsync<HelmException>(
            () => client.LintAsync(["app"], TestContext.Current.CancellationToken));

        Assert.Equal(FailureReason.ToolFailed, failure.Reason);
    }

    private HelmVerifySettings SettingsFor(string script) => new() { ToolPath = FakeHelm.Write(_folder, script), HelmVersion = Helms.V4 };

    private T Fails<T>(HelmVerifySettings settings)
        where T : HelmException => Assert.Throws<T>(() => Verify(settings));

    private void Verify(HelmVerifySettings settings) => _setup.Context.HelmVerify("a.tgz", settings);

    private static bool IsRunning(string pid) =>
        Directory.Exists($"/proc/{pid.Trim()}")
        && !File.ReadAllText($"/proc/{pid.Trim()}/stat").Contains(") Z ", StringComparison.Ordinal);
}
