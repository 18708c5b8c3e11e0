using System.Collections.Concurrent;
using System.Text;

namespace ChartRelease.Git;

/// <summary>Reads blobs, several at once: each reader has a git process to itself, and a process is started only when all others are busy.</summary>
internal sealed class GitBlobReader(GitCommand git) : IAsyncDisposable
{
    /// <summary>Blobs up to this size are read at once; a larger one is streamed, and holds its process until it is disposed.</summary>
    public const int BufferedSize = 1 << 20;

    // Ids take 41 or 65 bytes each, and the smallest pipe of a system holds 4 KiB.
    private const int MostAhead = 60;

    private static readonly int Most = Environment.ProcessorCount;

    private readonly SemaphoreSlim _places = new(Most, Most);
    private readonly ConcurrentBag<GitBlobChannel> _idle = [];
    private readonly ConcurrentBag<GitBlobChannel> _all = [];

    /// <summary>Opens a blob; of a large one the caller disposes the stream before it asks for more.</summary>
    public Stream Open(string id)
    {
        var channel = Take();
        try
        {
            channel.Ask([id]);
        }
        catch
        {
            Return(channel);
            throw;
        }

        return channel.Read(id, () => Return(channel));
    }

    /// <summary>Opens blobs one after another, while git prepares the next.</summary>
    /// <param name="ids">Their ids.</param>
    /// <returns>The blobs; each is disposed before the next is taken.</returns>
    public IEnumerable<Stream> OpenAll(IReadOnlyList<string> ids)
    {
        if (ids.Count == 0)
        {
            yield break;
        }

        var channel = Take();
        var (asked, read) = (0, 0);
        try
        {
            foreach (var id in ids)
            {
                if (asked == read)
                {
                    asked = Math.Min(ids.Count, asked + MostAhead);
                    channel.Ask(ids.Take(read..asked));
                }

                // Whoever takes the last one need not ask whether there is another.
                yield return channel.Read(id, () => read++);
            }
        }
        finally
        {
            Return(channel, isReusable: asked == read);
        }
    }

    /// <summary>How many git processes were started so far.</summary>
    public int Started => _all.Count;

    /// <summary>The text of a blob.</summary>
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
        _places.Wait();
        try
        {
            if (!_idle.TryTake(out var channel))
            {
                channel = new GitBlobChannel(git);
                _all.Add(channel);
            }

            return channel;
        }
        catch
        {
            _places.Release();
            throw;
        }
    }

    // With answers that nobody reads, git waits for ever; another takes its place.
    private void Return(GitBlobChannel channel, bool isReusable = true)
    {
        if (isReusable && !channel.IsBroken)
        {
            _idle.Add(channel);
        }
        else
        {
            channel.Kill();
        }

        _places.Release();
    }
}
