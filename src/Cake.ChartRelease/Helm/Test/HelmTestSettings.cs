namespace Cake.ChartRelease.Helm.Test;

/// <summary>Settings of <c>helm test</c>.</summary>
public sealed class HelmTestSettings : HelmSettings
{
    /// <summary><c>--filter</c>: tests by attribute, <c>name=NAME</c> or <c>!name=NAME</c>. Default: all.</summary>
    public IList<string> Filters { get; } = [];

    /// <summary><c>--hide-notes</c>: do not print the notes. Default <see langword="false"/>. Helm 3.16 and later, before 4.0.</summary>
    public bool HideNotes { get; set; }

    /// <summary><c>--logs</c>: print the logs of the test pods. Default <see langword="false"/>.</summary>
    public bool Logs { get; set; }

    /// <summary><c>--timeout</c>: time for a single Kubernetes operation. Default 5 minutes.</summary>
    public TimeSpan? OperationTimeout { get; set; }

    /// <inheritdoc/>
    internal override void Render(HelmArguments arguments)
    {
        base.Render(arguments);
        arguments
            .Options("--filter", Filters.Select(HelmEscape.Csv))
            .HideNotes(HideNotes, removed: "4.0.0")
            .Flag("--logs", Logs)
            .OperationTimeout(OperationTimeout);
    }
}
