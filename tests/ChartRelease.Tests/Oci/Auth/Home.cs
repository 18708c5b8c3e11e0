using ChartRelease.Oci;
using ChartRelease.Testing;

namespace ChartRelease.Tests.Oci.Auth;

/// <summary>A user's home folder.</summary>
internal sealed class Home : IDisposable
{
    public TemporaryFolder Folder { get; } = new();

    public void Helm(string content) => Write(".config/helm/registry/config.json", content);

    public void Docker(string content) => Write(".docker/config.json", content);

    public string Write(string path, string content) => Folder.Write(path, content);

    public string Combine(string path) => Folder.Combine(path);

    public RegistryOptions Options(params (string Name, string Value)[] environment) => new()
    {
        Environment = name => name is "HOME" or "USERPROFILE" ? Folder.Path : environment.FirstOrDefault(variable => variable.Name == name).Value,
    };

    public void Dispose() => Folder.Dispose();
}
