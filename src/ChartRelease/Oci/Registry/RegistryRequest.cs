namespace ChartRelease.Oci.Registry;

/// <summary>One request, which can be sent again: after a redirect, with other credentials, or after a fault. It holds no credentials.</summary>
/// <param name="Method">Method.</param>
/// <param name="Address">Absolute address.</param>
internal sealed record RegistryRequest(HttpMethod Method, Uri Address)
{
    /// <summary>
    /// A POST without content. It has an empty one: a request without any is repeated by .NET itself, unlogged, when a connection dies before
    /// the answer, and the first of the two may have begun something.
    /// </summary>
    public static RegistryRequest Post(Uri address) => new(HttpMethod.Post, address) { Content = static _ => new ByteArrayContent([]) };

    /// <summary>Media types that are understood, in order.</summary>
    public IReadOnlyList<string> Accept { get; init; } = [];

    /// <summary>The first byte that is wanted of a blob; zero for all of it.</summary>
    public long Offset { get; init; }

    /// <summary>Makes the body anew for each sending; <see langword="null"/> for none.</summary>
    public Func<StandstillWatch, HttpContent>? Content { get; init; }
}
