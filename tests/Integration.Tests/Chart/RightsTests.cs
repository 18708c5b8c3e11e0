using k8s.Models;

namespace ChartRelease.Integration.AgentapiProxy;

public sealed class RightsTests
{
    [Theory]
    [MemberData(nameof(ValueSets.WithEachHelm), MemberType = typeof(ValueSets))]
    public async Task Each_binding_joins_a_role_and_an_account_of_the_render(string helm, string values)
    {
        var rendered = await HelmCli.RenderAsync(helm, values);
        var bindings = rendered.All<V1RoleBinding>();

        Assert.Equal(values == ValueSets.Bare ? 0 : 2, bindings.Count);
        Assert.Equal(bindings.Count, rendered.All<V1Role>().Count);
        Assert.All(bindings, binding =>
        {
            rendered.Named<V1Role>(binding.RoleRef.Name);
            var subject = Assert.Single(binding.Subjects);
            Assert.Equal(V1ServiceAccount.KubeKind, subject.Kind);
            var account = rendered.Named<V1ServiceAccount>(subject.Name);
            Assert.Equal(subject.NamespaceProperty, account.Metadata.NamespaceProperty);
        });
    }

    [Theory]
    [MemberData(nameof(ValueSets.WithEachHelm), MemberType = typeof(ValueSets))]
    public async Task The_proxy_may_start_session_pods_and_runs_as_the_account_that_may(string helm, string values)
    {
        var rendered = await HelmCli.RenderAsync(helm, values);
        if (values == ValueSets.Bare)
        {
            Assert.Equal("existing", rendered.Pod.Spec.ServiceAccountName);
            return;
        }

        var account = rendered.Pod.Spec.ServiceAccountName;
        var binding = Assert.Single(rendered.All<V1RoleBinding>(), candidate => candidate.Subjects[0].Name == account);
        var rules = rendered.Named<V1Role>(binding.RoleRef.Name).Rules;

        Assert.True(rendered.Pod.Spec.AutomountServiceAccountToken);
        Assert.All(
            [("apps", "deployments"), ("", "pods"), ("", "services"), ("", "persistentvolumeclaims"), ("", "secrets")],
            wanted => Assert.True(Allows(rules, wanted.Item1, wanted.Item2, "create"), wanted.ToString()));
        Assert.True(Allows(rules, "coordination.k8s.io", "leases", "update"));
    }

    [Theory]
    [MemberData(nameof(ValueSets.WithEachHelm), MemberType = typeof(ValueSets))]
    public async Task Session_pods_run_as_the_account_that_the_proxy_is_told(string helm, string values)
    {
        var rendered = await HelmCli.RenderAsync(helm, values);
        var told = ProxySettings.Of(rendered).Session("service_account");

        Assert.Equal(values == ValueSets.Bare ? "existing-session" : "agentapi-proxy-session", told);
        if (values != ValueSets.Bare)
        {
            Assert.Single(rendered.All<V1RoleBinding>(), binding => binding.Subjects[0].Name == told);
        }
    }

    [Fact]
    public async Task A_session_pod_cannot_read_secrets_or_start_pods()
    {
        var rendered = await HelmCli.RenderAsync("4.1.4", ValueSets.Default);
        var rules = rendered.Named<V1Role>("release-agentapi-proxy-session").Rules;

        Assert.True(Allows(rules, "", "pods", "list"));
        Assert.False(Allows(rules, "", "secrets", "get"));
        Assert.False(Allows(rules, "", "secrets", "list"));
        Assert.False(Allows(rules, "", "pods", "create"));
    }

    [Theory]
    [MemberData(nameof(ValueSets.WithEachHelm), MemberType = typeof(ValueSets))]
    public async Task No_right_is_a_wildcard_or_reaches_beyond_the_namespace(string helm, string values)
    {
        var rendered = await HelmCli.RenderAsync(helm, values);

        Assert.Empty(rendered.All<V1ClusterRole>());
        Assert.All(rendered.All<V1Role>().SelectMany(role => role.Rules), rule =>
        {
            Assert.DoesNotContain("*", rule.ApiGroups);
            Assert.DoesNotContain("*", rule.Resources);
            Assert.DoesNotContain("*", rule.Verbs);
        });
    }

    private static bool Allows(IEnumerable<V1PolicyRule> rules, string group, string resource, string verb) =>
        rules.Any(rule => rule.ApiGroups.Contains(group) && rule.Resources.Contains(resource) && rule.Verbs.Contains(verb));
}
