namespace Cake.ChartRelease.Helm;

/// <summary>What an alias that returns text has helm print. Those that return records choose it themselves.</summary>
public enum HelmOutputFormat
{
    /// <summary><c>table</c>.</summary>
    Table,

    /// <summary><c>json</c>.</summary>
    Json,

    /// <summary><c>yaml</c>.</summary>
    Yaml,
}
