using System.Text;
using ChartRelease.Charts.Archive;
using ChartRelease.Integration.Pipeline;

namespace ChartRelease.Integration.Maintainer;

/// <summary>A week of an application with two tags a day, of which three find the chart changed.</summary>
public sealed class MaintainerWeekTests(Registries registries)
{
    private const int Tags = 14;
    private const int First = 541;

    // The chart is worked on before these tags of the week.
    private static readonly int[] _touching = [3, 8, 12];

    [Fact]
    public async Task Every_tag_publishes_one_version_without_v_and_what_is_committed()
    {
        var registry = await registries.OpenAsync();
        using var repository = await MaintainerRepository.CreateAsync(registry);
        var before = Snapshot(repository);
        var archives = new List<Dictionary<string, string>>();
        for (var index = 0; index < Tags; index++)
        {
            await repository.WorkAsync(_touching.Contains(index));
            var tag = $"v1.{First + index}.0";
            await repository.Git.TagAsync(tag, index % 2 == 0 ? null : "annotated");
            await (_touching.Contains(index) ? repository.PublishAsync(tag) : repository.PushAsync(tag));
            archives.Add(Archive(repository, $"1.{First + index}.0"));
        }

        // The chart has a release of its own, and somebody runs the workflow of a tag again.
        await repository.Git.TagAsync("helm-v0.3.1");
        var failure = await Assert.ThrowsAsync<ChartReleaseException>(() => repository.PushAsync("helm-v0.3.1"));
        await repository.WorkAsync(touchesChart: false);
        await repository.Git.TagAsync("helm-v0.3.2");
        await repository.PublishAsync("helm-v0.3.2");
        var ofChart = Archive(repository, "0.3.2");
        await repository.PublishAsync($"v1.{First}.0");

        Assert.Equal("skipped", repository.Release.Action());
        Assert.Equal(FailureReason.InvalidVersion, failure.Reason);
        Assert.Equal(
            Enumerable.Range(First, Tags).Select(minor => $"1.{minor}.0").Append("0.3.2").Order(StringComparer.Ordinal),
            (await repository.PublishedAsync()).Order(StringComparer.Ordinal));
        Assert.Equal(4, archives.Append(ofChart).Select(Content).Distinct().Count());
        for (var index = 0; index < Tags; index++)
        {
            AssertVersions(archives[index], $"1.{First + index}.0", $"\"v1.{First + index}.0\"");
        }

        AssertVersions(ofChart, "0.3.2", "\"1.173.0\"");
        Assert.Equal(before, Snapshot(repository));
        await AssertHelmInstallsAsync(repository, $"1.{First + 8}.0", $"ghcr.io/owner/proxy:v1.{First + 8}.0");
    }

    /// <summary>What the chart's files are, but for the two versions: the same archive for every tag between two changes of it.</summary>
    private static string Content(Dictionary<string, string> archive) =>
        string.Join('\n', archive.Where(file => file.Key != "Chart.yaml").Select(file => $"{file.Key} {file.Value}"));

    private static void AssertVersions(Dictionary<string, string> archive, string version, string appVersion)
    {
        Assert.Contains($"\nversion: {version}\nappVersion: {appVersion}\n", archive["Chart.yaml"], StringComparison.Ordinal);
        Assert.StartsWith("# Raised by nobody", archive["Chart.yaml"], StringComparison.Ordinal);
        Assert.Contains("charts/redis-21.2.14.tgz", archive.Keys);
        Assert.Contains("version: 21.2.14", archive["Chart.lock"], StringComparison.Ordinal);
    }

    private static Dictionary<string, string> Archive(MaintainerRepository repository, string version)
    {
        using var file = File.OpenRead(repository.Git.Combine($"artifacts/charts/{MaintainerRepository.Chart}-{version}.tgz"));
        return ChartArchiveReader.Read(file).ToDictionary(entry => entry.Path, entry =>
        {
            using var content = new MemoryStream();
            entry.Content.CopyTo(content);
            return Encoding.Latin1.GetString(content.ToArray());
        });
    }

    private static string Snapshot(MaintainerRepository repository) =>
        repository.Git.Read($"{MaintainerRepository.Folder}/Chart.yaml") + repository.Git.Read($"{MaintainerRepository.Folder}/Chart.lock")
        + Convert.ToBase64String(File.ReadAllBytes(repository.Git.Combine(MaintainerRepository.Archive)));

    private static async Task AssertHelmInstallsAsync(MaintainerRepository repository, string version, string image)
    {
        using var helm = await Tool.HelmAsync(Helm.Four);
        Assert.Contains(
            image,
            await helm.RunAsync("template", "release", $"{repository.Target}/{MaintainerRepository.Chart}", "--version", version, "--plain-http"),
            StringComparison.Ordinal);
    }
}
