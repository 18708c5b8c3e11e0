using ChartRelease.Oci;
using ChartRelease.Release.Packaging;

namespace ChartRelease.Release.Progress;

/// <summary>
/// Counts what is read of a chart while it is sent or compared. A blob that is opened again is sent again: its count starts anew, and what
/// a stream opened before it still gives away counts no longer.
/// </summary>
/// <param name="moved">Gets the sum over all blobs whenever it changes.</param>
internal sealed class ByteCounter(Action<long> moved)
{
    private readonly Lock _gate = new();
    private long _sum;

    /// <summary>The same chart, config and archive counted.</summary>
    public PackagedChart Count(PackagedChart chart) => chart with
    {
        Config = Count(chart.Config),
        Archive = Count(chart.Archive),
    };

    /// <summary>The same blob, counted.</summary>
    public Blob Count(Blob blob)
    {
        var counted = new CountedBlob(this);
        return blob with
        {
            OpenAsync = async cancellationToken =>
            {
                var content = await blob.OpenAsync(cancellationToken).ConfigureAwait(false);
                var opening = counted.Open();
                return new CountingStream(content, position => counted.Reached(opening, position));
            },
        };
    }

    private void Tell(long difference) => moved(_sum += difference);

    private sealed class CountedBlob(ByteCounter owner)
    {
        private long _position;
        private int _opening;

        public int Open()
        {
            lock (owner._gate)
            {
                _opening++;
                Move(0);
                return _opening;
            }
        }

        public void Reached(int opening, long position)
        {
            lock (owner._gate)
            {
                if (opening == _opening)
                {
                    Move(position);
                }
            }
        }

        private void Move(long position)
        {
            if (position != _position)
            {
                owner.Tell(position - _position);
                _position = position;
            }
        }
    }
}
