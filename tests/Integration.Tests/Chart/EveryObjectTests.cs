using System.Text.RegularExpressions;
using k8s.Models;

namespace ChartRelease.Integration.AgentapiProxy;

public sealed partial class EveryObjectTests
{
    // What current Kubernetes serves. A kind moves here by hand, never because a render happened to contain it.
    private static readonly string[] CurrentApis =
    [
        "apps/v1 Deployment",
        "autoscaling/v2 HorizontalPodAutoscaler",
        "networking.k8s.io/v1 Ingress",
        "rbac.authorization.k8s.io/v1 Role",
        "rbac.authorization.k8s.io/v1 RoleBinding",
        "v1 ConfigMap",
        "v1 PersistentVolumeClaim",
        "v1 Pod",
        "v1 Service",
        "v1 ServiceAccount",
    ];

    [Theory]
    [MemberData(nameof(ValueSets.WithEachHelm), MemberType = typeof(ValueSets))]
    public async Task Is_of_a_current_api_and_has_no_unknown_field(string helm, string values)
    {
        var rendered = await HelmCli.RenderAsync(helm, values);

        Assert.Equal(SourceComment().Count(rendered.Yaml), rendered.Objects.Count);
        Assert.All(rendered.Objects, found => Assert.Contains($"{found.ApiVersion} {found.Kind}", CurrentApis));
    }

    [Theory]
    [MemberData(nameof(ValueSets.WithEachHelm), MemberType = typeof(ValueSets))]
    public async Task Has_a_valid_name_of_its_own_the_namespace_and_the_common_labels(string helm, string values)
    {
        var rendered = await HelmCli.RenderAsync(helm, values);

        Assert.All(rendered.Objects, found =>
        {
            Assert.Matches(DnsLabel(), found.Metadata.Name);
            Assert.Equal("agents", found.Metadata.NamespaceProperty);
            Assert.Equal("agentapi-proxy", found.Metadata.Labels["app.kubernetes.io/name"]);
            Assert.Equal("release", found.Metadata.Labels["app.kubernetes.io/instance"]);
            Assert.Equal("Helm", found.Metadata.Labels["app.kubernetes.io/managed-by"]);
            Assert.Equal($"agentapi-proxy-{ChartFolder.Metadata("version")}", found.Metadata.Labels["helm.sh/chart"]);
        });
        Assert.Distinct(rendered.Objects.Select(found => $"{found.Kind}/{found.Metadata.Name}"));
    }

    [Theory]
    [MemberData(nameof(ValueSets.WithEachHelm), MemberType = typeof(ValueSets))]
    public async Task Is_the_same_in_every_render(string helm, string values)
    {
        var first = await HelmCli.RenderAsync(helm, values);
        var second = await HelmCli.RenderAgainAsync(helm, values);
        var other = await HelmCli.RenderAsync(HelmCli.Versions.First(version => version != helm), values);

        Assert.Equal(first.Yaml, second.Yaml);
        Assert.Equal(first.Yaml, other.Yaml);
    }

    [Theory]
    [MemberData(nameof(ValueSets.WithEachHelm), MemberType = typeof(ValueSets))]
    public async Task Passes_lint_in_strict_mode(string helm, string values)
    {
        var result = await HelmCli.RunAsync(helm, ["lint", "--strict", ChartFolder.Path, .. ValueSets.Arguments(values)]);

        Assert.True(result.ExitCode == 0, result.Output + result.Error);
        Assert.DoesNotContain("[INFO]", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(ValueSets.WithEachHelm), MemberType = typeof(ValueSets))]
    public async Task Finds_what_it_names(string helm, string values)
    {
        var rendered = await HelmCli.RenderAsync(helm, values);
        var volumes = rendered.Pod.Spec.Volumes;

        var config = Assert.Single(volumes, volume => volume.ConfigMap is not null).ConfigMap.Name;
        Assert.Equal(["config.yaml", "session.yaml"], rendered.Named<V1ConfigMap>(config).Data.Keys.Order());
        Assert.All(
            volumes.Where(volume => volume.PersistentVolumeClaim is not null),
            volume => rendered.Named<V1PersistentVolumeClaim>(volume.PersistentVolumeClaim.ClaimName));
        Assert.All(rendered.Container.VolumeMounts, mount => Assert.Single(volumes, volume => volume.Name == mount.Name));
        Assert.All(
            rendered.All<V2HorizontalPodAutoscaler>(),
            scaler => rendered.Named<V1Deployment>(scaler.Spec.ScaleTargetRef.Name));
    }

    [GeneratedRegex("^# Source: ", RegexOptions.Multiline)]
    private static partial Regex SourceComment();

    [GeneratedRegex("^[a-z]([-a-z0-9]{0,61}[a-z0-9])?$")]
    private static partial Regex DnsLabel();
}
