using Cake.Core.IO;

namespace Cake.ChartRelease.Helm.Pull;

/// <summary>Settings of <c>helm pull</c>.</summary>
public sealed class HelmPullSettings : HelmChartReferenceSettings
{
    /// <summary><c>--destination</c>: folder for the archive. Default: the working directory.</summary>
    public DirectoryPath? Destination { get; set; }

    /// <summary><c>--prov</c>: fetch the provenance file, do not check it. Default <see langword="false"/>.</summary>
    public bool Provenance { get; set; }

    /// <summary><c>--untar</c>: unpack the chart. Default <see langword="false"/>.</summary>
    public bool Untar { get; set; }

    /// <summary><c>--untardir</c>: where it is unpacked. Default: the destination.</summary>
    public DirectoryPath? UntarDirectory { get; set; }

    /// <inheritdoc/>
    internal override void Render(HelmArguments arguments)
    {
        base.Render(arguments);
        arguments
            .Destination(Destination)
            .Flag("--prov", Provenance)
            .Flag("--untar", Untar)
            .Option("--untardir", UntarDirectory?.FullPath);
    }
}
