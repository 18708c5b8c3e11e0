using ChartRelease.Release;
using ChartRelease.Testing;

namespace ChartRelease.Tests.Release;

public sealed class ArtifactsFolderTests
{
    [Fact]
    public void What_a_run_wrote_is_deleted_and_nothing_else()
    {
        using var folder = new TemporaryFolder();
        folder.Write("artifacts/charts/a-1.0.0.tgz", "");
        folder.Write("artifacts/registry/a/index.json", "");
        folder.Write("artifacts/release.json", "");
        folder.Write("artifacts/mine.txt", "");

        var deleted = ArtifactsFolder.Clean(folder.Combine("artifacts"));

        Assert.Equal(["charts", "registry", "release.json"], deleted.Select(Path.GetFileName));
        Assert.Equal([folder.Combine("artifacts/mine.txt")], Directory.EnumerateFileSystemEntries(folder.Combine("artifacts")));
    }

    [Fact]
    public void An_emptied_folder_goes_too()
    {
        using var folder = new TemporaryFolder();
        folder.Write("artifacts/release.json", "");

        ArtifactsFolder.Clean(folder.Combine("artifacts"));

        Assert.False(Directory.Exists(folder.Combine("artifacts")));
    }

    [Fact]
    public void A_folder_that_does_not_exist_is_clean()
    {
        using var folder = new TemporaryFolder();

        Assert.Empty(ArtifactsFolder.Clean(folder.Combine("artifacts")));
    }
}
