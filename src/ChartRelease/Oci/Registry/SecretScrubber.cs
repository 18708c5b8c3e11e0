using System.Collections.Concurrent;

namespace ChartRelease.Oci.Registry;

/// <summary>
/// Takes the secrets of this target out of text that a server wrote: some echo the request in their error pages.
/// </summary>
internal sealed class SecretScrubber
{
    private readonly ConcurrentDictionary<string, bool> _secrets = new(StringComparer.Ordinal);

    /// <summary>Remembers a secret, in every form in which it is sent.</summary>
    public void Add(string secret)
    {
        if (secret.Length > 0)
        {
            _secrets[secret] = true;
            _secrets[Uri.EscapeDataString(secret)] = true;
        }
    }

    /// <summary>The text with <c>***</c> in the place of each secret.</summary>
    public string Clean(string text) => _secrets.Keys
        .OrderByDescending(secret => secret.Length)
        .Aggregate(text, (cleaned, secret) => cleaned.Replace(secret, "***", StringComparison.Ordinal));
}
