namespace ChartRelease.Oci;

/// <summary>A folder that holds one OCI image layout per chart.</summary>
/// <param name="Folder">The folder as written, relative to the working directory or absolute.</param>
public sealed record LayoutReference(string Folder) : TargetReference
{
    /// <summary>What such a target starts with.</summary>
    public const string Scheme = "oci-layout:";

    /// <inheritdoc/>
    public override string Value => Scheme + Folder;

    internal static LayoutReference ParseFolder(string value)
    {
        var folder = value[Scheme.Length..].TrimEnd('/', '\\');
        return folder.Length > 0 ? new LayoutReference(folder) : throw Invalid(value, "It names no folder.");
    }
}
