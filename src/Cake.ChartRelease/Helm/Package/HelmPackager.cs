using Cake.Core;
using Cake.Core.IO;

namespace Cake.ChartRelease.Helm.Package;

/// <summary>Runs <c>helm package</c>.</summary>
internal sealed class HelmPackager(ICakeContext context) : HelmTool<HelmPackageSettings>(context, "package")
{
    private const string Saved = "Successfully packaged chart and saved it to: ";

    /// <summary>Path of the archive, as helm says it.</summary>
    public FilePath Package(HelmPackageSettings settings, string chartFolder, CancellationToken cancellationToken)
    {
        var output = Execute(settings, [chartFolder], cancellationToken);
        return output.StandardOutput.LastOrDefault(line => line.StartsWith(Saved, StringComparison.Ordinal)) is { } line
            ? new FilePath(line[Saved.Length..])
            : throw new HelmOutputException(Verb, output);
    }
}
