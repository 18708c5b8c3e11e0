using Spectre.Console;

namespace Cake.Frosting.ChartRelease;

/// <summary>Writes a table that keeps its words whole: on a terminal in its width, elsewhere as wide as it needs.</summary>
internal static class TextTable
{
    private const int UnboundedWidth = 1000;

    public static void Write(IReadOnlyList<string> header, IEnumerable<IReadOnlyList<string>> rows)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Out) });
        if (Console.IsOutputRedirected)
        {
            console.Profile.Width = UnboundedWidth;
        }

        var table = new Table { Border = TableBorder.Simple };
        foreach (var title in header)
        {
            table.AddColumn(new TableColumn(new Text(title)) { NoWrap = header.Count > 1 && title != header[^1] });
        }

        foreach (var row in rows)
        {
            table.AddRow(row.Select(cell => new Text(cell)));
        }

        console.Write(table);
    }
}
