namespace ChartRelease.Charts;

/// <summary>
/// The fields of Chart.yaml that Helm knows, as <see href="https://helm.sh/docs/topics/charts/#the-chartyaml-file"/> names them.
/// </summary>
public sealed record ChartMetadata
{
    /// <summary><c>v2</c>, or <c>v1</c> for charts of Helm 2.</summary>
    public required string ApiVersion { get; init; }

    /// <summary>The chart's name.</summary>
    public required string Name { get; init; }

    /// <summary>The chart's version as written, a Semantic Version 2.0.0.</summary>
    public required string Version { get; init; }

    /// <summary>Version of the application, any text; <see langword="null"/> when absent.</summary>
    public string? AppVersion { get; init; }

    /// <summary>One sentence about the chart.</summary>
    public string? Description { get; init; }

    /// <summary><c>application</c> or <c>library</c>; <see langword="null"/> when absent (application).</summary>
    public string? Type { get; init; }

    /// <summary>Home page of the project.</summary>
    public string? Home { get; init; }

    /// <summary>Icon URL.</summary>
    public string? Icon { get; init; }

    /// <summary>Range of Kubernetes versions.</summary>
    public string? KubeVersion { get; init; }

    /// <summary>Helm 2 template engine field, kept for v1 charts.</summary>
    public string? Condition { get; init; }

    /// <summary>Tags that enable the chart, kept as written.</summary>
    public string? Tags { get; init; }

    /// <summary>Whether the chart is deprecated.</summary>
    public bool Deprecated { get; init; }

    /// <summary>Source repositories.</summary>
    public IReadOnlyList<string> Sources { get; init; } = [];

    /// <summary>Search words.</summary>
    public IReadOnlyList<string> Keywords { get; init; } = [];

    /// <summary>Maintainers in the order written.</summary>
    public IReadOnlyList<ChartMaintainer> Maintainers { get; init; } = [];

    /// <summary>Dependencies in the order written; from requirements.yaml for v1 charts.</summary>
    public IReadOnlyList<ChartDependency> Dependencies { get; init; } = [];

    /// <summary>Annotations in the order written.</summary>
    public IReadOnlyDictionary<string, string> Annotations { get; init; } = new Dictionary<string, string>();
}

/// <summary>One entry of <c>maintainers</c>.</summary>
public sealed record ChartMaintainer(string Name, string? Email = null, string? Url = null);

/// <summary>One entry of <c>dependencies</c>.</summary>
public sealed record ChartDependency
{
    /// <summary>Name of the chart depended on.</summary>
    public required string Name { get; init; }

    /// <summary>Version range.</summary>
    public string? Version { get; init; }

    /// <summary>Repository: https, oci, file or @alias.</summary>
    public string? Repository { get; init; }

    /// <summary>Values path that enables it.</summary>
    public string? Condition { get; init; }

    /// <summary>Tags that enable it.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>A field that helm 2 wrote and helm still reads and hashes; without effect.</summary>
    public bool Enabled { get; init; }

    /// <summary>Values imported into the parent, each as the YAML node was written (string or map), serialized as JSON.</summary>
    public IReadOnlyList<string> ImportValues { get; init; } = [];

    /// <summary>Other name for this use of the chart.</summary>
    public string? Alias { get; init; }
}
