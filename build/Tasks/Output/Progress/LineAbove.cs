using ChartRelease;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Cake.Frosting.ChartRelease;

/// <summary>A log line that takes the place where the drawing begins; the drawing is then drawn below it.</summary>
internal sealed class LineAbove(ScreenLine line) : IRenderable
{
    // The library draws over what was there: of a line that was longer, the end would stay.
    private const string EraseBelow = "\e[J";

    private readonly IRenderable _text = new Text(line.Message, line.Level == ReleaseLogLevel.Warning ? new Style(Color.Yellow) : Style.Plain);

    /// <inheritdoc/>
    public Measurement Measure(RenderOptions options, int maxWidth) => _text.Measure(options, maxWidth);

    /// <inheritdoc/>
    public IEnumerable<Segment> Render(RenderOptions options, int maxWidth) =>
        [Segment.Control(EraseBelow), .. _text.Render(options, maxWidth), Segment.LineBreak];
}
