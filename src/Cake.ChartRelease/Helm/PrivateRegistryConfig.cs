using System.Text;
using System.Text.Json;
using ChartRelease;

namespace Cake.ChartRelease.Helm;

/// <summary>
/// A registry credential file for one run of helm, readable by its owner only and deleted afterwards. helm push and pull take a
/// password as an argument only, which every user of the machine can read; a file of their own they take with <c>--registry-config</c>.
/// The format is that of <see href="https://docs.docker.com/reference/cli/docker/login/"/>.
/// </summary>
internal sealed class PrivateRegistryConfig : IDisposable
{
    private readonly DirectoryInfo _folder;

    public PrivateRegistryConfig(string host, string username, Secret password)
    {
        // Created with mode 0700.
        _folder = Directory.CreateTempSubdirectory("chart-release-");
        try
        {
            File = Path.Combine(_folder.FullName, "config.json");
            Write(host, Convert.ToBase64String(Encoding.UTF8.GetBytes($"{username}:{password.Reveal()}")));
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>Full path of the file.</summary>
    public string File { get; }

    public void Dispose() => _folder.Delete(recursive: true);

    private void Write(string host, string auth)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var stream = new FileStream(File, options);
        using var json = new Utf8JsonWriter(stream);
        json.WriteStartObject();
        json.WriteStartObject("auths");
        json.WriteStartObject(ServerOf(host));
        json.WriteString("auth", auth);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>Docker Hub stands in these files under the address of its first API.</summary>
    private static string ServerOf(string host) =>
        host is "docker.io" or "registry-1.docker.io" or "index.docker.io" ? "https://index.docker.io/v1/" : host;
}
