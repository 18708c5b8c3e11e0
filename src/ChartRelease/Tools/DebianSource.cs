namespace ChartRelease.Tools;

/// <summary>
/// Debian packages, fetched by apt with private state folders and unpacked by dpkg-deb, so that no root is needed. apt checks
/// them against the distribution's signed index; the pins are checked on top of that.
/// </summary>
/// <param name="Packages">The packages.</param>
/// <param name="Files">Files to add, by name, executable when they start with <c>#!</c>.</param>
public sealed record DebianSource(IReadOnlyList<DebianPackage> Packages, IReadOnlyDictionary<string, string>? Files = null) : ToolSource
{
    internal override string Describe() => $"the Debian package {Packages[0].Name}";

    internal override async Task InstallAsync(ToolInstallation installation, CancellationToken cancellationToken)
    {
        installation.Log.Write(ReleaseLogLevel.Information, $"Fetching {installation.Label} from {Describe()}");
        var apt = Directory.CreateDirectory(Path.Combine(installation.Scratch, "apt")).FullName;
        Directory.CreateDirectory(Path.Combine(apt, "state", "lists", "partial"));
        Directory.CreateDirectory(Path.Combine(apt, "cache", "archives", "partial"));
        string[] options =
        [
            "-q",
            "-o", $"Dir::State={apt}/state",
            "-o", "Dir::State::status=/var/lib/dpkg/status",
            "-o", $"Dir::Cache={apt}/cache",
            // The sandbox user of apt may not enter a private folder.
            "-o", "APT::Sandbox::User=",
        ];
        await installation.RunAsync("apt-get", apt, [.. options, "update"], cancellationToken).ConfigureAwait(false);
        foreach (var package in Packages)
        {
            await DownloadAsync(installation, apt, options, package, cancellationToken).ConfigureAwait(false);
        }

        foreach (var (name, content) in Files ?? new Dictionary<string, string>())
        {
            var path = Path.Combine(installation.Folder, name);
            await File.WriteAllTextAsync(path, content, cancellationToken).ConfigureAwait(false);
            if (content.StartsWith("#!", StringComparison.Ordinal))
            {
                ToolFile.MakeExecutable(path);
            }
        }
    }

    private static async Task DownloadAsync(
        ToolInstallation installation, string apt, string[] options, DebianPackage package, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateDirectory(Path.Combine(apt, package.Name)).FullName;
        var pinned = await TryDownloadAsync(installation, folder, [.. options, "download", $"{package.Name}={package.Version}"], cancellationToken)
            .ConfigureAwait(false);
        if (!pinned)
        {
            installation.Log.Write(
                ReleaseLogLevel.Warning,
                $"apt does not offer {package.Name} {package.Version}; its own version is taken, which the distribution's signature vouches for");
            await installation.RunAsync("apt-get", folder, [.. options, "download", package.Name], cancellationToken).ConfigureAwait(false);
        }

        var file = Directory.GetFiles(folder, "*.deb") is [var only]
            ? only
            : throw new ToolSourceException($"apt-get did not leave one file for {package.Name}");
        if (pinned)
        {
            await ToolFile.VerifyAsync(file, package.Sha256, cancellationToken).ConfigureAwait(false);
        }

        await installation.RunAsync("dpkg-deb", folder, ["-x", file, installation.Folder], cancellationToken).ConfigureAwait(false);
    }

    private static async Task<bool> TryDownloadAsync(
        ToolInstallation installation, string folder, string[] arguments, CancellationToken cancellationToken)
    {
        try
        {
            await installation.RunAsync("apt-get", folder, arguments, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (ToolSourceException)
        {
            // Distributions keep only the newest revision of a package; the next download tells when it is something else.
            return false;
        }
    }
}

/// <summary>One Debian package.</summary>
/// <param name="Name">Name.</param>
/// <param name="Version">Full Debian version.</param>
/// <param name="Sha256">SHA-256 of the <c>.deb</c>, hex.</param>
public sealed record DebianPackage(string Name, string Version, string Sha256);
