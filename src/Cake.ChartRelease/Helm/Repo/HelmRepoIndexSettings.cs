using Cake.Core.IO;

namespace Cake.ChartRelease.Helm.Repo;

/// <summary>Settings of <c>helm repo index</c>.</summary>
public sealed class HelmRepoIndexSettings : HelmSettings
{
    /// <summary><c>--json</c>: write the index as JSON. Default <see langword="false"/>. Helm 3.13 and later.</summary>
    public bool Json { get; set; }

    /// <summary><c>--merge</c>: an index to add to.</summary>
    public FilePath? Merge { get; set; }

    /// <summary><c>--url</c>: URL of the repository, put before each archive.</summary>
    public string? Url { get; set; }

    /// <inheritdoc/>
    internal override void Render(HelmArguments arguments)
    {
        base.Render(arguments);
        arguments
            .Flag("--json", Json, HelmRange.Since("3.13.0"))
            .Option("--merge", Merge?.FullPath)
            .Option("--url", Url);
    }
}
