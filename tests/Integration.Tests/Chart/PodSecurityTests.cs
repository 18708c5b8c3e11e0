using k8s.Models;

namespace ChartRelease.Integration.AgentapiProxy;

/// <summary>The restricted profile: https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted</summary>
public sealed class PodSecurityTests
{
    [Theory]
    [MemberData(nameof(ValueSets.WithEachHelm), MemberType = typeof(ValueSets))]
    public async Task Every_pod_fits_the_restricted_profile(string helm, string values)
    {
        var rendered = await HelmCli.RenderAsync(helm, values);

        Assert.All([rendered.Pod.Spec, rendered.Only<V1Pod>().Spec], pod =>
        {
            Assert.True(pod.SecurityContext.RunAsNonRoot);
            // The image names its user, and the kubelet cannot tell whether a name is root.
            Assert.True(pod.SecurityContext.RunAsUser > 0);
            Assert.Equal("RuntimeDefault", pod.SecurityContext.SeccompProfile.Type);
            Assert.All(pod.Containers, container =>
            {
                Assert.False(container.SecurityContext.AllowPrivilegeEscalation);
                Assert.True(container.SecurityContext.ReadOnlyRootFilesystem);
                Assert.Equal(["ALL"], container.SecurityContext.Capabilities.Drop);
            });
        });
    }

    [Theory]
    [MemberData(nameof(ValueSets.WithEachHelm), MemberType = typeof(ValueSets))]
    public async Task What_the_proxy_writes_to_is_a_volume(string helm, string values)
    {
        var rendered = await HelmCli.RenderAsync(helm, values);
        var writable = rendered.Container.VolumeMounts.Where(mount => mount.ReadOnlyProperty != true).Select(mount => mount.MountPath);

        Assert.Equal(["/home/agentapi", "/tmp"], writable.Order());
        Assert.Equal("/home/agentapi", rendered.Container.WorkingDir);
        Assert.Equal("/home/agentapi", Assert.Single(rendered.Container.Env, variable => variable.Name == "HOME").Value);
    }

    [Fact]
    public async Task The_connection_test_gets_no_token()
    {
        var rendered = await HelmCli.RenderAsync("4.1.4", ValueSets.Default);

        Assert.False(rendered.Only<V1Pod>().Spec.AutomountServiceAccountToken);
    }
}
