namespace ChartRelease.Faults.Scenarios;

/// <summary>The requests of a release, ours or helm's.</summary>
internal static class Requests
{
    /// <summary>What does the tag point to?</summary>
    public static RequestPattern Resolve { get; } = new("GET|HEAD", "/manifests/{tag}$");

    /// <summary>Begin an upload.</summary>
    public static RequestPattern Begin { get; } = new("POST", "/blobs/uploads/");

    /// <summary>Begin an upload of the archive as a mount.</summary>
    public static RequestPattern Mount { get; } = new("POST", "/blobs/uploads/.*mount=sha256:{archive}");

    /// <summary>Send the archive.</summary>
    public static RequestPattern SendArchive { get; } = new("PUT", "/blobs/uploads/.*digest=sha256:{archive}");

    /// <summary>Send the config.</summary>
    public static RequestPattern SendConfig { get; } = new("PUT", "/blobs/uploads/.*digest=sha256:{config}");

    /// <summary>How far did the upload come?</summary>
    public static RequestPattern UploadState { get; } = new("GET", "/blobs/uploads/");

    /// <summary>Store the manifest under the tag; helm 4 stores it by its digest before.</summary>
    public static RequestPattern PushManifest { get; } = new("PUT", "/manifests/{tag}$");

    /// <summary>What does the tag point to now?</summary>
    public static RequestPattern ReadTag { get; } = Resolve with { AfterPush = true };

    /// <summary>Read the manifest by its digest.</summary>
    public static RequestPattern ReadManifest { get; } = new("GET", "/manifests/sha256:") { AfterPush = true };

    /// <summary>Read the archive.</summary>
    public static RequestPattern ReadArchive { get; } = new("GET", "/blobs/sha256:{archive}") { AfterPush = true };

    /// <summary>Read the config.</summary>
    public static RequestPattern ReadConfig { get; } = new("GET", "/blobs/sha256:{config}") { AfterPush = true };

    /// <summary>Ask for a token.</summary>
    public static RequestPattern Token { get; } = new("GET|POST", "^/token") { Anonymous = true };

    /// <summary>Anything.</summary>
    public static RequestPattern Any { get; } = new("GET|HEAD|POST|PUT|PATCH|DELETE", "") { Anonymous = true };
}
