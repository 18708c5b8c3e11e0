using Cake.ChartRelease.Helm;
using Cake.Core;
using ChartRelease.Testing;

namespace Cake.ChartRelease.Tests.Infrastructure;

/// <summary>
/// A real helm with nothing of whoever runs the tests. It keeps releases in memory, which both lines can for their own tests, and
/// begins each command with those of a file: so its release commands really run, without a cluster.
/// </summary>
public sealed class HelmBed : IDisposable
{
    private readonly CakeSetup _setup;
    private readonly string _helm;
    private readonly string _version;

    private HelmBed(string helm, string version) => (_helm, _version, _setup) = (helm, version, CakeSetup.Isolated(Folder.Path));

    public TemporaryFolder Folder { get; } = new();

    public ICakeContext Cake => _setup.Context;

    public string Log => _setup.Log.Text;

    public static async Task<HelmBed> CreateAsync(string version) => new(await Helms.PathAsync(version), version);

    /// <summary>Settings for this helm.</summary>
    public T With<T>(T settings)
        where T : HelmSettings
    {
        settings.ToolPath = _helm;
        settings.HelmVersion = _version;
        settings.WorkingDirectory = Folder.Path;
        settings.EnvironmentVariables = new Dictionary<string, string>
        {
            ["KUBECONFIG"] = Folder.Combine("no-kubeconfig"),
            ["HELM_DRIVER"] = "memory",
            ["HELM_MEMORY_DRIVER_DATA"] = File.Exists(Folder.Combine("releases.yaml")) ? Folder.Combine("releases.yaml") : Releases(),
        };
        return settings;
    }

    public T Settings<T>()
        where T : HelmSettings, new() => With(new T());

    public void Dispose() => Folder.Dispose();

    private string Releases() => Folder.Write("releases.yaml", """
        - name: demo
          namespace: default
          version: 1
          info:
            status: superseded
            description: Install complete
            first_deployed: "2026-05-01T10:00:00.123456789Z"
            last_deployed: "2026-05-01T10:00:00.123456789Z"
          chart:
            metadata: {name: app, version: 1.2.3, apiVersion: v2}
          manifest: "---\nkind: ConfigMap\nmetadata: {name: first}\n"
        - name: demo
          namespace: default
          version: 2
          info:
            status: deployed
            description: Upgrade complete
            first_deployed: "2026-05-01T10:00:00.123456789Z"
            last_deployed: "2026-05-02T10:00:00.5+02:00"
            notes: "Grüße\n"
          chart:
            metadata:
              name: app
              version: 1.2.4
              appVersion: "2.0"
              apiVersion: v2
              annotations: {owner: core}
              dependencies: [{name: redis, version: 21.x.x, repository: "oci://host/charts"}]
            values: {replicas: 2}
          config: {ingress: {hosts: [a, "b,c"]}}
          manifest: "---\nkind: ConfigMap\nmetadata: {name: second}\n"
          hooks:
          - name: demo-smoke
            kind: Pod
            path: app/templates/smoke.yaml
            manifest: "kind: Pod\nmetadata: {name: demo-smoke}\n"
            events: [test]

        """);
}
