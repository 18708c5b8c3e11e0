using ChartRelease.Testing;

namespace ChartRelease.Bench.Push;

/// <summary>What is done with helm today: <c>helm push</c> for each archive.</summary>
internal sealed class HelmLoop(string helm, TemporaryFolder home, string host, string archives)
{
    /// <summary>One after the other.</summary>
    public const string Loop = """for archive in "$ARCHIVES"/*.tgz; do "$HELM" push "$archive" "oci://$REGISTRY" --plain-http; done""";

    /// <summary>Four at once.</summary>
    public const string Xargs = """printf '%s\0' "$ARCHIVES"/*.tgz | xargs -0 -P 4 -I '{}' "$HELM" push '{}' "oci://$REGISTRY" --plain-http""";

    /// <summary>Pushes all archives.</summary>
    /// <param name="script"><see cref="Loop"/> or <see cref="Xargs"/>.</param>
    /// <param name="path">Path in the registry.</param>
    public Task<double> PushAsync(string script, string path)
    {
        var environment = new Dictionary<string, string>
        {
            ["HOME"] = home.Path,
            ["HELM"] = helm,
            ["ARCHIVES"] = archives,
            ["REGISTRY"] = $"{host}/{path}",
        };
        return Task.Run(() => Command.Time(home.Path, environment, "bash", "-euc", script).Seconds);
    }
}
