using Cake.ChartRelease.Helm;
using Cake.ChartRelease.Helm.Get;
using Cake.ChartRelease.Helm.Install;
using Cake.ChartRelease.Helm.List;
using Cake.ChartRelease.Helm.Package;
using Cake.ChartRelease.Helm.Plugin;
using Cake.ChartRelease.Helm.Pull;
using Cake.ChartRelease.Helm.Push;
using Cake.ChartRelease.Helm.Repo;
using Cake.ChartRelease.Helm.Rollback;
using Cake.ChartRelease.Helm.Template;
using Cake.ChartRelease.Helm.Uninstall;
using Cake.ChartRelease.Helm.Upgrade;
using Cake.ChartRelease.Tests.Infrastructure;
using Cake.Core;
using ChartRelease;

namespace Cake.ChartRelease.Tests.Helm;

/// <summary>Settings that cannot work, refused before any process starts, also the one that asks for the version.</summary>
public sealed class HelmValidationTests
{
    private static readonly Secret Password = new("hunter2");

    private static readonly Action<ICakeContext>[] Impossible =
    [
        cake => cake.HelmPull("", new HelmPullSettings()),
        cake => cake.HelmPull("app", new HelmPullSettings { Username = "ci" }),
        cake => cake.HelmPull("app", new HelmPullSettings { Password = Password }),
        cake => cake.HelmPush("app.tgz", "oci://host", new HelmPushSettings { CertFile = "cert.pem" }),
        cake => cake.HelmRepoAdd("local", "http://host", new HelmRepoAddSettings { Password = Password }),
        cake => cake.HelmPackage("app", new HelmPackageSettings { Sign = true }),
        cake => cake.HelmTemplate("app", new HelmTemplateSettings { PostRendererArguments = { "x" } }),
        cake => cake.HelmTemplate("app", new HelmTemplateSettings { Apply = { ServerSide = HelmServerSide.Auto } }),
        cake => cake.HelmInstall("demo", "app", new HelmInstallSettings { Apply = { OperationTimeout = TimeSpan.FromSeconds(-1) } }),
        cake => cake.HelmInstall("demo", "app", new HelmInstallSettings { Output = HelmOutputFormat.Yaml }),
        cake => cake.HelmUpgrade("demo", "app", new HelmUpgradeSettings { ResetValues = true, ReuseValues = true }),
        cake => cake.HelmUpgrade("demo", "app", new HelmUpgradeSettings { HistoryMax = -1 }),
        cake => cake.HelmUpgrade("demo", "app", new HelmUpgradeSettings { Apply = { Force = true, ForceReplace = true } }),
        cake => cake.HelmRollback("demo", new HelmRollbackSettings { Revision = -1 }),
        cake => cake.HelmUninstall([], new HelmUninstallSettings()),
        cake => cake.HelmList(new HelmListSettings { ShortForm = true }),
        cake => cake.HelmList(new HelmListSettings { TimeFormat = "2006" }),
        cake => cake.HelmGetValues("demo", new HelmGetValuesSettings { Output = HelmOutputFormat.Table }),
        cake => cake.HelmPluginUninstall("", new HelmPluginUninstallSettings()),
    ];

    [Fact]
    public void Settings_that_cannot_work_are_refused_before_a_process_starts() => Assert.All(Impossible, command =>
    {
        var runner = new RecordingProcessRunner();

        var failure = Assert.Throws<HelmSettingsException>(() => command(new CakeSetup(_ => runner).Context));

        Assert.Equal(FailureReason.InvalidSettings, failure.Reason);
        Assert.Empty(runner.Started);
        Assert.DoesNotContain("hunter2", failure.ToString(), StringComparison.Ordinal);
    });

    [Fact]
    public void All_that_is_wrong_is_said_at_once()
    {
        var settings = new HelmUpgradeSettings { Username = "ci", HistoryMax = -1, Timeout = TimeSpan.Zero };

        var failure = Assert.Throws<HelmSettingsException>(
            () => new CakeSetup(_ => new RecordingProcessRunner()).Context.HelmUpgrade("demo", "", settings));

        foreach (var word in new[] { "Password", "HistoryMax", "Timeout", "argument" })
        {
            Assert.Contains(word, failure.Failure.Found, StringComparison.Ordinal);
        }
    }
}
