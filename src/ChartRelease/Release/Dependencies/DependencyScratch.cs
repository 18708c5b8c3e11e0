namespace ChartRelease.Release.Dependencies;

/// <summary>Archives that are of use in this run only: charts of the repository itself, packaged as dependencies of others.</summary>
internal sealed class DependencyScratch : IDisposable
{
    private readonly Lazy<ScratchFolder> _folder = new(() => new ScratchFolder());

    /// <summary>Where they are; the folder is made with the first.</summary>
    public DependencyCache Archives => new(_folder.Value.Path);

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_folder.IsValueCreated)
        {
            _folder.Value.Dispose();
        }
    }
}
