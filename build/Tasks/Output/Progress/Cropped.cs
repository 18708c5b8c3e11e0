using Spectre.Console.Rendering;

namespace Cake.Frosting.ChartRelease;

/// <summary>Cuts lines off at the edge of the terminal: one that wrapped would stay when the drawing is taken away.</summary>
internal sealed class Cropped(IRenderable content) : IRenderable
{
    private const int Unbounded = 1000;

    /// <inheritdoc/>
    public Measurement Measure(RenderOptions options, int maxWidth) => content.Measure(options, maxWidth);

    /// <inheritdoc/>
    public IEnumerable<Segment> Render(RenderOptions options, int maxWidth)
    {
        var lines = Segment.SplitLines(content.Render(options, Unbounded));
        return lines.Index().SelectMany(line =>
            line.Index == 0 ? Segment.Truncate(line.Item, maxWidth) : Segment.Truncate(line.Item, maxWidth).Prepend(Segment.LineBreak));
    }
}
