namespace ChartRelease.Oci.Auth;

/// <summary>One place credentials can stand in.</summary>
internal interface ICredentialSource
{
    /// <summary>The credential for a registry host, or <see langword="null"/> when this place has none for it.</summary>
    /// <param name="host">Host and, when written, port, as in the target.</param>
    /// <param name="cancellationToken">Ends a helper process.</param>
    /// <exception cref="ChartReleaseException">The place exists and cannot be read: that is not the same as having none.</exception>
    Task<Credential?> FindAsync(string host, CancellationToken cancellationToken);
}
