namespace ChartRelease.Tools;

/// <summary>A .NET tool package, installed by the dotnet command into the tool's own folder.</summary>
/// <param name="Package">Id of the package; its version is the tool's.</param>
/// <param name="Sha256">SHA-256 of the <c>.nupkg</c>, hex.</param>
public sealed record DotnetToolSource(string Package, string Sha256) : ToolSource
{
    internal override string Describe() => $"the .NET tool package {Package}";

    internal override async Task InstallAsync(ToolInstallation installation, CancellationToken cancellationToken)
    {
        installation.Log.Write(ReleaseLogLevel.Information, $"Fetching {installation.Label} from {Describe()}");

        // Run in the scratch folder: a global.json or nuget.config of the repository must not decide about it.
        await installation.RunAsync(
            "dotnet",
            installation.Scratch,
            ["tool", "install", Package, "--version", installation.Tool.Version, "--tool-path", installation.Folder],
            cancellationToken).ConfigureAwait(false);
        var name = $"{Package}.{installation.Tool.Version}.nupkg";
        var package = Directory.EnumerateFiles(installation.Folder, name, SearchOption.AllDirectories).FirstOrDefault()
            ?? throw new ToolSourceException($"dotnet did not leave {name} to verify");
        await ToolFile.VerifyAsync(package, Sha256, cancellationToken).ConfigureAwait(false);
    }
}
