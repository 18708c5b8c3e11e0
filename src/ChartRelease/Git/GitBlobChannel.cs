using System.Globalization;
using System.Text;
using ChartRelease.Processes;

namespace ChartRelease.Git;

/// <summary>One <c>git cat-file --batch</c>, for one reader at a time.</summary>
internal sealed class GitBlobChannel(GitCommand git) : IAsyncDisposable
{
    /// <summary>How long git may take to end once nothing more is asked, before it is killed.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    // Below this size git takes a packed blob into its memory before the first byte comes out; its default is half a gigabyte.
    private static readonly string Streaming = string.Create(CultureInfo.InvariantCulture, $"core.bigFileThreshold={GitBlobReader.BufferedSize}");

    private readonly RunningProcess _process = RunningProcess.Start(git.Reader("-c", Streaming, "cat-file", "--batch"));

    /// <summary>Whether an answer broke off, or was none, so that no other can be read.</summary>
    public bool IsBroken { get; private set; }

    /// <summary>Ends git at once.</summary>
    public void Kill()
    {
        IsBroken = true;
        _process.Kill();
    }

    /// <summary>Asks for blobs; each has to be read with <see cref="Read"/>, in this order.</summary>
    /// <param name="ids">Their ids, together no more than the pipe to git holds: while it waits for its answers to be read, git reads no ids.</param>
    public void Ask(IEnumerable<string> ids)
    {
        try
        {
            _process.Input.Write(Encoding.ASCII.GetBytes(string.Concat(ids.Select(static id => $"{id}\n"))));
            _process.Input.Flush();
        }
        catch (IOException exception)
        {
            IsBroken = true;
            throw GitObjectFailure.Of(ids.First(), "git ended early", exception);
        }
    }

    /// <summary>Reads the next answer.</summary>
    /// <param name="id">The id that was asked for.</param>
    /// <param name="release">Called once when the next answer can be read: at once for a small blob, when the stream of a large one is disposed.</param>
    public Stream Read(string id, Action release)
    {
        var handedOver = false;
        try
        {
            var size = ReadSize(id);
            if (size > GitBlobReader.BufferedSize)
            {
                handedOver = true;
                return new GitBlobStream(_process.Output, size, complete => End(complete, release));
            }

            var content = new byte[size];
            _process.Output.ReadExactly(content);
            ReadLineFeed();
            return new MemoryStream(content, writable: false);
        }
        catch (IOException exception)
        {
            IsBroken = true;
            throw GitObjectFailure.Of(id, "git ended early", exception);
        }
        finally
        {
            if (!handedOver)
            {
                release();
            }
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _process.EndAsync(Patience).ConfigureAwait(false);
        await _process.DisposeAsync().ConfigureAwait(false);
    }

    // Whether a streamed blob was read to its end and the process can answer again.
    private void End(bool complete, Action release)
    {
        try
        {
            IsBroken |= !complete || _process.Output.ReadByte() != '\n';
        }
        catch (IOException)
        {
            IsBroken = true; // whoever asks next is told
        }
        finally
        {
            release();
        }
    }

    /// <summary>Reads <c>ID SP TYPE SP SIZE LF</c>, or <c>ID SP missing LF</c>. After any other answer nothing that follows can be trusted.</summary>
    private long ReadSize(string id)
    {
        if (IsBroken)
        {
            throw GitObjectFailure.Of(id, "an earlier object broke off", null);
        }

        var header = ReadLine();
        if (header.Split(' ') is [var name, "blob", var size] && name == id)
        {
            return long.Parse(size, CultureInfo.InvariantCulture);
        }

        IsBroken = header != $"{id} missing";
        throw GitObjectFailure.Of(id, header, null);
    }

    private string ReadLine()
    {
        var line = new StringBuilder();
        int value;
        while ((value = _process.Output.ReadByte()) != '\n')
        {
            line.Append(value >= 0 ? (char)value : throw new EndOfStreamException());
        }

        return line.ToString();
    }

    private void ReadLineFeed()
    {
        if (_process.Output.ReadByte() != '\n')
        {
            throw new EndOfStreamException();
        }
    }
}
