namespace ChartRelease.Oci.Registry;

/// <summary>One request, which can be sent again: after a redirect, with other credentials, or after a fault. It holds no credentials.</summary>
/// <param name="Method">Method.</param>
/// <param name="Address">Absolute address.</param>
internal sealed record RegistryRequest(HttpMethod Method, Uri Address)
{
    /// <summary>Media types that are understood, in order.</summary>
    public IReadOnlyList<string> Accept { get; init; } = [];

    /// <summary>The first byte that is wanted of a blob; zero for all of it.</summary>
    public long Offset { get; init; }

    /// <summary>Makes the body anew for each sending; <see langword="null"/> for none.</summary>
    public Func<StandstillWatch, HttpContent>? Content { get; init; }
}
