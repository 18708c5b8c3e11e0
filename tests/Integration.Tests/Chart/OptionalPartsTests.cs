using k8s.Models;

namespace ChartRelease.Integration.AgentapiProxy;

public sealed class OptionalPartsTests
{
    public static TheoryData<string> Helm { get; } = [.. HelmCli.Versions];

    [Theory]
    [MemberData(nameof(Helm))]
    public async Task By_default_there_is_no_claim_no_scaler_and_no_ingress(string helm)
    {
        var rendered = await HelmCli.RenderAsync(helm, ValueSets.Default);

        Assert.Empty(rendered.All<V1PersistentVolumeClaim>());
        Assert.Empty(rendered.All<V2HorizontalPodAutoscaler>());
        Assert.Empty(rendered.All<V1Ingress>());
        Assert.Equal(1, rendered.Deployment.Spec.Replicas);
        Assert.NotNull(Assert.Single(rendered.Pod.Spec.Volumes, volume => volume.Name == "home").EmptyDir);
    }

    [Theory]
    [MemberData(nameof(Helm))]
    public async Task A_claim_is_made_and_mounted_as_home(string helm)
    {
        var rendered = await HelmCli.RenderAsync(helm, ValueSets.Persistent);
        var claim = rendered.Only<V1PersistentVolumeClaim>();

        Assert.Equal(["ReadWriteOnce"], claim.Spec.AccessModes);
        Assert.Equal("1Gi", claim.Spec.Resources.Requests["storage"].ToString());
        Assert.Equal(claim.Metadata.Name, Home(rendered).ClaimName);
        // With RollingUpdate the new pod would wait for ever for the volume that the old one holds.
        Assert.Equal("Recreate", rendered.Deployment.Spec.Strategy.Type);
    }

    [Theory]
    [MemberData(nameof(Helm))]
    public async Task A_claim_that_exists_is_used_and_none_is_made(string helm)
    {
        var rendered = await HelmCli.RenderAsync(helm, ValueSets.Persistent, "--set", "persistence.existingClaim=mine");

        Assert.Empty(rendered.All<V1PersistentVolumeClaim>());
        Assert.Equal("mine", Home(rendered).ClaimName);
    }

    [Theory]
    [MemberData(nameof(Helm))]
    public async Task A_scaler_takes_the_number_of_pods_over(string helm)
    {
        var rendered = await HelmCli.RenderAsync(helm, ValueSets.Everything);
        var scaler = rendered.Only<V2HorizontalPodAutoscaler>().Spec;

        Assert.Null(rendered.Deployment.Spec.Replicas);
        Assert.Equal("apps/v1", scaler.ScaleTargetRef.ApiVersion);
        Assert.Equal((2, 5), (scaler.MinReplicas, scaler.MaxReplicas));
        Assert.Equal(
            [("cpu", (int?)80), ("memory", 90)],
            scaler.Metrics.Select(metric => (metric.Resource.Name, metric.Resource.Target.AverageUtilization)));
    }

    [Theory]
    [InlineData("persistence.enabled=true,replicaCount=2", "ReadWriteMany")]
    [InlineData("persistence.enabled=true,autoscaling.enabled=true", "ReadWriteMany")]
    [InlineData("autoscaling.enabled=true,autoscaling.targetCPUUtilizationPercentage=0", "targetCPUUtilizationPercentage")]
    [InlineData("autoscaling.enabled=true,autoscaling.minReplicas=4", "autoscaling.maxReplicas")]
    public async Task A_combination_that_would_hang_is_refused(string values, string named)
    {
        foreach (var helm in HelmCli.Versions)
        {
            Assert.Contains(named, await HelmCli.RefusedAsync(helm, "--set", values), StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Helm))]
    public async Task Probes_and_resources_can_be_taken_out(string helm)
    {
        var rendered = await HelmCli.RenderAsync(helm, ValueSets.Bare);

        Assert.Null(rendered.Container.LivenessProbe);
        Assert.Null(rendered.Container.ReadinessProbe);
        Assert.Null(rendered.Container.Resources);
        Assert.Empty(rendered.All<V1ServiceAccount>());
    }

    private static V1PersistentVolumeClaimVolumeSource Home(Rendered rendered) =>
        Assert.Single(rendered.Pod.Spec.Volumes, volume => volume.Name == "home").PersistentVolumeClaim;
}
