using ChartRelease.Charts;
using ChartRelease.Charts.Archive;
using ChartRelease.Testing;

namespace ChartRelease.Tests.Charts;

public sealed class HelmAcceptanceTests
{
    [Theory]
    [MemberData(nameof(HelmShim.Versions), MemberType = typeof(HelmShim))]
    public async Task The_real_helm_shows_lints_templates_and_unpacks_the_archive(string helm)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        using var folder = new TemporaryFolder();
        await HelmShim.RunAsync(helm, folder.Path, "create", "sub");
        await HelmShim.RunAsync(helm, folder.Path, "package", "sub");
        await HelmShim.RunAsync(helm, folder.Path, "create", "demo");
        File.Move(folder.Combine("sub-0.1.0.tgz"), folder.Combine("demo/sub-0.1.0.tgz"));
        Directory.CreateDirectory(folder.Combine("demo/charts"));
        File.Move(folder.Combine("demo/sub-0.1.0.tgz"), folder.Combine("demo/charts/sub-0.1.0.tgz"));
        await File.AppendAllTextAsync(folder.Combine("demo/Chart.yaml"), "\ndependencies:\n  - name: sub\n    version: 0.1.0\n    repository: oci://example.com/charts\n", cancellationToken);
        folder.Write($"demo/files/{new string('l', 90)}/{new string('o', 90)}/ü.txt", "long");

        var archive = folder.Combine("demo.tgz");
        await using (var stream = File.Create(archive))
        {
            ChartArchiveWriter.Write(ChartReader.Read(new WorkTreeChartSource(folder.Path), "demo"), stream, cancellationToken);
        }

        Assert.Contains("name: demo", await HelmShim.RunAsync(helm, folder.Path, "show", "chart", archive), StringComparison.Ordinal);
        Assert.Contains("0 chart(s) failed", await HelmShim.RunAsync(helm, folder.Path, "lint", "--strict", archive), StringComparison.Ordinal);
        var manifests = await HelmShim.RunAsync(helm, folder.Path, "template", "demo", archive);
        Assert.Contains("# Source: demo/templates/deployment.yaml", manifests, StringComparison.Ordinal);
        Assert.Contains("# Source: demo/charts/sub/templates/deployment.yaml", manifests, StringComparison.Ordinal);
        Assert.Equal(await HelmShim.RunAsync(helm, folder.Path, "template", "demo", "demo"), manifests);
    }
}
