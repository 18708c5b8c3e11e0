namespace ChartRelease.Charts.Archive.Deflate;

/// <summary>
/// Cuts a window into literals and matches. Before a match is taken, the next position is asked for a longer one. Where nothing has matched for
/// long (packed files in a chart), ever fewer positions are looked at.
/// </summary>
/// <param name="window">The bytes.</param>
/// <param name="block">Gets literals and matches.</param>
internal sealed class MatchParser(byte[] window, TokenBlock block)
{
    private const int FirstDepth = 48;
    private const int NextDepth = 12;
    private const int ReviewEvery = 4 * 1024;
    private const int LiteralsPerStep = 64;
    private const int LongestStep = 16;

    private readonly MatchFinder _finder = new(window);
    private int _shortest = MatchFinder.MinimumLength;
    private int _review = ReviewEvery;
    private int _unmatched; // the first literal behind the last match

    /// <summary>Everything before it is in the block, or was in one.</summary>
    public int Position { get; private set; }

    /// <summary>Parses until the block is full, or until too little is left to tell how long a match is.</summary>
    /// <param name="end">Bytes in the window.</param>
    /// <param name="isLast">Whether no byte follows, so that everything is parsed.</param>
    /// <returns>False when the block is full and has to be written first.</returns>
    public bool Parse(int end, bool isLast)
    {
        var stop = end - (isLast ? MatchFinder.MinimumLength : DeflateCodes.MaximumLength + MatchFinder.MinimumLength);
        for (var position = Position; position <= stop;)
        {
            if (position >= _review)
            {
                AddLiterals(position);
                _shortest = LiteralCost.ShortestMatch(block.Literals) ?? _shortest;
                _review = position + ReviewEvery;
            }

            var length = _finder.Find(position, Limit(position, end), _shortest - 1, FirstDepth, out var distance);
            if (length < _shortest)
            {
                position += 1 + Math.Min((position - _unmatched) / LiteralsPerStep, LongestStep);
                continue;
            }

            var known = position + 1;
            while (length < MatchFinder.LongEnough && position < stop)
            {
                known = position + 2;
                var longer = _finder.Find(position + 1, Limit(position + 1, end), length, NextDepth, out var nextDistance);
                if (longer <= length)
                {
                    break;
                }

                position++;
                (length, distance) = (longer, nextDistance);
            }

            AddLiterals(position);
            AddMatch(length, distance);
            position = Position;
            _finder.Insert(known, Math.Min(position, end - MatchFinder.MinimumLength + 1));
            if (block.IsFull)
            {
                return false;
            }
        }

        AddLiterals(isLast ? end : Math.Max(Position, stop + 1));
        return true;
    }

    /// <summary>The window lost its first bytes.</summary>
    /// <param name="count">How many; a multiple of 32 KiB.</param>
    public void Slide(int count)
    {
        Position -= count;

        // No further back than the longest step asks for: without a match for 2 GiB it would leave the range of numbers.
        _unmatched = Math.Max(_unmatched - count, Position - (LiteralsPerStep * LongestStep));
        _review -= count;
        _finder.Slide(count);
    }

    /// <summary>Starts over.</summary>
    public void Clear()
    {
        (Position, _unmatched, _review, _shortest) = (0, 0, ReviewEvery, MatchFinder.MinimumLength);
        _finder.Clear();
    }

    private static int Limit(int position, int end) => Math.Min(end - position, DeflateCodes.MaximumLength);

    private void AddLiterals(int position)
    {
        block.Add(window.AsSpan(Position, position - Position));
        Position = position;
    }

    private void AddMatch(int length, int distance)
    {
        block.Add(length, distance);
        Position += length;
        _unmatched = Position;
    }
}
