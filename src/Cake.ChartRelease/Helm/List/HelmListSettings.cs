namespace Cake.ChartRelease.Helm.List;

/// <summary>Settings of <c>helm list</c>. Without a state helm lists deployed and failed releases (helm 3) or all (helm 4).</summary>
public sealed class HelmListSettings : HelmSettings
{
    /// <summary><c>--all</c>: releases in every state. Default <see langword="false"/>. Before helm 4.0, which lists all by itself.</summary>
    public bool All { get; set; }

    /// <summary><c>--all-namespaces</c>: not only in one namespace. Default <see langword="false"/>.</summary>
    public bool AllNamespaces { get; set; }

    /// <summary><c>--date</c>: sort by time. Default <see langword="false"/>: by name.</summary>
    public bool Date { get; set; }

    /// <summary><c>--deployed</c>: deployed releases. Default <see langword="false"/>.</summary>
    public bool Deployed { get; set; }

    /// <summary><c>--failed</c>: failed releases. Default <see langword="false"/>.</summary>
    public bool Failed { get; set; }

    /// <summary><c>--filter</c>: a regular expression on the name.</summary>
    public string? Filter { get; set; }

    /// <summary><c>--max</c>: how many; 0 for all. Default 256.</summary>
    public int? Max { get; set; }

    /// <summary><c>--no-headers</c>: no first line in a table. Default <see langword="false"/>. Helm 3.10 and later.</summary>
    public bool NoHeaders { get; set; }

    /// <summary><c>--offset</c>: how many to pass over. Default 0.</summary>
    public int? Offset { get; set; }

    /// <summary><c>--pending</c>: pending releases. Default <see langword="false"/>.</summary>
    public bool Pending { get; set; }

    /// <summary><c>--reverse</c>: the other way round. Default <see langword="false"/>.</summary>
    public bool Reverse { get; set; }

    /// <summary><c>--selector</c>: label query, such as <c>team=core,tier!=test</c>.</summary>
    public string? Selector { get; set; }

    /// <summary><c>--short</c>: names only, for <c>HelmListText</c>. Default <see langword="false"/>.</summary>
    public bool ShortForm { get; set; }

    /// <summary><c>--superseded</c>: superseded releases. Default <see langword="false"/>.</summary>
    public bool Superseded { get; set; }

    /// <summary><c>--time-format</c>: Go layout of times, for <c>HelmListText</c>.</summary>
    public string? TimeFormat { get; set; }

    /// <summary><c>--uninstalled</c>: uninstalled releases whose history was kept. Default <see langword="false"/>.</summary>
    public bool Uninstalled { get; set; }

    /// <summary><c>--uninstalling</c>: releases being uninstalled. Default <see langword="false"/>.</summary>
    public bool Uninstalling { get; set; }

    /// <summary><c>--output</c>: what <c>HelmListText</c> returns. Default <see cref="HelmOutputFormat.Table"/>.</summary>
    public HelmOutputFormat? Output { get; set; }

    /// <inheritdoc/>
    internal override HelmOutputFormat? Format => Output;

    /// <inheritdoc/>
    internal override IEnumerable<string> JsonProblems() =>
    [
        .. base.JsonProblems(),
        .. ShortForm ? ["ShortForm leaves nothing to make records of: use HelmListText."] : Array.Empty<string>(),
        .. TimeFormat is null ? Array.Empty<string>() : ["TimeFormat is for people: use HelmListText."],
    ];

    /// <inheritdoc/>
    internal override void Render(HelmArguments arguments)
    {
        base.Render(arguments);
        arguments
            .Flag("--all", All, HelmRange.Helm3)
            .Flag("--all-namespaces", AllNamespaces)
            .Flag("--date", Date)
            .Flag("--deployed", Deployed)
            .Flag("--failed", Failed)
            .Option("--filter", Filter)
            .Max(Max)
            .NoHeaders(NoHeaders, HelmRange.Since("3.10.0"))
            .Option("--offset", Offset)
            .Flag("--pending", Pending)
            .Flag("--reverse", Reverse)
            .Option("--selector", Selector)
            .Flag("--short", ShortForm)
            .Flag("--superseded", Superseded)
            .Option("--time-format", TimeFormat)
            .Flag("--uninstalled", Uninstalled)
            .Flag("--uninstalling", Uninstalling)
            .Output(Output);
    }
}
