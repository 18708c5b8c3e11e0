using ChartRelease.Charts;
using ChartRelease.Charts.Archive;
using ChartRelease.Testing;

namespace ChartRelease.Tests.Charts;

public sealed class HelmAcceptanceTests
{
    [Theory]
    [InlineData(RealHelm.V3)]
    [InlineData(RealHelm.V4)]
    public async Task The_real_helm_shows_lints_templates_and_unpacks_the_archive(string helm)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        using var folder = new TemporaryFolder();
        await RealHelm.RunAsync(helm, folder, ["create", "sub"], cancellationToken);
        await RealHelm.RunAsync(helm, folder, ["package", "sub"], cancellationToken);
        await RealHelm.RunAsync(helm, folder, ["create", "demo"], cancellationToken);
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

        Assert.Contains("name: demo", await RealHelm.RunAsync(helm, folder, ["show", "chart", archive], cancellationToken), StringComparison.Ordinal);
        Assert.Contains("0 chart(s) failed", await RealHelm.RunAsync(helm, folder, ["lint", "--strict", archive], cancellationToken), StringComparison.Ordinal);
        var manifests = await RealHelm.RunAsync(helm, folder, ["template", "demo", archive], cancellationToken);
        Assert.Contains("# Source: demo/templates/deployment.yaml", manifests, StringComparison.Ordinal);
        Assert.Contains("# Source: demo/charts/sub/templates/deployment.yaml", manifests, StringComparison.Ordinal);
        Assert.Equal(await RealHelm.RunAsync(helm, folder, ["template", "demo", "demo"], cancellationToken), manifests);
    }
}
