namespace Cake.ChartRelease.Helm.Search;

/// <summary>Settings of <c>helm search repo</c>.</summary>
public sealed class HelmSearchRepoSettings : HelmSearchSettings
{
    /// <summary><c>--devel</c>: pre-releases too. Default <see langword="false"/>; ignored when <see cref="Version"/> is set.</summary>
    public bool Devel { get; set; }

    /// <summary><c>--regexp</c>: the keyword is a regular expression. Default <see langword="false"/>.</summary>
    public bool Regexp { get; set; }

    /// <summary><c>--version</c>: version range of the charts. Default: the newest that is no pre-release.</summary>
    public string? Version { get; set; }

    /// <summary><c>--versions</c>: every version of each chart. Default <see langword="false"/>: the newest.</summary>
    public bool Versions { get; set; }

    /// <inheritdoc/>
    internal override void Render(HelmArguments arguments)
    {
        base.Render(arguments);
        arguments
            .Devel(Devel)
            .Flag("--regexp", Regexp)
            .Version(Version)
            .Flag("--versions", Versions);
    }
}
