namespace ChartRelease.Tools;

/// <summary>What a <see cref="ToolCache"/> works with.</summary>
public sealed record ToolCacheOptions
{
    /// <summary>The tools. <value>Default: the manifest this library is built with.</value></summary>
    public ToolManifest Manifest { get; init; } = ToolManifest.Default;

    /// <summary>The platform. <value>Default: this machine's.</value></summary>
    public string Platform { get; init; } = ToolManifest.CurrentPlatform;

    /// <summary>Folders in which programs are found, in the form of PATH. <value>Default: <see langword="null"/>, PATH itself.</value></summary>
    public string? SearchPath { get; init; }

    /// <summary>Makes the handler for downloads. <value>Default: one that gives up connecting after 10 seconds.</value></summary>
    public Func<HttpMessageHandler> CreateHandler { get; init; } =
        static () => new SocketsHttpHandler { ConnectTimeout = TimeSpan.FromSeconds(10) };
}
