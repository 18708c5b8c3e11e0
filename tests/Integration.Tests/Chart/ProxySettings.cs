using k8s.Models;
using YamlDotNet.RepresentationModel;

namespace ChartRelease.Integration.AgentapiProxy;

/// <summary>The settings files that the proxy reads from its ConfigMap.</summary>
internal sealed class ProxySettings(IDictionary<string, string> files)
{
    /// <summary>The settings of a render.</summary>
    public static ProxySettings Of(Rendered rendered) => new(rendered.Only<V1ConfigMap>().Data);

    /// <summary>A scalar under <c>kubernetes_session</c> in config.yaml.</summary>
    public string Session(string key) => Value("config.yaml", "kubernetes_session", key).ToString();

    /// <summary>A value by its path in a file.</summary>
    public YamlNode Value(string file, params string[] path)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(files[file]));
        return path.Aggregate(stream.Documents[0].RootNode, (node, key) => node[key]);
    }
}
