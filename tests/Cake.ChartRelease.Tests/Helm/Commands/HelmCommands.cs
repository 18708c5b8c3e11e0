using Cake.ChartRelease.Helm;
using Cake.ChartRelease.Helm.Create;
using Cake.ChartRelease.Helm.Dependency;
using Cake.ChartRelease.Helm.Env;
using Cake.ChartRelease.Helm.Get;
using Cake.ChartRelease.Helm.History;
using Cake.ChartRelease.Helm.Install;
using Cake.ChartRelease.Helm.Lint;
using Cake.ChartRelease.Helm.List;
using Cake.ChartRelease.Helm.Package;
using Cake.ChartRelease.Helm.Plugin;
using Cake.ChartRelease.Helm.Pull;
using Cake.ChartRelease.Helm.Push;
using Cake.ChartRelease.Helm.Registry;
using Cake.ChartRelease.Helm.Repo;
using Cake.ChartRelease.Helm.Rollback;
using Cake.ChartRelease.Helm.Search;
using Cake.ChartRelease.Helm.Show;
using Cake.ChartRelease.Helm.Status;
using Cake.ChartRelease.Helm.Template;
using Cake.ChartRelease.Helm.Test;
using Cake.ChartRelease.Helm.Uninstall;
using Cake.ChartRelease.Helm.Upgrade;
using Cake.ChartRelease.Helm.Verify;
using Cake.ChartRelease.Helm.Version;
using Cake.ChartRelease.Tests.Infrastructure;
using Cake.Core;

namespace Cake.ChartRelease.Tests.Helm.Commands;

/// <summary>Every helm command there is. That it is every one is tested against the help of the real helms.</summary>
internal static class HelmCommands
{
    private static readonly string[] Helm4Only = [Helms.V4];

