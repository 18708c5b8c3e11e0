namespace Cake.ChartRelease.Helm;

/// <summary>helm's words for the values of flags.</summary>
internal static class HelmFlagValues
{
    public static string Text(this HelmColor color) => color switch
    {
        HelmColor.Auto => "auto",
        HelmColor.Never => "never",
        HelmColor.Always => "always",
        _ => throw Unknown(nameof(color), color),
    };

    public static string Text(this HelmDryRun dryRun) => dryRun switch
    {
        HelmDryRun.None => "none",
        HelmDryRun.Client => "client",
        HelmDryRun.Server => "server",
        _ => throw Unknown(nameof(dryRun), dryRun),
    };

    public static string Text(this HelmWaitStrategy strategy) => strategy switch
    {
        HelmWaitStrategy.Watcher => "watcher",
        HelmWaitStrategy.HookOnly => "hookOnly",
        HelmWaitStrategy.Legacy => "legacy",
        _ => throw Unknown(nameof(strategy), strategy),
    };

    public static string Text(this HelmServerSide serverSide) => serverSide switch
    {
        HelmServerSide.On => "true",
        HelmServerSide.Off => "false",
        HelmServerSide.Auto => "auto",
        _ => throw Unknown(nameof(serverSide), serverSide),
    };

    public static string Text(this HelmCascade cascade) => cascade switch
    {
        HelmCascade.Background => "background",
        HelmCascade.Orphan => "orphan",
        HelmCascade.Foreground => "foreground",
        _ => throw Unknown(nameof(cascade), cascade),
    };

    public static string Text(this HelmOutputFormat format) => format switch
    {
        HelmOutputFormat.Table => "table",
        HelmOutputFormat.Json => "json",
        HelmOutputFormat.Yaml => "yaml",
        _ => throw Unknown(nameof(format), format),
    };

    private static ArgumentOutOfRangeException Unknown(string name, Enum value) => new(name, value, "No value of this setting.");
}
