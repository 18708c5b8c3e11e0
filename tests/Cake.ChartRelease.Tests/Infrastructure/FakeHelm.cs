using ChartRelease.Testing;

namespace Cake.ChartRelease.Tests.Infrastructure;

/// <summary>A script in helm's place, for faults the real one does not have on demand.</summary>
public static class FakeHelm
{
    public static string Write(TemporaryFolder folder, string script) => Script.Write(folder, "bin/helm", script);
}
