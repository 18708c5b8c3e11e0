namespace ChartRelease.Tools;

/// <summary>One way to get a tool.</summary>
public abstract record ToolSource
{
    /// <summary>Puts the tool's files into the installation's folder and verifies what it fetched.</summary>
    internal abstract Task InstallAsync(ToolInstallation installation, CancellationToken cancellationToken);

    /// <summary>The source in a few words, for messages.</summary>
    internal abstract string Describe();
}
