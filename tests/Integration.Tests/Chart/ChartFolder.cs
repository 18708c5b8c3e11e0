using ChartRelease.Testing;
using YamlDotNet.RepresentationModel;

namespace ChartRelease.Integration.AgentapiProxy;

/// <summary>The chart that this repository publishes, as it lies in the work tree.</summary>
internal static class ChartFolder
{
    /// <summary>Full path of the chart.</summary>
    public static string Path { get; } = System.IO.Path.Combine(TestTools.RepositoryRoot, "helm", "agentapi-proxy");

    /// <summary>Text of one of its files.</summary>
    public static string Read(string relativePath) => File.ReadAllText(System.IO.Path.Combine(Path, relativePath));

    /// <summary>A scalar at the top of Chart.yaml.</summary>
    public static string Metadata(string key)
    {
        var chart = new YamlStream();
        chart.Load(new StringReader(Read("Chart.yaml")));
        return chart.Documents[0].RootNode[key].ToString();
    }
}
