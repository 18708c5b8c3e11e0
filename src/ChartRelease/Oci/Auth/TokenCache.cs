using System.Collections.Concurrent;

namespace ChartRelease.Oci.Auth;

/// <summary>What a token is good for.</summary>
internal sealed record TokenKey(string Realm, string Service, string Scope);

/// <summary>Tokens of one target. Requests that need the same one at the same time share one answer.</summary>
internal sealed class TokenCache(TimeProvider time) : IDisposable
{
    private readonly ConcurrentDictionary<TokenKey, Lazy<Task<AccessToken>>> _tokens = new();
    private readonly CancellationTokenSource _disposed = new();

    /// <summary>A token that lasts for one more request; fetched unless there is one.</summary>
    /// <param name="key">What it is good for.</param>
    /// <param name="fetch">Asks the token server; runs to its end even if the first who asked gives up, because others may wait for it.</param>
    /// <param name="cancellationToken">Ends the waiting, not the fetching.</param>
    /// <returns>The token, and whether it was fetched for this call.</returns>
    public async Task<(AccessToken Token, bool Fresh)> GetAsync(
        TokenKey key, Func<CancellationToken, Task<AccessToken>> fetch, CancellationToken cancellationToken)
    {
        while (true)
        {
            var mine = new Lazy<Task<AccessToken>>(() => fetch(_disposed.Token));
            var entry = _tokens.GetOrAdd(key, mine);
            try
            {
                var token = await entry.Value.WaitAsync(cancellationToken).ConfigureAwait(false);
                if (entry == mine || token.IsUsable(time.GetUtcNow()))
                {
                    return (token, entry == mine);
                }
            }
            catch when (entry.Value.IsFaulted || entry.Value.IsCanceled)
            {
                // A failure is an answer for those who waited, not for those who come later.
                _tokens.TryRemove(new(key, entry));
                throw;
            }

            _tokens.TryRemove(new(key, entry));
        }
    }

    /// <summary>Forgets a token that the registry refused, unless it was replaced already.</summary>
    public void Remove(TokenKey key, AccessToken token)
    {
        if (_tokens.TryGetValue(key, out var entry) && entry.IsValueCreated && entry.Value.IsCompletedSuccessfully
            && ReferenceEquals(entry.Value.Result, token))
        {
            _tokens.TryRemove(new(key, entry));
        }
    }

    public void Dispose()
    {
        _disposed.Cancel();
        _disposed.Dispose();
    }
}
