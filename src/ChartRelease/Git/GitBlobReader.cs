using System.Globalization;
using System.Text;
using ChartRelease.Processes;

namespace ChartRelease.Git;

/// <summary>Reads blobs through one <c>git cat-file --batch</c>, started with the first of them.</summary>
internal sealed class GitBlobReader(GitCommand git) : IAsyncDisposable
{
    /// <summary>How long git may take to end once nothing more is asked, before it is killed.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>Blobs up to this size are read at once; a larger one is streamed, and holds the process until it is disposed.</summary>
    public const int BufferedSize = 1 << 20;

    // Below this size git takes a packed blob into its memory before the first byte comes out; its default is half a gigabyte.
    private static readonly string Streaming = string.Create(CultureInfo.InvariantCulture, $"core.bigFileThreshold={BufferedSize}");

    private readonly SemaphoreSlim _turn = new(1, 1);
    private RunningProcess? _process;
    private bool _broken;

    public Stream Open(string id)
    {
        _turn.Wait();
        var handedOver = false;
        try
        {
            _process ??= RunningProcess.Start(git.Reader("-c", Streaming, "cat-file", "--batch"));
            var size = Ask(_process, id);
            if (size > BufferedSize)
            {
                handedOver = true;
                return new GitBlobStream(_process.Output, size, Release);
            }

            var content = new byte[size];
            _process.Output.ReadExactly(content);
            ReadLineFeed(_process.Output);
            return new MemoryStream(content, writable: false);
        }
        catch (IOException exception)
        {
            _broken = true;
            throw Failed(id, "git ended early", exception);
        }
        finally
        {
            if (!handedOver)
            {
                _turn.Release();
            }
        }
    }

    public string ReadText(string id)
    {
        using var reader = new StreamReader(Open(id), Encoding.UTF8, detectEncodingFromByteOrderMarks: false);
        return reader.ReadToEnd();
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is { } process)
        {
            _process = null;
            await process.EndAsync(Patience).ConfigureAwait(false);
            await process.DisposeAsync().ConfigureAwait(false);
        }

        _turn.Dispose();
    }

    /// <summary>Gives the process back after a streamed blob.</summary>
    /// <param name="complete">Whether the blob was read to its end and the process can answer again.</param>
    private void Release(bool complete)
    {
        _broken |= !complete;
        if (complete)
        {
            ReadLineFeed(_process!.Output);
        }

        _turn.Release();
    }

    /// <summary>Sends an id and reads <c>ID SP TYPE SP SIZE LF</c>.</summary>
    private long Ask(RunningProcess process, string id)
    {
        if (_broken)
        {
            throw Failed(id, "an earlier object broke off", null);
        }

        process.Input.Write(Encoding.ASCII.GetBytes(id + "\n"));
        process.Input.Flush();
        var header = ReadLine(process.Output);
        return header.Split(' ') is [_, "blob", var size]
            ? long.Parse(size, CultureInfo.InvariantCulture)
            : throw Failed(id, header, null);
    }

    private static string ReadLine(Stream stream)
    {
        var line = new StringBuilder();
        int value;
        while ((value = stream.ReadByte()) != '\n')
        {
            line.Append(value >= 0 ? (char)value : throw new EndOfStreamException());
        }

        return line.ToString();
    }

    private static void ReadLineFeed(Stream stream)
    {
        if (stream.ReadByte() != '\n')
        {
            throw new EndOfStreamException();
        }
    }

    private static ChartReleaseException Failed(string id, string found, Exception? exception) => new(
        FailureReason.GitFailed,
        $"The object {id} cannot be read from the repository: {found}.",
        "Every object of the commit in the repository, or, in a partial clone, at its remote.",
        "Check the repository with git fsck; in a partial clone check that the remote can be reached.",
        exception);
}
