using Cake.ChartRelease.Helm;
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
    public async Task A_child_that_keeps_the_output_open_does_not_hold_up_cancelling()
    {
        var pid = _folder.Combine("pid");
        var helm = FakeHelm.Write(_folder, $"sleep 60 & echo $! > '{pid}.part'; mv '{pid}.part' '{pid}'; wait");
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);

        var template = new HelmClient(_setup.Context, helm, Helms.V4).TemplateAsync("app", cancellation.Token);
        while (!File.Exists(pid))
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        try
        {
            await cancellation.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => template);
        }
        finally
        {
            System.Diagnostics.Process.GetProcessById(int.Parse(
                await File.ReadAllTextAsync(pid, CancellationToken.None), System.Globalization.CultureInfo.InvariantCulture)).Kill();
        }
    }

    [Fact]
    public void A_helm_that_takes_longer_than_its_limit_is_killed()
    {
        var helm = FakeHelm.Write(_folder, "exec sleep 600");
        var settings = new HelmVerifySettings { ToolPath = helm, ToolTimeout = TimeSpan.FromMilliseconds(200) };

        Assert.Equal(FailureReason.ToolFailed, Reason(settings));
    }

    [Fact]
    public void A_helm_that_is_not_there_is_unavailable() =>
        Assert.Equal(FailureReason.ToolUnavailable, Reason(new HelmVerifySettings { ToolPath = _folder.Combine("no-helm") }));

    [Fact]
    public void A_file_that_cannot_be_started_is_no_helm() =>
        Assert.Equal(FailureReason.ToolUnavailable, Reason(new HelmVerifySettings { ToolPath = _folder.Write("text", "no program") }));

    [Fact]
    public void The_end_of_a_long_error_is_shown()
    {
        var helm = FakeHelm.Write(_folder, "seq 3000 >&2; echo 'Error: the cause' >&2; exit 1");

        var failure = Assert.Throws<ChartReleaseException>(() => Verify(new HelmVerifySettings { ToolPath = helm }));

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

        var failure = await Assert.ThrowsAsync<ChartReleaseException>(
            () => client.LintAsync(["app"], TestContext.Current.CancellationToken));

        Assert.Equal(FailureReason.ToolFailed, failure.Reason);
    }

    private FailureReason Reason(HelmVerifySettings settings) => Assert.Throws<ChartReleaseException>(() => Verify(settings)).Reason;

    private void Verify(HelmVerifySettings settings) => _setup.Context.HelmVerify("a.tgz", settings);

    private static bool IsRunning(string pid) =>
        Directory.Exists($"/proc/{pid.Trim()}")
        && !File.ReadAllText($"/proc/{pid.Trim()}/stat").Contains(") Z ", StringComparison.Ordinal);
}
