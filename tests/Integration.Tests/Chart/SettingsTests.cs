namespace ChartRelease.Integration.AgentapiProxy;

public sealed class SettingsTests
{
    public static TheoryData<string> Helm { get; } = [.. HelmCli.Versions];

    [Theory]
    [MemberData(nameof(Helm))]
    public async Task The_proxy_reads_the_files_that_are_mounted(string helm)
    {
        var rendered = await HelmCli.RenderAsync(helm, ValueSets.Default);
        var mount = Assert.Single(rendered.Container.VolumeMounts, mount => mount.Name == "config");

        Assert.Contains($"--config={mount.MountPath}/config.yaml", rendered.Container.Args);
        Assert.Equal($"{mount.MountPath}/session.yaml", ProxySettings.Of(rendered).Session("config_file"));
        Assert.Contains($"--port={rendered.Container.Ports[0].ContainerPort}", rendered.Container.Args);
    }

    [Theory]
    [MemberData(nameof(Helm))]
    public async Task Session_values_are_written_in_the_proxys_words(string helm)
    {
        var settings = ProxySettings.Of(await HelmCli.RenderAsync(helm, ValueSets.Everything));

        Assert.Equal("agents", settings.Session("namespace"));
        Assert.Equal("1", settings.Session("cpu_request"));
        Assert.Equal("1.5", settings.Session("cpu_limit"));
        Assert.Equal("fast", settings.Session("pvc_storage_class"));
        Assert.Equal("Sessions", settings.Value("session.yaml", "kubernetes_session", "node_selector", "example.com/Pool").ToString());
        Assert.Equal("300", settings.Value("session.yaml", "kubernetes_session", "tolerations")[1]["toleration_seconds"].ToString());
    }

    [Theory]
    [MemberData(nameof(Helm))]
    public async Task Config_wins_over_session_and_keeps_the_rest(string helm)
    {
        var settings = ProxySettings.Of(await HelmCli.RenderAsync(helm, ValueSets.Everything));

        Assert.Equal("240", settings.Session("pod_start_timeout"));
        Assert.Equal("30", settings.Session("pod_stop_timeout"));
        Assert.Equal("true", settings.Value("config.yaml", "auth", "static", "enabled").ToString());
    }

    [Theory]
    [MemberData(nameof(Helm))]
    public async Task A_change_of_the_settings_restarts_the_pods(string helm)
    {
        var before = await HelmCli.RenderAsync(helm, ValueSets.Default);
        var after = await HelmCli.RenderAsync(helm, ValueSets.Default, "--set", "config.auth.static.enabled=true");

        Assert.NotEqual(before.Pod.Metadata.Annotations["checksum/config"], after.Pod.Metadata.Annotations["checksum/config"]);
    }

    [Theory]
    [MemberData(nameof(Helm))]
    public async Task No_setting_of_the_proxy_comes_from_the_names_of_services(string helm)
    {
        var rendered = await HelmCli.RenderAsync(helm, ValueSets.Default);

        Assert.False(rendered.Pod.Spec.EnableServiceLinks);
    }
}
