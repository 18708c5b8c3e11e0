using System.Buffers;
using System.Buffers.Text;
using System.Text;

namespace ChartRelease.Git;

/// <summary>Reads trees out of what <c>git cat-file --batch</c> writes for each object: <c>ID SP TYPE SP SIZE LF</c>, the content, <c>LF</c>.</summary>
/// <param name="source">The output of git.</param>
internal sealed class TreeReader(Stream source) : IDisposable
{
    private readonly byte[] _buffer = ArrayPool<byte>.Shared.Rent(64 * 1024);
    private readonly (byte[] Content, int Size)[] _trees = [.. Enumerable.Repeat((Array.Empty<byte>(), 0), TreeWindow.Places)];
    private int _start;
    private int _end;

    /// <summary>The content of the tree at a place; of none, -1, empty.</summary>
    public ReadOnlySpan<byte> this[int place] => place < 0 ? [] : _trees[place].Content.AsSpan(0, _trees[place].Size);

    /// <summary>Reads the next tree.</summary>
    /// <param name="name">What it was asked for by.</param>
    /// <param name="place">Where it is put.</param>
    /// <exception cref="ChartReleaseException">Git has no tree of that name (<see cref="FailureReason.GitFailed"/>).</exception>
    public void Read(string name, int place)
    {
        var size = ReadHeader(name);
        var content = Room(place, size);
        var there = Math.Min(size, _end - _start);
        _buffer.AsSpan(_start, there).CopyTo(content);
        _start += there;
        source.ReadExactly(content, there, size - there);
        _trees[place] = (content, size);
        ReadLineFeed();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_buffer);
        foreach (var (content, _) in _trees.Where(static tree => tree.Content.Length > 0))
        {
            ArrayPool<byte>.Shared.Return(content);
        }
    }

    private byte[] Room(int place, int size)
    {
        var (content, _) = _trees[place];
        if (content.Length >= size)
        {
            return content;
        }

        if (content.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(content);
        }

        _trees[place] = (ArrayPool<byte>.Shared.Rent(size), 0);
        return _trees[place].Content;
    }

    private int ReadHeader(string name)
    {
        int length;
        while ((length = _buffer.AsSpan(_start, _end - _start).IndexOf((byte)'\n')) < 0)
        {
            Fill();
        }

        var header = _buffer.AsSpan(_start, length);
        _start += length + 1;
        var type = header.IndexOf(" tree "u8);
        return type > 0 && Utf8Parser.TryParse(header[(type + " tree "u8.Length)..], out int size, out _)
            ? size
            : throw GitObjectFailure.Of(name, Encoding.UTF8.GetString(header), null);
    }

    private void ReadLineFeed()
    {
        if (_start == _end)
        {
            Fill();
        }

        _start++;
    }

    private void Fill()
    {
        _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
        (_start, _end) = (0, _end - _start);
        var read = source.Read(_buffer, _end, _buffer.Length - _end);
        _end += read > 0 ? read : throw new EndOfStreamException();
    }
}
