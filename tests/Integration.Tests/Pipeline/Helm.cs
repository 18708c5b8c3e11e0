using ChartRelease.Testing;

namespace ChartRelease.Integration.Pipeline;

/// <summary>The helms that everything has to work with.</summary>
internal static class Helm
{
    public const string Three = "3.17.2";
    public const string Four = "4.1.4";

    public static TheoryData<string> Versions { get; } = [Three, Four];

    public static Task<string> PathAsync(string version) => version == Three ? TestTools.Helm3Async() : TestTools.Helm4Async();
}
