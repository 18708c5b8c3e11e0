using System.Text.Json.Nodes;
using ChartRelease.Testing;

namespace ChartRelease.Integration.Pipeline;

/// <summary>Reads <c>artifacts/release.json</c>.</summary>
internal static class ReleaseJson
{
    public static JsonNode Report(this ReleaseRepository repository) => JsonNode.Parse(repository.Git.Read("artifacts/release.json"))!;

    /// <summary>The only chart of the report.</summary>
    public static JsonNode Chart(this JsonNode report) => Assert.Single(report["charts"]!.AsArray())!;

    /// <summary>A chart of the report.</summary>
    public static JsonNode Chart(this JsonNode report, string name) =>
        Assert.Single(report["charts"]!.AsArray(), chart => chart!["name"]!.GetValue<string>() == name)!;

    public static string Action(this ReleaseRepository repository) => repository.Report().Chart()["action"]!.GetValue<string>();

    /// <summary>The names of an object's members, in their order.</summary>
    public static IEnumerable<string> Names(this JsonNode node) => node.AsObject().Select(member => member.Key);
}
