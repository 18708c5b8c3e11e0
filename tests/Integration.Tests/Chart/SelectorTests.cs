using k8s.Models;

namespace ChartRelease.Integration.AgentapiProxy;

public sealed class SelectorTests
{
    [Theory]
    [MemberData(nameof(ValueSets.WithEachHelm), MemberType = typeof(ValueSets))]
    public async Task The_service_and_the_deployment_select_the_proxys_pods(string helm, string values)
    {
        var rendered = await HelmCli.RenderAsync(helm, values);

        Assert.True(Selects(rendered.Service.Spec.Selector, rendered.Pod.Metadata.Labels));
        Assert.True(Selects(rendered.Deployment.Spec.Selector.MatchLabels, rendered.Pod.Metadata.Labels));
    }

    [Theory]
    [MemberData(nameof(ValueSets.WithEachHelm), MemberType = typeof(ValueSets))]
    public async Task The_service_selects_no_other_pod(string helm, string values)
    {
        var rendered = await HelmCli.RenderAsync(helm, values);

        Assert.False(Selects(rendered.Service.Spec.Selector, rendered.Only<V1Pod>().Metadata.Labels));
    }

    [Theory]
    [MemberData(nameof(ValueSets.WithEachHelm), MemberType = typeof(ValueSets))]
    public async Task Ports_that_are_named_exist(string helm, string values)
    {
        var rendered = await HelmCli.RenderAsync(helm, values);
        var containerPorts = rendered.Container.Ports.Select(port => port.Name).ToList();

        Assert.Contains(Assert.Single(rendered.Service.Spec.Ports).TargetPort.Value, containerPorts);
        foreach (var probe in new[] { rendered.Container.LivenessProbe, rendered.Container.ReadinessProbe }.OfType<V1Probe>())
        {
            Assert.Equal("/health", probe.HttpGet.Path);
            Assert.Contains(probe.HttpGet.Port.Value, containerPorts);
        }
    }

    [Theory]
    [MemberData(nameof(ValueSets.WithEachHelm), MemberType = typeof(ValueSets))]
    public async Task The_connection_test_calls_the_service(string helm, string values)
    {
        var rendered = await HelmCli.RenderAsync(helm, values);
        var test = rendered.Only<V1Pod>();
        var service = rendered.Service;

        Assert.Equal("test", test.Metadata.Annotations["helm.sh/hook"]);
        Assert.Equal("Never", test.Spec.RestartPolicy);
        Assert.Equal($"http://{service.Metadata.Name}:{service.Spec.Ports[0].Port}/health", test.Spec.Containers[0].Args[^1]);
    }

    [Fact]
    public async Task A_label_of_the_user_cannot_take_the_pods_out_of_the_service()
    {
        var rendered = await HelmCli.RenderAsync("4.1.4", ValueSets.Default, "--set", "podLabels.app\\.kubernetes\\.io/component=mine,podLabels.team=agents");

        Assert.Equal("agents", rendered.Pod.Metadata.Labels["team"]);
        Assert.True(Selects(rendered.Service.Spec.Selector, rendered.Pod.Metadata.Labels));
    }

    private static bool Selects(IDictionary<string, string> selector, IDictionary<string, string> labels) =>
        selector.Count > 0 && selector.All(label => labels.TryGetValue(label.Key, out var value) && value == label.Value);
}
