using ChartRelease;
using Spectre.Console;

namespace Cake.Frosting.ChartRelease;

/// <summary>Draws a screen with Spectre.Console. Nothing else of the progress knows it, so that it is loaded only when something is drawn.</summary>
internal static class LiveDrawing
{
    /// <summary>Draws on standard output.</summary>
    /// <param name="feed">What is drawn.</param>
    /// <param name="least">The least level of the lines that are shown.</param>
    public static void Draw(ScreenFeed feed, ReleaseLogLevel least) => Draw(feed, least, Terminal());

    /// <summary>Draws on a console, takes the drawing away at the end of the feed, and leaves the cursor as it was.</summary>
    public static void Draw(ScreenFeed feed, ReleaseLogLevel least, IAnsiConsole console)
    {
        var profile = console.Profile;
        console.Live(new Text("")).AutoClear(true).Overflow(VerticalOverflow.Crop).Start(context =>
        {
            var frame = 0;
            do
            {
                foreach (var line in feed.TakeLines().Where(line => line.Level >= least))
                {
                    console.Write(new LineAbove(line));
                }

                // Asked for each time: a user may change the size of the terminal.
                var view = new LiveView(profile.Width, profile.Height, profile.Capabilities.Unicode);
                context.UpdateTarget(view.Render(feed.Look(), frame++));
            }
            while (feed.Next());
        });
    }

    // That this is a terminal for people is decided already; colour is left to the library, which honours NO_COLOR.
    private static IAnsiConsole Terminal() => AnsiConsole.Create(new AnsiConsoleSettings
    {
        Out = new AnsiConsoleOutput(Console.Out),
        Interactive = InteractionSupport.Yes,
        Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
    });
}
