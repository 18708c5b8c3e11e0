using Cake.ChartRelease.Helm;
using ChartRelease.Testing;

namespace Cake.ChartRelease.Tests.Infrastructure;

/// <summary>The two real helms the tests run.</summary>
public static class Helms
{
    public const string V3 = RealHelm.V3;
    public const string V4 = RealHelm.V4;

    public static Task<string> PathAsync(string version) => RealHelm.PathAsync(version);

    public static async Task<HelmClient> ClientAsync(string version, CakeSetup setup) =>
        new(setup.Context, await PathAsync(version), version);
}
