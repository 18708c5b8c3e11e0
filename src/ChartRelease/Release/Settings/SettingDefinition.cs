namespace ChartRelease.Release.Settings;

/// <summary>One setting: an argument <c>--NAME</c>, and where it makes sense a key of chart-release.yaml and a variable.</summary>
/// <param name="Name">Name of the argument and of the key, in kebab case.</param>
/// <param name="Kind">Shape of its value.</param>
/// <param name="Scope">Where it may be written.</param>
/// <param name="Default">Default value as documented; empty for none.</param>
/// <param name="Description">One sentence.</param>
public sealed record SettingDefinition(string Name, SettingKind Kind, SettingScope Scope, string Default, string Description)
{
    /// <summary>What starts the name of every variable.</summary>
    public const string VariablePrefix = "CHART_RELEASE_";

    /// <summary>The values allowed, for a <see cref="SettingKind.Choice"/>.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>Name of the environment variable, for example <c>CHART_RELEASE_CA_FILE</c>.</summary>
    public string Variable => VariablePrefix + Name.Replace('-', '_').ToUpperInvariant();
}

/// <summary>Shape of a setting's value.</summary>
public enum SettingKind
{
    /// <summary>Any text.</summary>
    Text,

    /// <summary><c>true</c> or <c>false</c>; as an argument the bare name means true.</summary>
    Flag,

    /// <summary>Several texts: a YAML list, a repeated argument, or separated by commas.</summary>
    List,

    /// <summary>One of the listed words.</summary>
    Choice,

    /// <summary>A whole number above zero.</summary>
    Number,

    /// <summary>A span of time above zero: <c>90s</c>, <c>5m</c>, <c>1h30m</c>, or a number of seconds.</summary>
    Duration,
}

/// <summary>Where a setting may be written.</summary>
[Flags]
public enum SettingScope
{
    /// <summary>Nowhere.</summary>
    None = 0,

    /// <summary>As an argument.</summary>
    Argument = 1,

    /// <summary>As an environment variable.</summary>
    Variable = 2,

    /// <summary>In chart-release.yaml.</summary>
    File = 4,

    /// <summary>As an argument or a variable.</summary>
    Run = Argument | Variable,

    /// <summary>Everywhere.</summary>
    Everywhere = Argument | Variable | File,
}
