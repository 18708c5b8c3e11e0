using System.Text.Json;

namespace ChartRelease.Testing.Audit;

/// <summary>Looks at an OCI image layout on disk, with nothing of the code under test.</summary>
public static class LayoutAudit
{
    private const string TagAnnotation = "org.opencontainers.image.ref.name";

    /// <summary>Reads every tag of a layout with all that its manifest names, and every blob there is.</summary>
    /// <param name="folder">Full path of the layout; no layout there means no tags.</param>
    public static AuditResult Audit(string folder)
    {
        var tags = new Dictionary<string, string>();
        var faults = new List<string>();
        var index = Path.Combine(folder, "index.json");
        if (File.Exists(index))
        {
            foreach (var (tag, manifest) in Manifests(File.ReadAllBytes(index), faults))
            {
                tags[tag] = manifest.Digest;
                var bytes = Read(folder, manifest);
                IEnumerable<string?> found = manifest.Fault(bytes) is { } damage
                    ? [damage]
                    : PublishedContent.OfManifest(bytes).Select(content => content.Fault(Read(folder, content)));
                faults.AddRange(found.OfType<string>().Select(fault => $"{folder}:{tag}: {fault}"));
            }
        }

        faults.AddRange(Blobs(folder).Where(file => PublishedContent.DigestOf(File.ReadAllBytes(file)) != $"sha256:{Path.GetFileName(file)}")
            .Select(file => $"{file} has another digest than its name"));
        return new AuditResult(tags, faults);
    }

    private static List<(string Tag, PublishedContent Manifest)> Manifests(byte[] index, List<string> faults)
    {
        try
        {
            using var document = JsonDocument.Parse(index);
            return [.. document.RootElement.GetProperty("manifests").EnumerateArray().Select(
                static manifest => (manifest.GetProperty("annotations").GetProperty(TagAnnotation).GetString()!, PublishedContent.Of(manifest)))];
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            faults.Add($"index.json: {exception.Message}");
            return [];
        }
    }

    // What is still being written has a hidden name.
    private static IEnumerable<string> Blobs(string folder) => Path.Combine(folder, "blobs", "sha256") is var blobs && Directory.Exists(blobs)
        ? Directory.EnumerateFiles(blobs).Where(static file => !Path.GetFileName(file).StartsWith('.'))
        : [];

    private static byte[]? Read(string folder, PublishedContent content) =>
        Path.Combine(folder, "blobs", content.Digest.Replace(':', Path.DirectorySeparatorChar)) is var file && File.Exists(file)
            ? File.ReadAllBytes(file)
            : null;
}
