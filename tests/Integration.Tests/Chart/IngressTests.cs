using k8s.Models;

namespace ChartRelease.Integration.AgentapiProxy;

public sealed class IngressTests
{
    public static TheoryData<string> Helm { get; } = [.. HelmCli.Versions];

    [Theory]
    [MemberData(nameof(Helm))]
    public async Task One_host_on_the_command_line_is_enough(string helm)
    {
        var rendered = await HelmCli.RenderAsync(
            helm,
            ValueSets.Default,
            "--set",
            "ingress.enabled=true",
            "--set",
            "ingress.hosts[0].host=agentapi.example.com");

        var ingress = rendered.Only<V1Ingress>();
        var rule = Assert.Single(ingress.Spec.Rules);
        Assert.Equal("agentapi.example.com", rule.Host);
        var path = Assert.Single(rule.Http.Paths);
        Assert.Equal("/", path.Path);
        Assert.Equal("Prefix", path.PathType);
        Assert.Empty(ingress.Spec.Tls ?? []);
        Assert.Null(ingress.Spec.IngressClassName);
        AssertReaches(rendered, path.Backend);
    }

    [Theory]
    [MemberData(nameof(Helm))]
    public async Task Paths_classes_and_certificates_are_passed_on(string helm)
    {
        var rendered = await HelmCli.RenderAsync(helm, ValueSets.Everything);
        var spec = rendered.Only<V1Ingress>().Spec;

        Assert.Equal("nginx", spec.IngressClassName);
        Assert.Equal(["agentapi.example.com", "*.agentapi.example.com"], spec.Rules.Select(rule => rule.Host));
        Assert.Equal(
            [("/", "Prefix"), ("/api", "Exact"), ("/other", "Prefix")],
            spec.Rules.SelectMany(rule => rule.Http.Paths).Select(path => (path.Path, path.PathType)));
        Assert.All(spec.Rules.SelectMany(rule => rule.Http.Paths), path => AssertReaches(rendered, path.Backend));
        Assert.Equal(["agentapi-tls", "one-host-tls"], spec.Tls.Select(tls => tls.SecretName));
        Assert.Equal(["agentapi.example.com", "*.agentapi.example.com"], spec.Tls[0].Hosts);
        Assert.Equal(["agentapi.example.com"], spec.Tls[1].Hosts);
    }

    [Theory]
    [MemberData(nameof(Helm))]
    public async Task An_ingress_without_a_host_is_refused(string helm)
    {
        var message = await HelmCli.RefusedAsync(helm, "--set", "ingress.enabled=true");

        Assert.Contains("ingress.hosts", message, StringComparison.Ordinal);
    }

    private static void AssertReaches(Rendered rendered, V1IngressBackend backend)
    {
        var service = rendered.Named<V1Service>(backend.Service.Name);
        Assert.Single(service.Spec.Ports, port => port.Name == backend.Service.Port.Name);
    }
}
