using Cake.ChartRelease.Helm;
using ChartRelease.Testing;

namespace Cake.ChartRelease.Tests.Infrastructure;

/// <summary>The two real helms the tests run.</summary>
public static class Helms
{
    public const string V3 = "3.17.2";
    public const string V4 = "4.1.4";

    public static Task<string> PathAsync(string version) => version switch
    {
        V3 => TestTools.Helm3Async(),
        V4 => TestTools.Helm4Async(),
        _ => throw new ArgumentOutOfRangeException(nameof(version), version, "Not a helm of the tests."),
    };

    public static async Task<HelmClient> ClientAsync(string version, CakeSetup setup) =>
        new(setup.Context, await PathAsync(version), version);
}
