namespace ChartRelease.Testing;

/// <summary>The smallest chart that lints without a hint.</summary>
public static class SmallChart
{
    /// <summary>Path of its template below the chart.</summary>
    public const string Template = "templates/settings.yaml";

    /// <summary>Its Chart.yaml.</summary>
    public static string Metadata(string name = "demo", string version = "0.1.0") => $"""
        # A comment that stays.
        apiVersion: v2
        name: {name}
        description: A chart for tests
        type: application
        version: {version}   # raised by the pipeline
        appVersion: "1.0.0"
        icon: https://example.com/icon.svg
        maintainers:
          - name: Test Author

        """;

    /// <summary>Writes it to <c>helm/NAME</c>.</summary>
    public static void Write(GitRepository git, string name = "demo", string version = "0.1.0")
    {
        git.Write($"helm/{name}/Chart.yaml", Metadata(name, version));
        git.Write($"helm/{name}/values.yaml", "greeting: hello\n");
        git.Write($"helm/{name}/{Template}", """
            apiVersion: v1
            kind: ConfigMap
            metadata:
              name: {{ .Release.Name }}-settings
            data:
              greeting: {{ .Values.greeting | quote }}

            """);
    }
}
