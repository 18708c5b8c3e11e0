namespace ChartRelease.Release.Dependencies.Repositories;

/// <summary>What <c>helm repo add</c> stored for a chart repository.</summary>
/// <param name="Name">The name it was given.</param>
/// <param name="Url">Its address.</param>
/// <param name="Username">User, or <see langword="null"/>.</param>
/// <param name="Password">Password of that user.</param>
internal sealed record RepositoryLogin(string Name, string Url, string? Username, Secret? Password)
{
    /// <summary>Whether the password also goes to other hosts, when archives are there. Default <see langword="false"/>.</summary>
    public bool PassEverywhere { get; init; }

    /// <summary>PEM file of authorities, or <see langword="null"/>.</summary>
    public string? CaFile { get; init; }

    /// <summary>Do not check the certificate. Default <see langword="false"/>.</summary>
    public bool InsecureSkipTlsVerify { get; init; }
}
