using ChartRelease;

namespace Cake.Frosting.ChartRelease;

/// <summary>A log line that goes through a screen.</summary>
/// <param name="Level">How much it matters.</param>
/// <param name="Message">What it says.</param>
internal sealed record ScreenLine(ReleaseLogLevel Level, string Message);
