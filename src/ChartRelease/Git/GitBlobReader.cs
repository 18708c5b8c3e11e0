using System.Collections.Concurrent;
using System.Text;

namespace ChartRelease.Git;

/// <summary>Reads blobs, several at once: each reader has a git process to itself, and a process is started only when all others are busy.</summary>
internal sealed class GitBlobReader(GitCommand git) : IAsyncDisposable
{
    /// <summary>Blobs up to this size are read at once; a larger one is streamed, and holds its process until it is disposed.</summary>
    public const int BufferedSize = 1 << 20;

    private static readonly int Most = Math.Min(Environment.ProcessorCount, 8);

    private readonly SemaphoreSlim _places = new(Most, Most);
    private readonly ConcurrentBag<GitBlobChannel> _idle = [];
    private readonly ConcurrentBag<GitBlobChannel> _all = [];

    public Stream Open(string id)
    {
        _places.Wait();
        GitBlobChannel? channel = null;
        try
        {
            channel = Take();
        }
        finally
        {
            if (channel is null)
            {
                _places.Release();
            }
        }

        return channel.Open(id, () =>
        {
            _idle.Add(channel);
            _places.Release();
        });
    }

    public string ReadText(string id)
    {
        using var reader = new StreamReader(Open(id), Encoding.UTF8, detectEncodingFromByteOrderMarks: false);
        return reader.ReadToEnd();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var channel in _all)
        {
            await channel.DisposeAsync().ConfigureAwait(false);
        }

        _places.Dispose();
    }

    private GitBlobChannel Take()
    {
        if (!_idle.TryTake(out var channel))
        {
            channel = new GitBlobChannel(git);
            _all.Add(channel);
        }

        return channel;
    }
}
