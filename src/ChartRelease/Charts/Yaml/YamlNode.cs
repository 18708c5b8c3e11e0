using YamlDotNet.Core;

namespace ChartRelease.Charts.Yaml;

/// <summary>A YAML node with the place it was read from, which YamlDotNet's own tree loses for aliases and duplicate keys.</summary>
/// <param name="start">Where the node starts.</param>
/// <param name="end">Where it ends.</param>
internal abstract class YamlNode(Mark start, Mark end)
{
    /// <summary>1-based line.</summary>
    public int Line { get; } = (int)start.Line;

    /// <summary>Index of the first UTF-16 code unit, counted after a byte order mark.</summary>
    public int Start { get; } = (int)start.Index;

    /// <summary>Index after the last UTF-16 code unit.</summary>
    public int End { get; } = (int)end.Index;

    /// <summary>Whether the node carries an anchor or an explicit tag.</summary>
    public bool IsDecorated { get; init; }

    /// <summary>The node itself, or what an alias stands for.</summary>
    public virtual YamlNode Resolved => this;
}

/// <summary>A scalar with its style.</summary>
internal sealed class YamlScalar(Mark start, Mark end, string value, ScalarStyle style) : YamlNode(start, end)
{
    /// <summary>The value, unescaped.</summary>
    public string Value { get; } = value;

    /// <summary>Plain, quoted, literal or folded.</summary>
    public ScalarStyle Style { get; } = style;

    /// <summary>Whether it is written without quotes and not as a block.</summary>
    public bool IsPlain => Style == ScalarStyle.Plain;

    /// <summary>Whether YAML reads it as null.</summary>
    public bool IsNull => IsPlain && !IsDecorated && Value is "" or "~" or "null" or "Null" or "NULL";
}

/// <summary>A sequence.</summary>
internal sealed class YamlList(Mark start, Mark end, IReadOnlyList<YamlNode> items) : YamlNode(start, end)
{
    /// <summary>The items, aliases not resolved.</summary>
    public IReadOnlyList<YamlNode> Items { get; } = items;
}

/// <summary>Another use of an anchored node.</summary>
internal sealed class YamlAlias(Mark start, Mark end, YamlNode target) : YamlNode(start, end)
{
    /// <inheritdoc/>
    public override YamlNode Resolved => target;
}
