using System.Globalization;
using System.Text.Json;
using ChartRelease.Processes;

namespace ChartRelease.Tools;

/// <summary>
/// Versions of helm programs, remembered by full path, length and time of change, so that a warm run starts no process to ask.
/// </summary>
/// <param name="file">Full path of the file that remembers.</param>
internal sealed class HelmVersions(string file)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>The version without the <c>v</c>, or <see langword="null"/> with the reason when the program does not tell one.</summary>
    public async Task<(string? Version, string Reason)> ReadAsync(string helm, CancellationToken cancellationToken)
    {
        var info = new FileInfo(helm);
        if (info.ResolveLinkTarget(returnFinalTarget: true) is FileInfo target)
        {
            info = target;
        }

        var key = string.Create(CultureInfo.InvariantCulture, $"{info.FullName}|{info.Length}|{info.LastWriteTimeUtc.Ticks}");
        var known = Load();
        if (known.TryGetValue(key, out var remembered))
        {
            return (remembered, "");
        }

        var (version, reason) = await AskAsync(helm, cancellationToken).ConfigureAwait(false);
        if (version is not null)
        {
            Store(new Dictionary<string, string>(known.Where(pair => !pair.Key.StartsWith(info.FullName + "|", StringComparison.Ordinal)))
            {
                [key] = version,
            });
        }

        return (version, reason);
    }

    private static async Task<(string? Version, string Reason)> AskAsync(string helm, CancellationToken cancellationToken)
    {
        // Helm 2 asks a cluster for its version and may wait for it for ever.
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            var request = new ProcessRequest(helm, ["version", "--template", "{{.Version}}"]);
            var result = await ProcessRunner.RunAsync(request, patience.Token).ConfigureAwait(false);
            var version = result.Output.Trim().TrimStart('v');
            return result.ExitCode == 0 && version.Length > 0
                ? (version, "")
                : (null, $"'helm version' ended with exit code {result.ExitCode}: {result.Words}");
        }
        catch (ChartReleaseException exception)
        {
            return (null, exception.Failure.Found);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return (null, "'helm version' did not answer");
        }
    }

    private Dictionary<string, string> Load()
    {
        try
        {
            // By hand: compiling a serializer's generic code would cost every run more than asking helm.
            using var json = JsonDocument.Parse(File.ReadAllBytes(file));
            return json.RootElement.EnumerateObject().ToDictionary(entry => entry.Name, entry => entry.Value.GetString() ?? "");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException or InvalidOperationException or ArgumentException)
        {
            // It only saves time: without it helm is asked again.
            return [];
        }
    }

    private void Store(Dictionary<string, string> versions)
    {
        try
        {
            IgnoredFolder.Create(Path.GetDirectoryName(file)!);
            AtomicFile.Write(file, stream => Write(versions, stream));
        }
        catch (ChartReleaseException exception) when (exception.Reason == FailureReason.CannotWrite)
        {
            // It only saves time: the next run asks helm again.
        }
    }

    private static void Write(Dictionary<string, string> versions, Stream stream)
    {
        using var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true });
        json.WriteStartObject();
        foreach (var (key, version) in versions)
        {
            json.WriteString(key, version);
        }

        json.WriteEndObject();
    }
}
