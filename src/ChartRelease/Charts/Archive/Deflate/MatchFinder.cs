using System.Buffers.Binary;
using System.Numerics;

namespace ChartRelease.Charts.Archive.Deflate;

/// <summary>Finds earlier places with the same bytes, the latest first: chains of positions whose first four bytes have one hash.</summary>
/// <param name="window">The bytes.</param>
internal sealed class MatchFinder(byte[] window)
{
    /// <summary>The shortest match that is found; three bytes are seldom worth their distance.</summary>
    public const int MinimumLength = 4;

    /// <summary>A length at which the search stops.</summary>
    public const int LongEnough = 96;

    private const int HashBits = 15;
    private const int Mask = DeflateCodes.MaximumDistance - 1;

    private readonly byte[] _window = window;

    // Positions plus one; 0 is none. Entries that are too old stay until they are overwritten: a chain ends at the first of them.
    private readonly int[] _latest = new int[1 << HashBits];
    private readonly int[] _earlier = new int[DeflateCodes.MaximumDistance];

    /// <summary>Makes positions findable.</summary>
    /// <param name="from">The first; four bytes follow from each.</param>
    /// <param name="to">The one behind the last.</param>
    public void Insert(int from, int to)
    {
        for (var position = from; position < to; position++)
        {
            ref var latest = ref _latest[Hash(Read(position))];
            _earlier[position & Mask] = latest;
            latest = position + 1;
        }
    }

    /// <summary>Makes a position findable and looks for a match.</summary>
    /// <param name="position">Four bytes follow from here.</param>
    /// <param name="limit">The longest length of use; so many bytes follow from here.</param>
    /// <param name="longerThan">Only a longer match is of use; at least 3.</param>
    /// <param name="depth">How many places to look at.</param>
    /// <param name="distance">How far back the match lies, if there is one.</param>
    /// <returns>The length of the longest match, the nearest of those; <paramref name="longerThan"/> if there is none.</returns>
    public int Find(int position, int limit, int longerThan, int depth, out int distance)
    {
        distance = 0;
        var start = Read(position);
        ref var latest = ref _latest[Hash(start)];
        var candidate = latest - 1;
        _earlier[position & Mask] = latest;
        latest = position + 1;

        var best = longerThan;
        var oldest = Math.Max(0, position - Mask); // one further back had the slot that is this position's now
        if (candidate < oldest || best >= limit)
        {
            return best;
        }

        // A longer match has the same bytes at its end too, which rules most places out.
        var end = Read(position + best - 3);
        do
        {
            if (Read(candidate + best - 3) == end && Read(candidate) == start && CommonLength(candidate, position, limit) is var length && length > best)
            {
                (best, distance) = (length, position - candidate);
                if (best >= Math.Min(limit, LongEnough))
                {
                    break;
                }

                end = Read(position + best - 3);
            }

            candidate = _earlier[candidate & Mask] - 1;
        }
        while (candidate >= oldest && --depth > 0);
        return best;
    }

    /// <summary>The window lost its first bytes.</summary>
    /// <param name="count">How many; a multiple of 32 KiB.</param>
    public void Slide(int count)
    {
        Slide(_latest, count);
        Slide(_earlier, count);
    }

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        Array.Clear(_latest);
        Array.Clear(_earlier);
    }

    private static void Slide(int[] positions, int count)
    {
        foreach (ref var position in positions.AsSpan())
        {
            position = Math.Max(0, position - count);
        }
    }

    private static int Hash(uint bytes) => (int)((bytes * 0x9E37_79B1) >> (32 - HashBits));

    private uint Read(int position) => BinaryPrimitives.ReadUInt32LittleEndian(_window.AsSpan(position));

    private ulong ReadLong(int position) => BinaryPrimitives.ReadUInt64LittleEndian(_window.AsSpan(position));

    // The first four bytes are the same.
    private int CommonLength(int candidate, int position, int limit)
    {
        var length = MinimumLength;
        for (; length + sizeof(ulong) <= limit; length += sizeof(ulong))
        {
            if ((ReadLong(candidate + length) ^ ReadLong(position + length)) is var difference && difference != 0)
            {
                return length + (BitOperations.TrailingZeroCount(difference) >> 3);
            }
        }

        while (length < limit && _window[candidate + length] == _window[position + length])
        {
            length++;
        }

        return length;
    }
}
