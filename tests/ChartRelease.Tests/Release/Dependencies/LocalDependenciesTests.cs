using ChartRelease.Charts;
using ChartRelease.Release.Dependencies;
using ChartRelease.Tests.Release.Support;

namespace ChartRelease.Tests.Release.Dependencies;

public sealed class LocalDependenciesTests
{
    [Theory]
    [InlineData("helm/app", "file://../leaf", "helm/leaf")]
    [InlineData("helm/app", "file://../../libs/leaf/", "libs/leaf")]
    [InlineData("helm/app", "file://./sub", "helm/app/sub")]
    [InlineData("", "file://sub/leaf", "sub/leaf")]
    public void A_path_is_taken_from_the_chart(string path, string repository, string expected) => Assert.Equal(expected, Folder(path, repository));

    [Theory]
    [InlineData("https://example.com/charts")]
    [InlineData("oci://example.com/charts")]
    [InlineData("@alias")]
    [InlineData("")]
    [InlineData(null)]
    public void Others_are_elsewhere(string? repository) =>
        Assert.False(LocalDependencies.Is(new ChartDependency { Name = "leaf", Repository = repository }));

    [Theory]
    [InlineData("helm/app", "file://../../../etc")]
    [InlineData("", "file://../leaf")]
    [InlineData("helm/app", "file:///etc")]
    public void A_path_out_of_the_repository_is_refused(string path, string repository) =>
        ReleaseAssert.Fails(FailureReason.InvalidChart, () => Folder(path, repository));

    private static string Folder(string path, string repository) => LocalDependencies.FolderOf(
        Packages.Create().Chart with { Path = path }, new ChartDependency { Name = "leaf", Version = "1.0.0", Repository = repository });
}
