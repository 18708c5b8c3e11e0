using System.Text.RegularExpressions;
using ChartRelease.Testing.Registry;

namespace ChartRelease.Bench.Push;

/// <summary>Counts requests in the registry's access log.</summary>
internal static partial class RequestCount
{
    /// <summary>How many requests there were below a path so far.</summary>
    public static async Task<int> BelowAsync(DockerRegistry registry, string path)
    {
        // Its lines come through a pipe, some after the answer they tell of.
        var (count, before) = (Of(registry, path), -1);
        while (count != before)
        {
            await Task.Delay(200);
            (before, count) = (count, Of(registry, path));
        }

        return count;
    }

    private static int Of(DockerRegistry registry, string path) =>
        Line().Matches(registry.Log).Count(match => match.Groups[1].Value.StartsWith($"/v2/{path}/", StringComparison.Ordinal));

    [GeneratedRegex("\"(?:GET|HEAD|POST|PUT|PATCH|DELETE) (/v2/\\S*) HTTP/")]
    private static partial Regex Line();
}
