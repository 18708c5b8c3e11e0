using ChartRelease.Charts;
using ChartRelease.Testing;

namespace ChartRelease.Tests.Charts;

public sealed class WorkTreeChartSourceTests
{
    [Theory]
    [InlineData("helm/*")]
    [InlineData("**")]
    [InlineData("helm/a,charts/c")]
    public void Charts_are_found_on_disk(string globs)
    {
        using var folder = new TemporaryFolder();
        foreach (var chart in new[] { "helm/a", "helm/b", "charts/c", "helm/a/charts/sub" })
        {
            folder.Write($"{chart}/Chart.yaml", "");
        }

        string[] tree = ["helm/a/Chart.yaml", "helm/b/Chart.yaml", "charts/c/Chart.yaml", "helm/a/charts/sub/Chart.yaml"];
        Assert.Equal(ChartFinder.Find(tree, globs.Split(',')), ChartFinder.Find(new WorkTreeChartSource(folder.Path).FindChartFiles(globs.Split(',')), globs.Split(',')));
    }

    [Fact]
    public void Links_inside_the_repository_are_followed()
    {
        using var folder = new TemporaryFolder();
        folder.Write("shared/LICENSE", "text");
        folder.Write("charts/demo/Chart.yaml", MemoryChartSource.ChartYaml);
        File.CreateSymbolicLink(folder.Combine("charts/demo/LICENSE"), "../../shared/LICENSE");
        Directory.CreateSymbolicLink(folder.Combine("charts/demo/files"), "../../shared");

        var source = new WorkTreeChartSource(folder.Path);
        var files = source.List("charts/demo").OrderBy(file => file.Path, StringComparer.Ordinal).ToList();
        Assert.Equal(["Chart.yaml", "LICENSE", "files/LICENSE"], files.Select(file => file.Path));
        using var reader = new StreamReader(source.Open(files[2]));
        Assert.Equal(("text", 4), (reader.ReadToEnd(), files[2].Size));
    }

    [Theory]
    [InlineData("/etc/hostname")]
    [InlineData("../../../outside")]
    [InlineData("nothing")]
    [InlineData(".")]
    [InlineData("../../leaving")]
    public void A_link_that_leads_elsewhere_is_refused(string target)
    {
        using var outside = new TemporaryFolder();
        outside.Write("outside", "secret");
        using var folder = new TemporaryFolder();
        folder.Write("repository/charts/demo/Chart.yaml", MemoryChartSource.ChartYaml);
        folder.Write("outside", "secret");
        File.CreateSymbolicLink(folder.Combine("repository/leaving"), outside.Combine("outside"));
        File.CreateSymbolicLink(folder.Combine("repository/charts/demo/link"), target);

        var source = new WorkTreeChartSource(folder.Combine("repository"));
        Assert.Equal(FailureReason.InvalidChart, Assert.Throws<ChartReleaseException>(() => source.List("charts/demo")).Reason);
    }

    [Fact]
    public void A_folder_that_is_not_there_has_no_files()
    {
        using var folder = new TemporaryFolder();
        Assert.Equal(FailureReason.ChartNotFound, Assert.Throws<ChartReleaseException>(() => ChartReader.Read(new WorkTreeChartSource(folder.Path), "charts/demo")).Reason);
    }
}
