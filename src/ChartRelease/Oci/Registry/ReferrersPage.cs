using System.Net;
using ChartRelease.Oci.Referrers;

namespace ChartRelease.Oci.Registry;

/// <summary>One page of referrers (<see href="https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#listing-referrers"/>).</summary>
/// <param name="Index">The entries.</param>
/// <param name="IsFiltered">Whether the registry has left out those of other types than asked for.</param>
/// <param name="Next">Where the next page is; <see langword="null"/> on the last one.</param>
internal sealed record ReferrersPage(OciIndex Index, bool IsFiltered, string? Next)
{
    /// <summary>
    /// Whether an answer comes from a registry without this API: 404, or a page of something else, as some give for addresses they do not know.
    /// It says nothing of referrers then; the tag that is asked next does.
    /// </summary>
    public static bool IsNoApi(HttpResponseMessage response) =>
        response.StatusCode == HttpStatusCode.NotFound
        || (response.StatusCode == HttpStatusCode.OK && response.Content.Headers.ContentType?.MediaType != MediaTypes.Index);

    /// <summary>A page from the head of its answer and its entries.</summary>
    public static ReferrersPage Of(HttpResponseMessage response, OciIndex index) => new(
        index,
        response.Headers.TryGetValues("OCI-Filters-Applied", out var filters)
            && filters.SelectMany(value => value.Split(',', StringSplitOptions.TrimEntries)).Contains("artifactType", StringComparer.OrdinalIgnoreCase),
        TagPage.ReadNext(response));
}
