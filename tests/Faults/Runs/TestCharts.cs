using ChartRelease.Charts;
using ChartRelease.Release.Engines;
using ChartRelease.Release.Packaging;
using ChartRelease.Release.Reading;
using ChartRelease.Testing;

namespace ChartRelease.Faults.Runs;

/// <summary>The charts that are released: all of them demo 0.1.0, packaged as a release packages them.</summary>
internal sealed class TestCharts : IDisposable
{
    private const int Small = 36 * 1024;
    private const int Big = 3 * 1024 * 1024;

    private readonly TemporaryFolder _folder;

    private TestCharts(TemporaryFolder folder, PackagedChart chart, PackagedChart other, PackagedChart large) =>
        (_folder, Chart, Other, Large) = (folder, chart, other, large);

    /// <summary>The chart.</summary>
    public PackagedChart Chart { get; }

    /// <summary>The same version with other content.</summary>
    public PackagedChart Other { get; }

    /// <summary>One that no buffer on the way takes in.</summary>
    public PackagedChart Large { get; }

    public static async Task<TestCharts> CreateAsync(CancellationToken cancellationToken)
    {
        var folder = new TemporaryFolder();
        return new(
            folder,
            await PackageAsync(folder, "chart", [Small], cancellationToken),
            await PackageAsync(folder, "other", [Small], cancellationToken),
            await PackageAsync(folder, "large", [Big, Big, Big], cancellationToken));
    }

    public void Dispose() => _folder.Dispose();

    private static Task<PackagedChart> PackageAsync(TemporaryFolder folder, string name, int[] sizes, CancellationToken cancellationToken)
    {
        folder.Write($"{name}/demo/Chart.yaml", SmallChart.Metadata());
        folder.Write($"{name}/demo/values.yaml", $"greeting: hello from {name}\n");
        for (var index = 0; index < sizes.Length; index++)
        {
            folder.Write($"{name}/demo/files/{index}.txt", Noise(sizes[index], seed: (ulong)index + 1));
        }

        var chart = ChartReader.Read(new WorkTreeChartSource(folder.Combine(name)), "demo");
        var origin = new ChartOrigin("1234567890123456789012345678901234567890", new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero));
        return new NativeEngine().PackageAsync(new SourcedChart(chart, origin), folder.Combine($"{name}/packaged"), cancellationToken);
    }

    // Text that does not get much smaller, the same every time (Knuth's MMIX generator).
    private static string Noise(int size, ulong seed)
    {
        var bytes = new byte[size];
        foreach (ref var next in bytes.AsSpan())
        {
            seed = unchecked((seed * 6364136223846793005) + 1442695040888963407);
            next = (byte)(seed >> 56);
        }

        return Convert.ToBase64String(bytes, Base64FormattingOptions.InsertLineBreaks);
    }
}
