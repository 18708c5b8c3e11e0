using ChartRelease.Release.Packaging;
using ChartRelease.Release.Planning;
using ChartRelease.Tests.Release.Support;

namespace ChartRelease.Tests.Release.Planning;

public sealed class DirtyContentTests
{
    private static readonly PackagedChart _dirty = Packages.Create("dirty") with { Origin = null };

    [Fact]
    public async Task Uncommitted_content_may_go_to_layouts()
    {
        await using var layout = new MemoryTarget("oci-layout:out");

        DirtyContent.ThrowIfLeaving([_dirty, Packages.Create()], [layout]);
    }

    [Fact]
    public async Task Committed_content_may_go_anywhere()
    {
        await using var registry = new MemoryTarget("oci://registry.example");

        DirtyContent.ThrowIfLeaving([Packages.Create()], [registry]);
    }

    [Fact]
    public async Task Uncommitted_content_of_one_chart_stops_a_release_to_one_registry_of_several_targets()
    {
        await using var layout = new MemoryTarget("oci-layout:out");
        await using var registry = new MemoryTarget("oci://registry.example");

        var failure = ReleaseAssert.Fails(
            FailureReason.UncommittedChanges, () => DirtyContent.ThrowIfLeaving([Packages.Create(), _dirty], [layout, registry]));

        Assert.Contains("dirty 1.2.3", failure.Found, StringComparison.Ordinal);
    }
}
