namespace ChartRelease.Oci.Referrers;

/// <summary>
/// The entries of an index as they are written, to be merged: what other programs say of their entries stays as it is, and an entry
/// somebody added is never dropped. Pure.
/// </summary>
internal sealed class ReferrersList
{
    private readonly IReadOnlyList<(Digest Digest, string Json)> _entries;

    private ReferrersList(IReadOnlyList<(Digest Digest, string Json)> entries) => _entries = entries;

    /// <summary>A list without entries.</summary>
    public static ReferrersList Empty { get; } = new([]);

    /// <summary>A list of one.</summary>
    public static ReferrersList Of(Referrer entry) => new([(entry.Manifest.Digest, OciIndexJson.Text(entry))]);

    /// <summary>Reads an index.</summary>
    /// <exception cref="ChartReleaseException"><see cref="FailureReason.RegistryError"/>: not an image index.</exception>
    public static ReferrersList Parse(ReadOnlyMemory<byte> bytes, string reference) => new(OciIndexJson.Read(
        bytes,
        reference,
        entries => (List<(Digest, string)>)[.. entries.Select(entry => (entry.ReadDescriptor("manifests").Digest, entry.GetRawText()))]));

    /// <summary>Whether every entry of another list is here.</summary>
    public bool Covers(ReferrersList other) => other._entries.Select(entry => entry.Digest).All(_entries.Select(entry => entry.Digest).ToHashSet().Contains);

    /// <summary>The entries of this list, then those of another that are not here.</summary>
    public ReferrersList With(ReferrersList other)
    {
        var here = _entries.Select(entry => entry.Digest).ToHashSet();
        return new([.. _entries, .. other._entries.Where(entry => here.Add(entry.Digest))]);
    }

    /// <summary>The bytes of an index with these entries.</summary>
    public byte[] ToBytes() => OciIndexJson.Write(_entries.Select(entry => entry.Json));
}
