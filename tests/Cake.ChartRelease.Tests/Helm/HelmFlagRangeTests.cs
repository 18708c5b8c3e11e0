using Cake.ChartRelease.Helm;
using Cake.ChartRelease.Helm.Push;
using Cake.ChartRelease.Helm.Registry;
using Cake.ChartRelease.Helm.Template;
using Cake.ChartRelease.Helm.Verify;
using Cake.ChartRelease.Tests.Infrastructure;
using ChartRelease;
using ChartRelease.Testing;

namespace Cake.ChartRelease.Tests.Helm;

public sealed class HelmFlagRangeTests
{
    private readonly RecordingProcessRunner _runner = new();

    [Fact]
    public void A_flag_that_is_too_new_for_the_helm_in_use_is_refused_before_it_starts()
    {
        Refused(context => context.HelmRegistryLogin("host", new HelmRegistryLoginSettings
        {
            HelmVersion = "3.17.2",
            Username = "a",
            Password = new Secret("b"),
            PlainHttp = true,
        }));
        Refused(context => context.HelmPush("a.tgz", "oci://host", new HelmPushSettings { HelmVersion = "3.12.3", PlainHttp = true }));
        Refused(context => context.HelmVerify("a.tgz", new HelmVerifySettings { HelmVersion = "v3.17.2", ContentCache = "x" }));
    }

    [Fact]
    public void A_flag_that_is_gone_in_the_helm_in_use_is_refused_before_it_starts()
    {
        Refused(context => context.HelmTemplate("a", new HelmTemplateSettings { HelmVersion = "4.0.0-rc.1", Validate = true }));
        Refused(context => context.HelmTemplate("a", new HelmTemplateSettings { HelmVersion = "4.1.4", Apply = { Atomic = true } }));
    }

    [Fact]
    public async Task A_helm_whose_version_nobody_knows_is_asked_for_it()
    {
        var settings = new HelmTemplateSettings { ToolPath = await TestTools.Helm4Async(), Validate = true };

        var failure = Assert.ThrowsAny<ChartReleaseException>(() => new CakeSetup().Context.HelmTemplate("a", settings));

        Assert.Equal(FailureReason.InvalidSettings, failure.Reason);
    }

    [Theory]
    [InlineData("3.12.3", false)]
    [InlineData("3.13.0", true)]
    [InlineData("v4.0.0-rc.1+build", false)]
    public void A_range_ends_before_the_version_that_removed_the_flag(string version, bool included) =>
        Assert.Equal(included, new HelmRange("3.13.0", "4.0.0").Includes(version));

    [Fact]
    public void A_version_that_is_none_is_refused_when_it_matters() => Refused(
        context => context.HelmPush("a.tgz", "oci://host", new HelmPushSettings { HelmVersion = "4", PlainHttp = true }));

    private void Refused(Action<Core.ICakeContext> command)
    {
        var failure = Assert.ThrowsAny<ChartReleaseException>(() => command(new CakeSetup(_ => _runner).Context));
        Assert.Equal(FailureReason.InvalidSettings, failure.Reason);
        Assert.Empty(_runner.Started);
    }
}
