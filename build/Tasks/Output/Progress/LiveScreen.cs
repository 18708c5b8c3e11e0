using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using ChartRelease;

namespace Cake.Frosting.ChartRelease;

/// <summary>
/// A thread that draws a board until it is disposed. What is over in a blink is not drawn: that would flicker, and cost the loading of the
/// library that draws. No line is lost: it goes through the screen, or afterwards to the log.
/// </summary>
internal sealed class LiveScreen : IDisposable
{
    private const string ShowCursor = "\e[?25h";

    /// <summary>What takes less is not drawn.</summary>
    public static readonly TimeSpan Blink = TimeSpan.FromMilliseconds(100);

    private readonly Lock _gate = new();
    private readonly ManualResetEventSlim _closing = new();
    private readonly ConcurrentQueue<ScreenLine> _lines = new();
    private readonly IReleaseLog _log;
    private readonly Action<ScreenFeed> _draw;
    private readonly Thread _thread;
    private bool _isDrawn;

    /// <summary>Starts the thread.</summary>
    /// <param name="board">What is drawn.</param>
    /// <param name="log">Gets the lines that came too late for the screen.</param>
    /// <param name="blink">How long it waits before it draws.</param>
    /// <param name="draw">Draws until the feed ends.</param>
    public LiveScreen(ProgressBoard board, IReleaseLog log, TimeSpan blink, Action<ScreenFeed> draw)
    {
        (_log, _draw) = (log, draw);
        _thread = new Thread(() => Run(new ScreenFeed(board, _lines, _closing), blink)) { IsBackground = true, Name = "Progress" };
        _thread.Start();
    }

    /// <summary>Writes a line above what is drawn.</summary>
    /// <returns>Whether the screen took it; not while nothing is drawn.</returns>
    public bool TryWrite(ReleaseLogLevel level, string message)
    {
        lock (_gate)
        {
            if (_isDrawn)
            {
                _lines.Enqueue(new ScreenLine(level, message));
            }

            return _isDrawn;
        }
    }

    /// <summary>Shows the cursor again, below what is drawn; the process is about to end.</summary>
    public void Leave()
    {
        if (Volatile.Read(ref _isDrawn))
        {
            Console.Out.WriteLine(ShowCursor);
        }
    }

    /// <summary>Takes the drawing away and waits until it is gone.</summary>
    public void Dispose()
    {
        _closing.Set();
        _thread.Join();
        _closing.Dispose();
    }

    [SuppressMessage("Design", "CA1031", Justification = "A release does not fail because its progress cannot be drawn.")]
    private void Run(ScreenFeed feed, TimeSpan blink)
    {
        if (_closing.Wait(blink))
        {
            return;
        }

        lock (_gate)
        {
            _isDrawn = true;
        }

        try
        {
            _draw(feed);
        }
        catch (Exception exception)
        {
            _log.Write(ReleaseLogLevel.Debug, $"The progress cannot be drawn: {exception.Message}");
        }

        lock (_gate)
        {
            _isDrawn = false;
            while (_lines.TryDequeue(out var line))
            {
                _log.Write(line.Level, line.Message);
            }
        }
    }
}
