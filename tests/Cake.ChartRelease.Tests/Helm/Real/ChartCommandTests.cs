using Cake.ChartRelease.Helm;
using Cake.ChartRelease.Helm.Create;
using Cake.ChartRelease.Helm.Env;
using Cake.ChartRelease.Helm.Lint;
using Cake.ChartRelease.Helm.Package;
using Cake.ChartRelease.Helm.Template;
using Cake.ChartRelease.Helm.Verify;
using Cake.ChartRelease.Helm.Version;
using Cake.ChartRelease.Tests.Infrastructure;
using ChartRelease;
using ChartRelease.Testing;

namespace Cake.ChartRelease.Tests.Helm.Real;

/// <summary>The commands that need nothing but files, with both real helms; further ones are in HelmClientTests.</summary>
public sealed class ChartCommandTests
{
    public static TheoryData<string> Versions => [Helms.V3, Helms.V4];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task A_chart_is_created_linted_and_rendered(string version)
    {
        using var bed = await HelmBed.CreateAsync(version);
        var chart = bed.Folder.Combine("my shop/grüße");

        Directory.CreateDirectory(bed.Folder.Combine("my shop"));
        bed.Cake.HelmCreate(bed.Folder.Combine("my shop/app"), bed.Settings<HelmCreateSettings>());

        bed.Cake.HelmLint(bed.Folder.Combine("my shop/app"), bed.With(new HelmLintSettings { Strict = true }));
        var manifests = bed.Cake.HelmTemplate(bed.Folder.Combine("my shop/app"), bed.With(new HelmTemplateSettings
        {
            ReleaseName = "web",
            Values = { Set = { ["replicaCount"] = "3" } },
            ShowOnly = { "templates/deployment.yaml" },
        }));
        Assert.Contains("replicas: 3\n", manifests, StringComparison.Ordinal);
        Assert.DoesNotContain("kind: Service\n", manifests, StringComparison.Ordinal);
        var failure = Assert.Throws<HelmFailedException>(() => bed.Cake.HelmCreate(chart, bed.Settings<HelmCreateSettings>()));
        Assert.Contains("chart name", failure.Message, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task A_starter_is_what_a_chart_begins_with(string version)
    {
        using var bed = await HelmBed.CreateAsync(version);
        var starter = Charts.Clean(bed.Folder, "starter");

        bed.Cake.HelmCreate(bed.Folder.Combine("app"), bed.With(new HelmCreateSettings { Starter = starter }));

        Assert.Contains("name: app\n", await File.ReadAllTextAsync(bed.Folder.Combine("app/Chart.yaml"), Token), StringComparison.Ordinal);
        Assert.True(File.Exists(bed.Folder.Combine("app/templates/configmap.yaml")));
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task Helm_tells_its_variables_but_no_token(string version)
    {
        using var bed = await HelmBed.CreateAsync(version);
        HelmEnvSettings Settings() => bed.With(new HelmEnvSettings { Namespace = "my shop", Kube = { Token = new Secret("hunter2") } });

        var variables = bed.Cake.HelmEnv(Settings());

        Assert.Equal("my shop", variables["HELM_NAMESPACE"]);
        Assert.Equal(bed.Folder.Combine("helm-cache"), variables["HELM_CACHE_HOME"]);
        Assert.Equal("***", variables["HELM_KUBETOKEN"]);
        Assert.Equal("my shop", bed.Cake.HelmEnv("HELM_NAMESPACE", Settings()));
        Assert.Equal("", bed.Cake.HelmEnv("HELM_NOTHING", Settings()));
        var own = bed.Settings<HelmEnvSettings>();
        own.EnvironmentVariables["HELM_KUBETOKEN"] = "hunter3";
        Assert.Equal("***", bed.Cake.HelmEnv("HELM_KUBETOKEN", own));
        Assert.DoesNotContain("hunter", bed.Log, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task Helm_tells_what_it_is(string version)
    {
        using var bed = await HelmBed.CreateAsync(version);

        var info = bed.Cake.HelmVersion(bed.With(new HelmVersionSettings { ShortForm = true }));

        Assert.Equal((version, "clean", version == Helms.V3), (info.Version, info.GitTreeState, info.KubeClientVersion is null));
        Assert.Matches("^[0-9a-f]{40}$", info.GitCommit);
        Assert.Matches(@"^go1\.\d+", info.GoVersion);
        Assert.StartsWith($"v{version}+g", bed.Cake.HelmVersionText(bed.With(new HelmVersionSettings { ShortForm = true })), StringComparison.Ordinal);
        Assert.Equal($"<v{version}>\n", bed.Cake.HelmVersionText(bed.With(new HelmVersionSettings { Template = "<{{.Version}}>" })));
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task What_is_signed_is_verified_and_what_was_changed_is_not(string version)
    {
        using var bed = await HelmBed.CreateAsync(version);
        await using var key = await GpgHome.CreateAsync("Test <test@example.com>", Token, "rsa2048");
        var (secret, open) = await key.ExportAsync(Token);
        HelmVerifySettings Settings() => bed.With(new HelmVerifySettings { Keyring = open });

        var archive = bed.Cake.HelmPackage(Charts.Clean(bed.Folder, "app"), bed.With(new HelmPackageSettings
        {
            Sign = true,
            Key = "Test",
            Keyring = secret,
            Passphrase = new Secret("unused"),
            Destination = bed.Folder.Path,
        }));

        Assert.Contains("test@example.com", bed.Cake.HelmVerify(archive, Settings()), StringComparison.Ordinal);
        await File.AppendAllTextAsync(archive.FullPath, "x", Token);
        Assert.Throws<HelmFailedException>(() => bed.Cake.HelmVerify(archive, Settings()));
    }
}
