using System.Text.Json.Nodes;
using NJsonSchema;
using YamlDotNet.RepresentationModel;
using YamlDotNet.Serialization;

namespace ChartRelease.Integration.AgentapiProxy;

public sealed class ValuesSchemaTests
{
    [Fact]
    public async Task The_defaults_fit_the_schema()
    {
        var schema = await JsonSchema.FromJsonAsync(ChartFolder.Read("values.schema.json"), TestContext.Current.CancellationToken);
        var values = new DeserializerBuilder().WithAttemptingUnquotedStringTypeDeserialization().Build().Deserialize(ChartFolder.Read("values.yaml"));

        Assert.Empty(schema.Validate(new SerializerBuilder().JsonCompatible().Build().Serialize(values!)));
    }

    [Fact]
    public void The_schema_and_the_defaults_know_the_same_top_level_keys()
    {
        var schema = JsonNode.Parse(ChartFolder.Read("values.schema.json"))!;
        var values = new YamlStream();
        values.Load(new StringReader(ChartFolder.Read("values.yaml")));
        var defaults = ((YamlMappingNode)values.Documents[0].RootNode).Children.Keys.Select(key => key.ToString());

        // Helm hands "global" to a chart that is used as a dependency.
        Assert.Equal(schema["properties"]!.AsObject().Select(property => property.Key).Where(key => key != "global"), defaults);
    }

    [Theory]
    [InlineData("unknown=1", "unknown")]
    [InlineData("image.tagg=v1", "tagg")]
    [InlineData("session.serviceAccount.nme=x", "nme")]
    [InlineData("ingress.hosts[0].host=a.example.com,ingress.hosts[0].path=/", "path")]
    [InlineData("replicaCount=two", "replicaCount")]
    [InlineData("replicaCount=-1", "replicaCount")]
    [InlineData("image.tag=15", "tag")]
    [InlineData("image.repository=ghcr.io/me/proxy:v1", "repository")]
    [InlineData("image.pullPolicy=Sometimes", "pullPolicy")]
    [InlineData("ingress.enabled=maybe", "enabled")]
    [InlineData("ingress.hosts[0].host=https://a.example.com", "host")]
    [InlineData("ingress.hosts[0].paths[0].path=/", "host")]
    [InlineData("ingress.hosts[0].host=a.example.com,ingress.hosts[0].paths[0].pathType=Regex", "pathType")]
    [InlineData("service.port=70000", "port")]
    [InlineData("service.type=ExternalName", "type")]
    [InlineData("persistence.size=big", "size")]
    [InlineData("persistence.accessModes[0]=Sometimes", "accessModes")]
    [InlineData("podAnnotations.a=1", "podAnnotations")]
    [InlineData("fullnameOverride=With.Dots", "fullnameOverride")]
    [InlineData("session.resources.limits.gpu=1", "gpu")]
    public async Task A_wrong_value_is_refused_by_name(string assignment, string named)
    {
        foreach (var helm in HelmCli.Versions)
        {
            var message = await HelmCli.RefusedAsync(helm, "--set", assignment);

            Assert.Contains("schema", message, StringComparison.Ordinal);
            Assert.Contains(named, message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("global.imageRegistry=example.com")]
    [InlineData("resources.limits.cpu=2")]
    [InlineData("session.resources.limits.cpu=500m")]
    [InlineData("image.repository=localhost:5000/proxy")]
    [InlineData("ingress.hosts[0].host=*.example.com")]
    [InlineData("livenessProbe.httpGet=null")]
    [InlineData("config.anything.goes=1")]
    public async Task A_right_value_is_taken(string assignment)
    {
        foreach (var helm in HelmCli.Versions)
        {
            var result = await HelmCli.RunAsync(helm, "template", "release", ChartFolder.Path, "--set", assignment);

            Assert.True(result.ExitCode == 0, result.Error);
        }
    }
}
