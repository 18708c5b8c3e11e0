namespace ChartRelease.Tests.Release.Settings;

/// <summary>One password belongs to one registry.</summary>
public class CredentialScopeTests
{
    [Fact]
    public void A_password_for_two_registry_hosts_is_refused()
    {
        var failure = new SettingsRun()
            .Argument("registry", "oci://one.example/charts", "oci://two.example/charts")
            .Variable("CHART_RELEASE_PASSWORD", "hunter2-hunter2")
            .Fails();

        Assert.Contains("one.example, two.example", failure.Found, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_password_for_one_host_with_two_paths_and_a_layout_is_fine()
    {
        var options = new SettingsRun()
            .Argument("registry", "oci://one.example/a", "oci://one.example/b", "oci-layout:out")
            .Variable("CHART_RELEASE_PASSWORD", "hunter2-hunter2")
            .Resolve();

        Assert.Equal(3, options.Registries.Count);
    }
}
