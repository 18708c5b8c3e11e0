using System.Globalization;
using ChartRelease.Testing;
using ChartRelease.Testing.Registry;

namespace ChartRelease.Bench.Memory;

/// <summary>How much memory a small and a very large chart take: to push with the core's client, and to package and push with build.sh.</summary>
internal static class MemoryBench
{
    private const double MostForPush = 150;
    private const int Block = 1_000_000;

    public static async Task<int> RunAsync(int megabytes)
    {
        await using var registry = await DockerRegistry.StartAsync(CancellationToken.None);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"a small chart and one of {megabytes} MB that does not compress; megabytes at most"));
        await MeasureAsync(registry, "small", 0);
        var push = await MeasureAsync(registry, "large", megabytes);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"push of the large chart: {push:F0} MB (aim at most {MostForPush:F0})"));
        return push <= MostForPush ? 0 : 1;
    }

    private static async Task<double> MeasureAsync(DockerRegistry registry, string name, int megabytes)
    {
        using var repository = await ReleaseRepository.CreateAsync(name);
        await FillAsync(repository.Git.Combine($"helm/{name}/content.bin"), megabytes);
        await repository.Git.CommitAsync("feat: content");

        // helm refuses charts of this size, so nothing that asks helm is run: --exclusive leaves out the lint.
        var package = await MemoryWatch.RunAsync(repository, "--target=Package", "--exclusive");
        var push = await MemoryWatch.RunAsync(repository, "--target=Push", "--exclusive", $"--registry=oci://{registry.Host}/process");
        var rerun = await MemoryWatch.RunAsync(repository, "--target=Push", "--exclusive", $"--registry=oci://{registry.Host}/process");
        var archive = repository.Git.Combine($"artifacts/charts/{name}-0.1.0.tgz");
        var (_, words) = Command.Time(
            repository.Git.Path, new Dictionary<string, string>(), Environment.ProcessPath!, "memory-worker", archive, $"oci://{registry.Host}/worker-{name}");
        var alone = words.Split(' ').Select(static word => double.Parse(word, CultureInfo.InvariantCulture)).ToList();

        Say($"{name,-6} push with the core's client     {alone[0],6:F0}");
        Say($"{name,-6} and read back                   {alone[1],6:F0}");
        Say($"{name,-6} build.sh -t Package --exclusive {package["host"],6:F0}{Others(package)}");
        Say($"{name,-6} build.sh -t Push --exclusive    {push["host"],6:F0}{Others(push)}");
        Say($"{name,-6} the same again, unchanged       {rerun["host"],6:F0}{Others(rerun)}");
        return alone[0];
    }

    /// <summary>Writes a file of this many megabytes that does not compress.</summary>
    public static async Task FillAsync(string path, int megabytes)
    {
        await using var file = File.Create(path);
        var random = new SeededRandom(megabytes);
        for (var written = 0; written < megabytes; written++)
        {
            await file.WriteAsync(random.Bytes(Block));
        }
    }

    private static string Others(IReadOnlyDictionary<string, double> peaks) => string.Concat(peaks
        .Where(static peak => peak.Key == "git")
        .Select(static peak => string.Create(CultureInfo.InvariantCulture, $", {peak.Key} {peak.Value:F0}")));

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
