using k8s.Models;

namespace ChartRelease.Integration.AgentapiProxy;

public sealed class ImageTests
{
    private const string Repository = "ghcr.io/takutakahashi/agentapi-proxy";

    public static TheoryData<string> Helm { get; } = [.. HelmCli.Versions];

    [Theory]
    [MemberData(nameof(Helm))]
    public async Task The_tag_is_the_app_version_as_it_is(string helm)
    {
        var rendered = await HelmCli.RenderAsync(helm, ValueSets.Default);
        var image = $"{Repository}:{ChartFolder.Metadata("appVersion")}";

        Assert.Equal(image, rendered.Container.Image);
        Assert.Equal(image, rendered.Only<V1Pod>().Spec.Containers[0].Image);
        Assert.Equal(image, ProxySettings.Of(rendered).Session("image"));
    }

    [Theory]
    [MemberData(nameof(Helm))]
    public async Task A_tag_that_is_set_wins_for_the_proxy_and_its_sessions(string helm)
    {
        var rendered = await HelmCli.RenderAsync(helm, ValueSets.Default, "--set", "image.tag=v2.0.0-rc.1");

        Assert.Equal($"{Repository}:v2.0.0-rc.1", rendered.Container.Image);
        Assert.Equal($"{Repository}:v2.0.0-rc.1", ProxySettings.Of(rendered).Session("image"));
    }

    [Theory]
    [MemberData(nameof(Helm))]
    public async Task Sessions_can_have_an_image_of_their_own(string helm)
    {
        var rendered = await HelmCli.RenderAsync(helm, ValueSets.Everything);

        Assert.Equal("registry.example.com:5000/mirror/agentapi-proxy:v1.174.0", rendered.Container.Image);
        Assert.Equal("registry.example.com:5000/mirror/session:v1", ProxySettings.Of(rendered).Session("image"));
    }

    // The images carry the name of the Git tag, which starts with "v". Unquoted, a version such as 1.10 is a number.
    [Fact]
    public void The_app_version_is_quoted_and_keeps_its_v() =>
        Assert.Matches("(?m)^appVersion: \"v[0-9]+\\.[0-9]+\\.[0-9]+\"$", ChartFolder.Read("Chart.yaml"));
}
