using Cake.ChartRelease.Helm;
using Cake.ChartRelease.Helm.Install;
using Cake.ChartRelease.Helm.Upgrade;
using Cake.ChartRelease.Tests.Infrastructure;
using ChartRelease.Testing.Registry;
using Microsoft.AspNetCore.Http;

namespace Cake.ChartRelease.Tests.Helm.Real;

/// <summary>Installations by both real helms, which ask a cluster for its version and APIs; what they create goes nowhere.</summary>
public sealed class InstallationTests
{
    public static TheoryData<string> Versions => [Helms.V3, Helms.V4];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task A_chart_is_installed_and_the_release_comes_back(string version)
    {
        using var bed = await HelmBed.CreateAsync(version);
        await using var cluster = await ClusterAsync();
        var chart = Charts.Clean(bed.Folder, "app");

        var release = bed.Cake.HelmInstall("web", chart, bed.With(new HelmInstallSettings
        {
            Namespace = "shop",
            Description = "by hand, \"quoted\"",
            SkipCrds = true,
            Labels = { ["team"] = "core" },
            Values = { SetString = { ["greeting"] = "1,2" } },
            Kube = { ApiServer = $"http://{cluster.Host}" },
        }));

        Assert.Equal(("web", "shop", 1, "deployed"), (release.Name, release.Namespace, release.Revision, release.Info.Status));
        Assert.Equal(("by hand, \"quoted\"", "1,2"), (release.Info.Description, (string?)release.Values!["greeting"]));
        Assert.Contains("name: web", release.Manifest, StringComparison.Ordinal);
        Assert.Equal(version == Helms.V3 ? null : "ssa", release.ApplyMethod);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task Helm_names_a_release_when_it_is_told_to(string version)
    {
        using var bed = await HelmBed.CreateAsync(version);
        await using var cluster = await ClusterAsync();

        var release = bed.Cake.HelmInstall(Charts.Clean(bed.Folder, "app"), bed.With(new HelmInstallSettings
        {
            GenerateName = true,
            Apply = { DryRun = HelmDryRun.Client },
            Kube = { ApiServer = $"http://{cluster.Host}" },
        }));

        Assert.StartsWith("app-", release.Name, StringComparison.Ordinal);
        Assert.Equal("pending-install", release.Info.Status);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task A_release_is_upgraded_and_what_helm_prints_comes_back_on_request(string version)
    {
        using var bed = await HelmBed.CreateAsync(version);
        await using var cluster = await ClusterAsync();
        var chart = Charts.Clean(bed.Folder, "app");
        HelmUpgradeSettings Settings() => bed.With(new HelmUpgradeSettings
        {
            ResetValues = true,
            Apply = { NoHooks = true },
            Kube = { ApiServer = $"http://{cluster.Host}" },
        });

        Assert.Equal((3, "Upgrade complete"), (bed.Cake.HelmUpgrade("demo", chart, Settings()) is var release ? release.Revision : 0, release.Info.Description));
        Assert.Contains("STATUS: deployed", bed.Cake.HelmUpgradeText("demo", chart, Settings()), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task Without_a_cluster_the_failure_is_helms_own(string version)
    {
        using var bed = await HelmBed.CreateAsync(version);
        var settings = bed.With(new HelmInstallSettings { SkipCrds = true, Kube = { ApiServer = "http://127.0.0.1:1" } });

        var failure = Assert.Throws<HelmFailedException>(() => bed.Cake.HelmInstall("web", Charts.Clean(bed.Folder, "app"), settings));

        Assert.Contains("connection refused", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_release_gets_its_name_in_exactly_one_way()
    {
        var context = new CakeSetup(_ => new RecordingProcessRunner()).Context;

        Assert.Throws<HelmSettingsException>(() => context.HelmInstall("app", new HelmInstallSettings()));
        Assert.Throws<HelmSettingsException>(() => context.HelmInstall("web", "app", new HelmInstallSettings { GenerateName = true }));
    }

    private static async Task<ScriptedServer> ClusterAsync()
    {
        var cluster = await ScriptedServer.StartAsync(Token);
        return cluster
            .On("GET", "^/version", Json("""{"major":"1","minor":"35","gitVersion":"v1.35.0"}"""))
            .On("GET", "^/apis", Json("""{"kind":"APIGroupList","apiVersion":"v1","groups":[]}"""))
            .On("GET", "^/api/v1", Json("""{"kind":"APIResourceList","groupVersion":"v1","resources":[]}"""))
            .On("GET", "^/api", Json("""{"kind":"APIVersions","versions":["v1"]}"""));
    }

    private static RequestDelegate Json(string body) => context =>
    {
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(body, context.RequestAborted);
    };
}