    public static IReadOnlyList<HelmCommand> All { get; } =
    [
        Of<HelmCreateSettings>("create", ["charts/app"], (cake, settings, it) => cake.HelmCreate(it[0], settings)),
        Of<HelmDependencyBuildSettings>("dependency build", ["charts/app"], (cake, settings, it) => cake.HelmDependencyBuild(it[0], settings)),
        Of<HelmDependencyListSettings>("dependency list", ["charts/app"], (cake, settings, it) => cake.HelmDependencyList(it[0], settings)),
        Of<HelmDependencyUpdateSettings>("dependency update", ["charts/app"], (cake, settings, it) => cake.HelmDependencyUpdate(it[0], settings)),
        Of<HelmEnvSettings>("env", ["HELM_BIN"], (cake, settings, it) => cake.HelmEnv(it[0], settings)),
        Of<HelmGetAllSettings>("get all", ["demo"], (cake, settings, it) => cake.HelmGetAll(it[0], settings)),
        Of<HelmGetSettings>("get hooks", ["demo"], (cake, settings, it) => cake.HelmGetHooks(it[0], settings)),
        Of<HelmGetSettings>("get manifest", ["demo"], (cake, settings, it) => cake.HelmGetManifest(it[0], settings)),
        Of<HelmGetMetadataSettings>("get metadata", ["demo"], (cake, settings, it) => cake.HelmGetMetadataText(it[0], settings)),
        Of<HelmGetSettings>("get notes", ["demo"], (cake, settings, it) => cake.HelmGetNotes(it[0], settings)),
        Of<HelmGetValuesSettings>("get values", ["demo"], (cake, settings, it) => cake.HelmGetValuesText(it[0], settings)),
        Of<HelmHistorySettings>("history", ["demo"], (cake, settings, it) => cake.HelmHistoryText(it[0], settings)),
        Of<HelmInstallSettings>("install", ["demo", "charts/app"], (cake, settings, it) => cake.HelmInstallText(it[0], it[1], settings)),
        Of<HelmLintSettings>("lint", ["charts/app"], (cake, settings, it) => cake.HelmLint(it[0], settings))
            with { Output = "1 chart(s) linted, 0 chart(s) failed" },
        Of<HelmListSettings>("list", [], (cake, settings, _) => cake.HelmListText(settings)),
        Of<HelmPackageSettings>("package", ["charts/app"], (cake, settings, it) => cake.HelmPackage(it[0], settings))
            with { Output = "Successfully packaged chart and saved it to: /out/app-1.2.3.tgz" },
        Of<HelmPluginInstallSettings>("plugin install", ["plugins/hello"], (cake, settings, it) => cake.HelmPluginInstall(it[0], settings)),
        Of<HelmPluginListSettings>("plugin list", [], (cake, settings, _) => cake.HelmPluginList(settings)) with { Output = "NAME\tVERSION" },
        Of<HelmPluginPackageSettings>("plugin package", ["plugins/hello"], (cake, settings, it) => cake.HelmPluginPackage(it[0], settings))
            with { Lines = Helm4Only, Output = "Successfully packaged plugin and saved it to: /out/hello-1.2.3.tgz" },
        Of<HelmPluginUninstallSettings>("plugin uninstall", ["hello"], (cake, settings, it) => cake.HelmPluginUninstall(it[0], settings)),
        Of<HelmPluginUpdateSettings>("plugin update", ["hello"], (cake, settings, it) => cake.HelmPluginUpdate(it[0], settings)),
        Of<HelmPluginVerifySettings>("plugin verify", ["hello-1.2.3.tgz"], (cake, settings, it) => cake.HelmPluginVerify(it[0], settings))
            with { Lines = Helm4Only },
        Of<HelmPullSettings>("pull", ["oci://host/charts/app"], (cake, settings, it) => cake.HelmPull(it[0], settings)),
        Of<HelmPushSettings>("push", ["app.tgz", "oci://host/charts"], (cake, settings, it) => cake.HelmPush(it[0], it[1], settings))
            with { Output = "Pushed: host/charts/app:1.2.3\nDigest: sha256:00" },
        Of<HelmRegistryLoginSettings>("registry login", ["host"], (cake, settings, it) => cake.HelmRegistryLogin(it[0], settings)),
        Of<HelmRegistryLogoutSettings>("registry logout", ["host"], (cake, settings, it) => cake.HelmRegistryLogout(it[0], settings)),
        Of<HelmRepoAddSettings>("repo add", ["local", "http://host"], (cake, settings, it) => cake.HelmRepoAdd(it[0], it[1], settings)),
        Of<HelmRepoIndexSettings>("repo index", ["archives"], (cake, settings, it) => cake.HelmRepoIndex(it[0], settings)),
        Of<HelmRepoListSettings>("repo list", [], (cake, settings, _) => cake.HelmRepoListText(settings)),
        Of<HelmRepoRemoveSettings>("repo remove", ["local"], (cake, settings, it) => cake.HelmRepoRemove(it[0], settings)),
        Of<HelmRepoUpdateSettings>("repo update", ["local", "other"], (cake, settings, it) => cake.HelmRepoUpdate(it, settings)),
        Of<HelmRollbackSettings>("rollback", ["demo"], (cake, settings, it) => cake.HelmRollback(it[0], settings)),
        Of<HelmSearchHubSettings>("search hub", ["word"], (cake, settings, it) => cake.HelmSearchHubText(it[0], settings)),
        Of<HelmSearchRepoSettings>("search repo", ["word"], (cake, settings, it) => cake.HelmSearchRepoText(it[0], settings)),
        Of<HelmShowSettings>("show all", ["charts/app"], (cake, settings, it) => cake.HelmShowAll(it[0], settings)),
        Of<HelmShowSettings>("show chart", ["charts/app"], (cake, settings, it) => cake.HelmShowChart(it[0], settings)),
        Of<HelmShowSettings>("show crds", ["charts/app"], (cake, settings, it) => cake.HelmShowCrds(it[0], settings)),
        Of<HelmShowSettings>("show readme", ["charts/app"], (cake, settings, it) => cake.HelmShowReadme(it[0], settings)),
        Of<HelmShowValuesSettings>("show values", ["charts/app"], (cake, settings, it) => cake.HelmShowValues(it[0], settings)),
        Of<HelmStatusSettings>("status", ["demo"], (cake, settings, it) => cake.HelmStatusText(it[0], settings)),
        Of<HelmTemplateSettings>("template", ["charts/app"], (cake, settings, it) => cake.HelmTemplate(it[0], settings)),
        Of<HelmTestSettings>("test", ["demo"], (cake, settings, it) => cake.HelmTest(it[0], settings)),
        Of<HelmUninstallSettings>("uninstall", ["demo", "other"], (cake, settings, it) => cake.HelmUninstall(it, settings)),
        Of<HelmUpgradeSettings>("upgrade", ["demo", "charts/app"], (cake, settings, it) => cake.HelmUpgradeText(it[0], it[1], settings)),
        Of<HelmVerifySettings>("verify", ["app.tgz"], (cake, settings, it) => cake.HelmVerify(it[0], settings)),
        Of<HelmVersionSettings>("version", [], (cake, settings, _) => cake.HelmVersionText(settings)),
    ];

    public static HelmCommand Named(string verb) => All.Single(command => command.Verb == verb);

    private static HelmCommand Of<TSettings>(
        string verb, IReadOnlyList<string> arguments, Action<ICakeContext, TSettings, IReadOnlyList<string>> run)
        where TSettings : HelmSettings, new() => HelmCommand.Of(verb, arguments, run);
}
