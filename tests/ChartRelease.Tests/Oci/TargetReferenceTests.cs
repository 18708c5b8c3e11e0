using ChartRelease.Oci;

namespace ChartRelease.Tests.Oci;

public sealed class TargetReferenceTests
{
    [Theory]
    [InlineData("oci://ghcr.io", "ghcr.io", "")]
    [InlineData("oci://ghcr.io/owner/charts", "ghcr.io", "owner/charts")]
    [InlineData("oci://ghcr.io/owner/charts/", "ghcr.io", "owner/charts")]
    [InlineData("oci://localhost:5000/a", "localhost:5000", "a")]
    [InlineData("oci://127.0.0.1:5000", "127.0.0.1:5000", "")]
    [InlineData("oci://[::1]:5000/charts", "[::1]:5000", "charts")]
    [InlineData("oci://[FE80::1]/charts", "[fe80::1]", "charts")]
    [InlineData("oci://Registry.Example.COM/a/b__c/d-e--f/g.h_i", "registry.example.com", "a/b__c/d-e--f/g.h_i")]
    public void A_registry_has_a_host_and_a_path(string value, string host, string path)
    {
        var reference = Assert.IsType<RegistryReference>(TargetReference.Parse(value));

        Assert.Equal((host, path, false), (reference.Host, reference.Path, reference.Lowered));
        Assert.Equal(reference, TargetReference.Parse(reference.Value));
        Assert.Equal(reference.Value, reference.ToString());
    }

    [Theory]
    [InlineData("oci://user:hunter2@ghcr.io/owner")]
    [InlineData("https://user:hunter2@ghcr.io/owner")]
    public void A_password_in_a_target_is_not_printed(string value)
    {
        var exception = Assert.Throws<ChartReleaseException>(() => TargetReference.Parse(value));

        Assert.Equal(FailureReason.InvalidReference, exception.Reason);
        Assert.DoesNotContain("hunter2", exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_uppercase_owner_is_lowered_and_said_to_be()
    {
        var reference = Assert.IsType<RegistryReference>(TargetReference.Parse("oci://ghcr.io/MyOrg/charts"));

        Assert.Equal("oci://ghcr.io/myorg/charts", reference.Value);
        Assert.True(reference.Lowered);
    }

    [Fact]
    public void Each_chart_is_a_repository_below_the_path()
    {
        Assert.Equal("owner/charts/app", new RegistryReference("ghcr.io", "owner/charts").RepositoryName("app"));
        Assert.Equal("app", new RegistryReference("localhost:5000", "").RepositoryName("app"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("ghcr.io/owner")]
    [InlineData("https://ghcr.io/owner")]
    [InlineData("OCI://ghcr.io/owner")]
    [InlineData("oci://")]
    [InlineData("oci:///charts")]
    [InlineData("oci://ghcr.io//charts")]
    [InlineData("oci://ghcr.io/a/../b")]
    [InlineData("oci://ghcr.io/./b")]
    [InlineData("oci://ghcr.io/owner/charts:1.0.0")]
    [InlineData("oci://ghcr.io/owner/charts@sha256:abc")]
    [InlineData("oci://ghcr.io/owner?x=y")]
    [InlineData("oci://ghcr.io/owner#x")]
    [InlineData("oci://user:password@ghcr.io/owner")]
    [InlineData("oci://ghcr.io/owner/a b")]
    [InlineData("oci://ghcr.io/-owner")]
    [InlineData("oci://ghcr.io/ow___ner")]
    [InlineData("oci://ghcr.io:/owner")]
    [InlineData("oci://ghcr.io:port/owner")]
    [InlineData("oci://ghcr.io:123456/owner")]
    [InlineData("oci://ghcr.io:99999/owner")]
    [InlineData("oci://ghcr.io:0/owner")]
    [InlineData("oci://ghcr..io/owner")]
    [InlineData("oci://[::::]/owner")]
    [InlineData("oci://::1/owner")]
    [InlineData("oci://-ghcr.io/owner")]
    [InlineData("oci://ghcr.io/owner\n")]
    [InlineData("oci-layout:")]
    [InlineData("oci-layout:///")]
    public void What_is_no_target_is_refused(string value) =>
        Assert.Equal(FailureReason.InvalidReference, Assert.Throws<ChartReleaseException>(() => TargetReference.Parse(value)).Reason);

    [Fact]
    public void The_two_beginnings_are_named()
    {
        var failure = Assert.Throws<ChartReleaseException>(() => TargetReference.Parse("https://example.com/charts")).Failure;

        Assert.Contains("neither with oci:// nor with oci-layout:", failure.Found, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("oci-layout:artifacts/registry", "artifacts/registry")]
    [InlineData("oci-layout:/var/lib/charts/", "/var/lib/charts")]
    [InlineData("oci-layout:../sibling", "../sibling")]
    [InlineData(@"oci-layout:C:\charts\", @"C:\charts")]
    [InlineData("oci-layout:Mixed/Case", "Mixed/Case")]
    public void A_layout_is_a_folder_as_written(string value, string folder) =>
        Assert.Equal(folder, Assert.IsType<LayoutReference>(TargetReference.Parse(value)).Folder);

    [Fact]
    public void The_default_is_a_layout_below_the_artifacts() =>
        Assert.IsType<LayoutReference>(TargetReference.Parse(TargetReference.Default));
}
