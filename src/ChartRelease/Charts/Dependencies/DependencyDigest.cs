using System.Security.Cryptography;
using System.Text;

namespace ChartRelease.Charts.Dependencies;

/// <summary>helm's digests of dependencies (<see href="https://github.com/helm/helm/blob/v3.17.2/internal/resolver/resolver.go"/>, HashReq and HashV2Req).</summary>
internal static class DependencyDigest
{
    /// <summary>Over what was asked for and what was locked.</summary>
    public static string Compute(IReadOnlyList<ChartDependency> required, IReadOnlyList<ChartDependency> locked) =>
        Hash($"[{DependencyJson.SerializeAll(required)},{DependencyJson.SerializeAll(locked)}]");

    /// <summary>As helm 2 made it, over what was asked for only.</summary>
    public static string ComputeHelm2(IReadOnlyList<ChartDependency> required) => Hash($"{{\"dependencies\":{DependencyJson.SerializeAll(required)}}}");

    private static string Hash(string json) => $"sha256:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json)))}";
}
