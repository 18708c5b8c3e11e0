using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using ChartRelease.Charts;
using ChartRelease.Testing;
using ChartRelease.Testing.Registry;

namespace ChartRelease.Tests.Charts;

public sealed class ChartConfigJsonTests
{
    private const string EveryField = """
        apiVersion: v2
        name: demo
        version: 1.2.3
        kubeVersion: ">=1.25.0-0 <2"
        description: |
          Two lines, <b>bold</b> & "quoted" \ back
          with é, 😀 and a control: ​.
        type: application
        keywords: [b, a]
        home: https://example.com?a=1&b=2
        sources: [https://example.com/source]
        dependencies:
          - name: sub
            version: ">=0.1.0"
            repository: file://../sub
            condition: sub.enabled
            tags: [x, y]
            alias: other
            enabled: true
            import-values:
              - data
              - child: b
                parent: a
                number: 1
                flag: yes
                nothing: ~
          - name: plain
            version: 0.10
            condition: on
        maintainers:
          - name: A <a>
            email: a@example.com
          - name: B
            url: https://b.example.com
        icon: https://example.com/icon.svg
        appVersion: "1.10"
        deprecated: true
        annotations:
          z: "1"
          a: "two\nlines"
          number: 1.50
          integer: 12
          flag: no
          long: 20240101
          text: 1.2.3
          "ﬀ": "x"
          "😀": "y"
        condition: c
        tags: t
        """;

    private static string Json(string yaml) =>
        Encoding.UTF8.GetString(ChartConfigJson.Serialize(ChartYaml.Parse(Encoding.UTF8.GetBytes(yaml), "Chart.yaml").Metadata));

    [Fact]
    public void Empty_fields_are_left_out() =>
        Assert.Equal("""{"name":"a","version":"1.0.0","apiVersion":"v2"}""", Json("apiVersion: v2\nname: a\nversion: 1.0.0\nkeywords: []\nhome: ''\nannotations: {}\n"));

    [Theory]
    [InlineData(RealHelm.V3)]
    [InlineData(RealHelm.V4)]
    public async Task The_bytes_are_those_that_helm_pushes(string helm)
    {
        using var folder = new TemporaryFolder();
        folder.Write("demo/Chart.yaml", EveryField);
        folder.Write("old/Chart.yaml", "apiVersion: v1\nname: old\nversion: 1.0.0\n");
        folder.Write("old/requirements.yaml", "dependencies:\n- name: sub\n  version: 0.1.0\n  repository: https://example.com\n");
        foreach (var sub in new[] { "demo/charts/sub", "demo/charts/plain", "old/charts/sub" })
        {
            folder.Write($"{sub}/Chart.yaml", $"apiVersion: v2\nname: {Path.GetFileName(sub)}\nversion: 0.1.0\n");
        }

        await using var registry = await DockerRegistry.StartAsync(TestContext.Current.CancellationToken);
        foreach (var (name, version) in new[] { ("demo", "1.2.3"), ("old", "1.0.0") })
        {
            await RealHelm.RunAsync(helm, folder, ["package", name], TestContext.Current.CancellationToken);
            await RealHelm.RunAsync(
                helm, folder, ["push", $"{name}-{version}.tgz", $"oci://{registry.Host}/charts", .. RealHelm.PlainHttp(helm)], TestContext.Current.CancellationToken);
            var metadata = ChartReader.Read(new WorkTreeChartSource(folder.Path), name).Metadata;
            Assert.Equal(await PushedConfigAsync(registry.Host, $"charts/{name}", version), Encoding.UTF8.GetString(ChartConfigJson.Serialize(metadata)));
        }
    }

    private static async Task<string> PushedConfigAsync(string host, string repository, string tag)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        using var client = new HttpClient { BaseAddress = new Uri($"http://{host}/v2/{repository}/") };
        client.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("application/vnd.oci.image.manifest.v1+json"));
        using var manifest = JsonDocument.Parse(await client.GetStringAsync(new Uri($"manifests/{tag}", UriKind.Relative), cancellationToken));
        var digest = manifest.RootElement.GetProperty("config").GetProperty("digest").GetString();
        return await client.GetStringAsync(new Uri($"blobs/{digest}", UriKind.Relative), cancellationToken);
    }
}
