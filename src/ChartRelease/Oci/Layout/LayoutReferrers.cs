using System.Collections.Concurrent;
using ChartRelease.Oci.Referrers;

namespace ChartRelease.Oci.Layout;

/// <summary>
/// Which of a layout's manifests refer to others. A layout has no list of referrers: they are entries of index.json, without a tag, and name
/// their subject themselves, as oras writes and reads them.
/// </summary>
internal sealed class LayoutReferrers(LayoutFolder folder, LayoutManifests manifests)
{
    // What a digest names never changes, so each manifest is read once however often its layout is asked.
    private readonly ConcurrentDictionary<Descriptor, (Digest Subject, Referrer Referrer)?> _known = [];

    /// <summary>What the entries of an index name.</summary>
    public IReadOnlyList<Descriptor> Entries(LayoutIndex? index)
    {
        try
        {
            return index?.Descriptors() ?? [];
        }
        catch (FormatException exception)
        {
            throw folder.Damaged($"index.json: {exception.Message}", exception);
        }
    }

    /// <summary>What an entry refers to, or <see langword="null"/> when it does not.</summary>
    public async Task<(Digest Subject, Referrer Referrer)?> ReadAsync(Descriptor entry, CancellationToken cancellationToken)
    {
        // Only these two media types can have a subject.
        if (entry.MediaType is not (MediaTypes.Manifest or MediaTypes.Index) || _known.TryGetValue(entry, out var known))
        {
            return _known.GetValueOrDefault(entry);
        }

        var bytes = await manifests.ReadBytesAsync(entry, cancellationToken).ConfigureAwait(false)
            ?? throw folder.Damaged($"the manifest {entry.Digest} is missing.");
        return _known[entry] = ReferrerJson.Read(entry, bytes, $"{folder.Path}@{entry.Digest}");
    }
}
