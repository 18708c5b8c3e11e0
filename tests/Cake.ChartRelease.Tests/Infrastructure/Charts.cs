using ChartRelease.Testing;

namespace Cake.ChartRelease.Tests.Infrastructure;

/// <summary>Small charts.</summary>
public static class Charts
{
    private const string ConfigMap = """
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: {{ .Release.Name }}
        data:
          values: {{ .Values | toJson | quote }}
        """;

    public static string Clean(TemporaryFolder folder, string name, string metadata = "icon: https://example.com/icon.svg\n") =>
        Write(folder, name, $"apiVersion: v2\nname: {name}\nversion: 1.2.3\n{metadata}", ConfigMap);

    public static string Warning(TemporaryFolder folder, string name) => Write(
        folder,
        name,
        $"apiVersion: v2\nname: {name}\nversion: 1.2.3\nicon: https://example.com/icon.svg\n",
        "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: Not_A_Name\n");

    /// <summary>Its values break its schema, in two ways.</summary>
    public static string Broken(TemporaryFolder folder, string name)
    {
        folder.Write(
            $"{name}/values.schema.json",
            """{"properties":{"greeting":{"type":"integer"},"other":{}},"required":["other"]}""");
        return Clean(folder, name);
    }

    private static string Write(TemporaryFolder folder, string name, string metadata, string template)
    {
        folder.Write($"{name}/Chart.yaml", metadata);
        folder.Write($"{name}/values.yaml", "greeting: hello\n");
        folder.Write($"{name}/README.md", $"# {name}\n");
        folder.Write(
            $"{name}/crds/thing.yaml",
            "apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata:\n  name: things.example.com\n");
        folder.Write($"{name}/templates/configmap.yaml", template);
        return folder.Combine(name);
    }
}
