using Cake.ChartRelease.Helm;
using Cake.ChartRelease.Helm.Plugin;
using Cake.ChartRelease.Tests.Infrastructure;
using ChartRelease.Testing;

namespace Cake.ChartRelease.Tests.Helm.Real;

/// <summary>Plugins in folders, with both real helms.</summary>
public sealed class PluginTests
{
    public static TheoryData<string> Versions => [Helms.V3, Helms.V4];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task A_plugin_is_installed_listed_updated_and_uninstalled(string version)
    {
        using var bed = await HelmBed.CreateAsync(version);
        using var origin = await GitRepository.CreateAsync();
        origin.Write("plugin.yaml", Manifest("1.2.3"));
        await origin.CommitAsync();
        using var clone = await origin.CloneAsync();

        bed.Cake.HelmPluginInstall(clone.Path, bed.Settings<HelmPluginInstallSettings>());
        var plugin = Assert.Single(bed.Cake.HelmPluginList(bed.Settings<HelmPluginListSettings>()));

        Assert.Equal(("hello", "1.2.3"), (plugin.Name, plugin.Version));
        Assert.Equal(
            version == Helms.V3 ? ("Says hello", null, null) : (null, "cli/v1", "legacy"),
            (plugin.Description, plugin.Type, plugin.ApiVersion));

        origin.Write("plugin.yaml", Manifest("1.2.4"));
        await origin.CommitAsync();
        bed.Cake.HelmPluginUpdate("hello", bed.Settings<HelmPluginUpdateSettings>());
        Assert.Equal("1.2.4", Assert.Single(bed.Cake.HelmPluginList(bed.Settings<HelmPluginListSettings>())).Version);

        bed.Cake.HelmPluginUninstall("hello", bed.Settings<HelmPluginUninstallSettings>());
        Assert.Empty(bed.Cake.HelmPluginList(bed.Settings<HelmPluginListSettings>()));
        Assert.Contains(
            "not found",
            Assert.Throws<HelmFailedException>(() => bed.Cake.HelmPluginUninstall("hello", bed.Settings<HelmPluginUninstallSettings>())).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plugin_is_packed_signed_and_verified()
    {
        using var bed = await HelmBed.CreateAsync(Helms.V4);
        await using var key = await GpgHome.CreateAsync("Test <test@example.com>", Token, "rsa2048");
        var (secret, open) = await key.ExportAsync(Token);
        bed.Folder.Write("hello/plugin.yaml", """
            apiVersion: v1
            type: cli/v1
            name: hello
            version: 1.2.3
            runtime: subprocess
            config: {usage: hello, shortHelp: Says hello, longHelp: Says hello, ignoreFlags: false}
            runtimeConfig: {platformCommand: [{command: /bin/true}]}

            """);

        var archive = bed.Cake.HelmPluginPackage(bed.Folder.Combine("hello"), bed.With(new HelmPluginPackageSettings
        {
            Destination = bed.Folder.Path,
            Key = "Test",
            Keyring = secret,
            Passphrase = new("unused"),
        }));

        Assert.Equal(bed.Folder.Combine("hello-1.2.3.tgz"), archive.FullPath);
        Assert.Contains(
            "test@example.com",
            bed.Cake.HelmPluginVerify(archive, bed.With(new HelmPluginVerifySettings { Keyring = open })),
            StringComparison.Ordinal);
        await File.AppendAllTextAsync(archive.FullPath, "x", Token);
        Assert.Throws<HelmFailedException>(() => bed.Cake.HelmPluginVerify(archive, bed.With(new HelmPluginVerifySettings { Keyring = open })));
    }

    [Fact]
    public void The_commands_of_helm_4_are_refused_by_helm_3_before_it_starts()
    {
        var runner = new RecordingProcessRunner();
        var context = new CakeSetup(_ => runner).Context;

        Assert.Throws<HelmSettingsException>(() => context.HelmPluginPackage("hello", new HelmPluginPackageSettings { HelmVersion = Helms.V3 }));
        Assert.Throws<HelmSettingsException>(() => context.HelmPluginVerify("hello.tgz", new HelmPluginVerifySettings { HelmVersion = Helms.V3 }));
        Assert.Empty(runner.Started);
    }

    private static string Manifest(string version) => $"name: hello\nversion: {version}\ndescription: Says hello\ncommand: /bin/true\n";
}
