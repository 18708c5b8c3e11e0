using System.Text;
using System.Text.RegularExpressions;

namespace ChartRelease.Testing;

/// <summary>What a terminal shows, scrollback included, after everything a program wrote. It is wide enough that no line wraps.</summary>
public sealed partial class TerminalScreen
{
    private readonly List<StringBuilder> _lines = [new()];
    private int _row;
    private int _column;

    /// <summary>Shows what was written.</summary>
    public TerminalScreen(string written)
    {
        foreach (Match part in Part().Matches(written))
        {
            if (part.Groups["command"] is { Success: true } command)
            {
                Obey(command.Value[0], part.Groups["arguments"].Value);
            }
            else if (part.Value[0] != '\e')
            {
                Write(part.Value[0]);
            }
        }
    }

    /// <summary>The lines, without spaces at their ends.</summary>
    public IReadOnlyList<string> Lines => [.. _lines.Select(line => line.ToString().TrimEnd())];

    /// <summary>Whether the cursor can be seen.</summary>
    public bool IsCursorShown { get; private set; } = true;

    /// <inheritdoc/>
    public override string ToString() => string.Join('\n', Lines);

    private void Write(char character)
    {
        switch (character)
        {
            case '\r':
                _column = 0;
                break;
            case '\n':
                if (++_row == _lines.Count)
                {
                    _lines.Add(new());
                }

                break;
            case >= ' ':
                var line = _lines[_row];
                line.Append(' ', Math.Max(0, _column + 1 - line.Length));
                line[_column++] = character;
                break;
        }
    }

    private void Obey(char command, string arguments)
    {
        switch (command)
        {
            case 'A':
                _row = Math.Max(0, _row - int.Parse(arguments.Length > 0 ? arguments : "1", System.Globalization.CultureInfo.InvariantCulture));
                break;
            case 'K':
                _lines[_row].Length = arguments == "2" ? 0 : Math.Min(_lines[_row].Length, _column);
                break;
            case 'J':
                _lines[_row].Length = Math.Min(_lines[_row].Length, _column);
                _lines.RemoveRange(_row + 1, _lines.Count - _row - 1);
                break;
            case 'h' or 'l' when arguments == "?25":
                IsCursorShown = command == 'h';
                break;
            case 'm' or 'h' or 'l':
                break;
            default:
                throw new NotSupportedException($"CSI {arguments}{command}");
        }
    }

    // A control sequence, another escape (of two characters), or one character.
    [GeneratedRegex(@"\e\[(?<arguments>[?0-9;]*)(?<command>[A-Za-z])|\e[^\[]|.", RegexOptions.Singleline)]
    private static partial Regex Part();
}
