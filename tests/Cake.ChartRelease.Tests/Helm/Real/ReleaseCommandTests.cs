using Cake.ChartRelease.Helm;
using Cake.ChartRelease.Helm.Get;
using Cake.ChartRelease.Helm.History;
using Cake.ChartRelease.Helm.List;
using Cake.ChartRelease.Helm.Rollback;
using Cake.ChartRelease.Helm.Status;
using Cake.ChartRelease.Helm.Test;
using Cake.ChartRelease.Helm.Uninstall;
using Cake.ChartRelease.Tests.Infrastructure;

namespace Cake.ChartRelease.Tests.Helm.Real;

/// <summary>The commands on releases, with both real helms.</summary>
public sealed class ReleaseCommandTests
{
    private static readonly DateTimeOffset First = new(2026, 5, 1, 10, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Last = new(2026, 5, 2, 10, 0, 0, TimeSpan.FromHours(2));

    public static TheoryData<string> Versions => [Helms.V3, Helms.V4];

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task List_reads_each_release(string version)
    {
        using var bed = await HelmBed.CreateAsync(version);

        Assert.Equal(
            new HelmListedRelease
            {
                Name = "demo",
                Namespace = "default",
                Revision = 2,
                Updated = Last.AddMilliseconds(500),
                Status = "deployed",
                Chart = "app-1.2.4",
                AppVersion = "2.0",
            },
            Assert.Single(bed.Cake.HelmList(bed.Settings<HelmListSettings>())));
        Assert.Empty(bed.Cake.HelmList(bed.With(new HelmListSettings { Filter = "^none$" })));
        Assert.Equal("demo\n", bed.Cake.HelmListText(bed.With(new HelmListSettings { ShortForm = true })));
        Assert.Contains("2026!", bed.Cake.HelmListText(bed.With(new HelmListSettings { TimeFormat = "2006!" })), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task History_reads_each_revision(string version)
    {
        using var bed = await HelmBed.CreateAsync(version);

        Assert.Equal(
            [(1, First.AddTicks(1234567), "superseded", "app-1.2.3", "Install complete"), (2, Last.AddMilliseconds(500), "deployed", "app-1.2.4", "Upgrade complete")],
            bed.Cake.HelmHistory("demo", bed.Settings<HelmHistorySettings>())
                .Select(revision => (revision.Revision, revision.Updated!.Value, revision.Status, revision.Chart, revision.Description)));
        Assert.Contains("Upgrade complete", bed.Cake.HelmHistoryText("demo", bed.With(new HelmHistorySettings { Max = 1 })), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task Status_reads_the_whole_release(string version)
    {
        using var bed = await HelmBed.CreateAsync(version);

        var status = bed.Cake.HelmStatus("demo", bed.Settings<HelmStatusSettings>());

        Assert.Equal(("demo", "default", 2, "deployed", "Grüße\n"), (status.Name, status.Namespace, status.Revision, status.Info.Status, status.Info.Notes));
        Assert.Equal((First.AddTicks(1234567), null), (status.Info.FirstDeployed, status.Info.Deleted));
        Assert.Equal("b,c", (string?)status.Values!["ingress"]!["hosts"]![1]);
        Assert.Contains("name: second", status.Manifest, StringComparison.Ordinal);
        var hook = Assert.Single(status.Hooks);
        Assert.Equal(("demo-smoke", "Pod", "app/templates/smoke.yaml", "test"), (hook.Name, hook.Kind, hook.Path, Assert.Single(hook.Events)));
        Assert.StartsWith("name: demo", bed.Cake.HelmStatusText("demo", bed.With(new HelmStatusSettings { Output = HelmOutputFormat.Yaml })).Split('\n')
            .Single(line => line.StartsWith("name:", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task Get_reads_each_part_of_a_release(string version)
    {
        using var bed = await HelmBed.CreateAsync(version);

        var metadata = bed.Cake.HelmGetMetadata("demo", bed.Settings<HelmGetMetadataSettings>());
        Assert.Equal(("demo", "app", "1.2.4", "2.0", 2, "deployed"), (metadata.Name, metadata.Chart, metadata.Version, metadata.AppVersion, metadata.Revision, metadata.Status));
        Assert.Equal((Last, "owner"), (metadata.DeployedAt!.Value, Assert.Single(metadata.Annotations).Key));
        Assert.Equal(new HelmRequirement { Name = "redis", Version = "21.x.x", Repository = "oci://host/charts" }, Assert.Single(metadata.Dependencies));
        Assert.Contains("CHART: app", bed.Cake.HelmGetMetadataText("demo", bed.Settings<HelmGetMetadataSettings>()), StringComparison.Ordinal);
        Assert.Equal("{\"ingress\":{\"hosts\":[\"a\",\"b,c\"]}}", bed.Cake.HelmGetValues("demo", bed.Settings<HelmGetValuesSettings>()).ToJsonString());
        Assert.Equal(2, (int)bed.Cake.HelmGetValues("demo", bed.With(new HelmGetValuesSettings { All = true }))["replicas"]!);
        Assert.Empty(bed.Cake.HelmGetValues("demo", bed.With(new HelmGetValuesSettings { Revision = 1 })));
        Assert.Contains("- b,c", bed.Cake.HelmGetValuesText("demo", bed.With(new HelmGetValuesSettings { Output = HelmOutputFormat.Yaml })), StringComparison.Ordinal);
        Assert.Contains("demo-smoke", bed.Cake.HelmGetHooks("demo", bed.Settings<HelmGetSettings>()), StringComparison.Ordinal);
        Assert.Contains("name: first", bed.Cake.HelmGetManifest("demo", bed.With(new HelmGetSettings { Revision = 1 })), StringComparison.Ordinal);
        Assert.Contains("Grüße", bed.Cake.HelmGetNotes("demo", bed.Settings<HelmGetSettings>()), StringComparison.Ordinal);
        Assert.Equal("demo\n", bed.Cake.HelmGetAll("demo", bed.With(new HelmGetAllSettings { Template = "{{.Release.Name}}" })));
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task A_release_is_tested_rolled_back_and_uninstalled(string version)
    {
        using var bed = await HelmBed.CreateAsync(version);

        Assert.Matches("demo-smoke(.|\n)*Succeeded", bed.Cake.HelmTest("demo", bed.With(new HelmTestSettings { Filters = { "name=demo-smoke" } })));
        bed.Cake.HelmRollback("demo", bed.With(new HelmRollbackSettings { Revision = 1, Apply = { DryRun = HelmDryRun.Client } }));
        bed.Cake.HelmRollback("demo", bed.Settings<HelmRollbackSettings>());
        bed.Cake.HelmUninstall("demo", bed.With(new HelmUninstallSettings { KeepHistory = true, Cascade = HelmCascade.Foreground, Apply = { Wait = true } }));
        bed.Cake.HelmUninstall(["none", "demo"], bed.With(new HelmUninstallSettings { IgnoreNotFound = true }));
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task What_is_not_there_is_a_failure_in_helms_words(string version)
    {
        using var bed = await HelmBed.CreateAsync(version);

        Assert.Contains("not found", Assert.Throws<HelmFailedException>(() => bed.Cake.HelmStatus("none", bed.Settings<HelmStatusSettings>())).Message, StringComparison.Ordinal);
        Assert.Contains("not found", Assert.Throws<HelmFailedException>(() => bed.Cake.HelmRollback("none", bed.Settings<HelmRollbackSettings>())).Message, StringComparison.Ordinal);
        Assert.Contains("not found", Assert.Throws<HelmFailedException>(() => bed.Cake.HelmUninstall("none", bed.Settings<HelmUninstallSettings>())).Message, StringComparison.Ordinal);
    }
}
