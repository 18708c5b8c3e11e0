using System.Globalization;
using System.Text.Json.Nodes;
using ChartRelease.Testing;
using NJsonSchema;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace ChartRelease.Tests.Release.Settings;

/// <summary>What an editor with the schema accepts, the program accepts; what it marks, the program refuses.</summary>
public sealed class SchemaAgreementTests
{
    [Theory]
    [InlineData("")]
    [InlineData("engine: native\n")]
    [InlineData("charts: [helm/*, charts/*]\nregistry: oci-layout:a\n")]
    [InlineData("charts: helm/*, charts/*\n")]
    [InlineData("registry:\n  - oci://ghcr.io/owner/charts\n  - oci-layout:a\n")]
    [InlineData("plain-http: true\nstore-credentials: False\n")]
    [InlineData("parallelism: 256\n")]
    [InlineData("timeout: 90\ndeadline: 1h30m\nretry-after-limit: \"120\"\n")]
    [InlineData("artifacts: \"2024\"\nusername: user\n")]
    [InlineData("tag-template: \"{name}-{version}\"\n")]
    [InlineData("ca-file: ca.pem\nhelm: /usr/bin/helm\n")]
    public async Task Both_accept(string text) => Assert.Equal((true, true), await AcceptAsync(text));

    [Theory]
    [InlineData("engin: native\n")]
    [InlineData("commit: HEAD\n")]
    [InlineData("password: x\n")]
    [InlineData("engine: Native\n")]
    [InlineData("engine: other\n")]
    [InlineData("engine: [native]\n")]
    [InlineData("engine:\n")]
    [InlineData("charts: []\n")]
    [InlineData("charts: \"\"\n")]
    [InlineData("charts: \", \"\n")]
    [InlineData("charts: [helm/*, \"\"]\n")]
    [InlineData("charts: [helm/*, 1]\n")]
    [InlineData("charts: {helm: x}\n")]
    [InlineData("charts: ~\n")]
    [InlineData("plain-http: \"true\"\n")]
    [InlineData("plain-http: yes\n")]
    [InlineData("plain-http:\n")]
    [InlineData("plain-http: 1\n")]
    [InlineData("parallelism: \"4\"\n")]
    [InlineData("parallelism: 0\n")]
    [InlineData("parallelism: 257\n")]
    [InlineData("parallelism: 1.5\n")]
    [InlineData("timeout: 0\n")]
    [InlineData("timeout: 1000000\n")]
    [InlineData("timeout: 1.5\n")]
    [InlineData("timeout: 5 minutes\n")]
    [InlineData("timeout: 0s\n")]
    [InlineData("timeout: true\n")]
    [InlineData("timeout:\n")]
    [InlineData("timeout: [5m]\n")]
    [InlineData("artifacts: 2024\n")]
    [InlineData("artifacts: \"\"\n")]
    [InlineData("artifacts: true\n")]
    [InlineData("artifacts: null\n")]
    [InlineData("artifacts: [a]\n")]
    [InlineData("- engine\n")]
    [InlineData("engine\n")]
    public async Task Both_refuse(string text) => Assert.Equal((false, false), await AcceptAsync(text));

    private static async Task<(bool Schema, bool Program)> AcceptAsync(string text)
    {
        var path = Path.Combine(TestTools.RepositoryRoot, "docs", "reference", "chart-release.schema.json");
        var schema = await JsonSchema.FromFileAsync(path, TestContext.Current.CancellationToken);
        return (schema.Validate(ToJson(text)).Count == 0, Program(text));
    }

    private static bool Program(string text)
    {
        try
        {
            new SettingsRun().File(text).Resolve();
            return true;
        }
        catch (ChartReleaseException)
        {
            return false;
        }
    }

    private static string ToJson(string text)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(text));
        return stream.Documents.Count == 0 ? "null" : Json(stream.Documents[0].RootNode)?.ToJsonString() ?? "null";
    }

    private static JsonNode? Json(YamlNode node) => node switch
    {
        YamlMappingNode map => new JsonObject(map.Select(entry => KeyValuePair.Create(((YamlScalarNode)entry.Key).Value!, Json(entry.Value)))),
        YamlSequenceNode list => new JsonArray([.. list.Select(Json)]),
        YamlScalarNode { Style: ScalarStyle.Plain } scalar => Plain(scalar.Value!),
        YamlScalarNode scalar => JsonValue.Create(scalar.Value),
        _ => throw new ArgumentOutOfRangeException(nameof(node), node, "No such node."),
    };

    // The core schema of YAML 1.2, which editors use.
    private static JsonValue? Plain(string text) => text switch
    {
        "" or "~" or "null" => null,
        "true" or "True" => JsonValue.Create(true),
        "false" or "False" => JsonValue.Create(false),
        _ when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => JsonValue.Create(number),
        _ => JsonValue.Create(text),
    };
}
