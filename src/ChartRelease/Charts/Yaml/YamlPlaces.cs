using YamlDotNet.Core;

namespace ChartRelease.Charts.Yaml;

/// <summary>Finds where the values of a mapping stand, and refuses those that cannot be replaced exactly.</summary>
/// <param name="document">The file.</param>
internal sealed class YamlPlaces(YamlDocument document)
{
    private readonly string _text = document.Text;

    /// <summary>The mapping that the file consists of.</summary>
    public YamlMap Root()
    {
        var map = document.Root as YamlMap ?? throw Refused(1, "the file is not a YAML mapping");
        return document.Duplicates is not [var duplicate, ..]
            ? InBlockStyle(map)
            : throw Refused(duplicate.Line, $"the key \"{duplicate.Key}\" stands twice");
    }

    /// <summary>The edit that gives a key another value on one line.</summary>
    public TextEdit Replace(YamlMap map, string key, string value)
    {
        var scalar = OnOneLine(map, key);
        return IsAbsent(scalar)
            ? new TextEdit(AfterColon(map, key), 0, " " + ChartYamlScalar.Render(value, ScalarStyle.DoubleQuoted))
            : new TextEdit(scalar.Start, scalar.End - scalar.Start, ChartYamlScalar.Render(value, scalar.Style));
    }

    /// <summary>The edit that adds a line after the one of a key.</summary>
    public TextEdit AddAfter(YamlMap map, string existing, string key, string value)
    {
        var end = OnOneLine(map, existing).End;
        return AddLines(end, $"{Indentation(map, existing)}{key}: {ChartYamlScalar.Render(value, ScalarStyle.DoubleQuoted)}");
    }

    /// <summary>The edit that gives a key a literal block of text.</summary>
    /// <param name="map">The mapping.</param>
    /// <param name="key">A key that is there.</param>
    /// <param name="lines">The lines; the first does not begin with a space.</param>
    public TextEdit ReplaceByBlock(YamlMap map, string key, IReadOnlyList<string> lines)
    {
        var scalar = Scalar(map, key);
        var (start, end) = IsAbsent(scalar) ? (AfterColon(map, key), AfterColon(map, key)) : (scalar.Start, LastCharacter(scalar) + 1);
        var block = (IsAbsent(scalar) ? " " : "") + Block(Indentation(map, key), lines);
        return new TextEdit(start, end - start, _text.AsSpan(end).ContainsAny('\r', '\n') ? block : block + LineEnd(0));
    }

    /// <summary>The edit that adds a key with a literal block of text at the end of a mapping.</summary>
    public TextEdit AddBlock(YamlMap map, string key, IReadOnlyList<string> lines)
    {
        var (last, value) = InBlockStyle(map).Entries[^1];
        var indentation = Indentation(map, ((YamlScalar)last).Value);
        return AddBlock(LastCharacter(value) + 1, $"{indentation}{key}: {Block(indentation, lines)}");
    }

    /// <summary>The edit that adds a mapping of one key, with a literal block of text, at the end of a mapping or for a key without a value.</summary>
    public TextEdit AddMapWithBlock(YamlMap map, string outer, string key, IReadOnlyList<string> lines)
    {
        var place = map.FindKey(outer) ?? (YamlScalar)InBlockStyle(map).Entries[^1].Key;
        var indentation = Indentation(map, place.Value);
        var inner = $"{indentation}  {key}: {Block(indentation + "  ", lines)}";
        return place.Value == outer
            ? AddBlock(AfterColon(map, outer), inner)
            : AddBlock(LastCharacter(map.Entries[^1].Value) + 1, $"{indentation}{outer}:{LineEnd(0)}{inner}");
    }

    /// <summary>A value that may be replaced.</summary>
    private YamlScalar Scalar(YamlMap map, string key)
    {
        var value = map.Named.FirstOrDefault(entry => entry.Key.Value == key).Value ?? throw Refused(map.Line, $"there is no \"{key}\"");
        return value switch
        {
            YamlAlias => throw Refused(value.Line, $"\"{key}\" is an alias"),
            { IsDecorated: true } => throw Refused(value.Line, $"\"{key}\" has an anchor or a tag"),
            YamlScalar scalar => scalar,
            _ => throw Refused(value.Line, $"\"{key}\" is not a text"),
        };
    }

    private YamlScalar OnOneLine(YamlMap map, string key) => Scalar(map, key) switch
    {
        { Style: ScalarStyle.Literal or ScalarStyle.Folded } block => throw Refused(block.Line, $"\"{key}\" is a block of text"),
        var scalar when _text.AsSpan(scalar.Start, scalar.End - scalar.Start).ContainsAny('\r', '\n') =>
            throw Refused(scalar.Line, $"\"{key}\" goes over several lines"),
        var scalar => scalar,
    };

    private YamlMap InBlockStyle(YamlMap map) => _text[map.Start] != '{' ? map : throw Refused(map.Line, "a mapping is written in braces");

    private static bool IsAbsent(YamlScalar scalar) => scalar.IsNull && scalar.Value.Length == 0;

    private int AfterColon(YamlMap map, string key) => _text.IndexOf(':', map.FindKey(key)!.End) + 1;

    // A block of text is said to end where the next token begins.
    private int LastCharacter(YamlNode node)
    {
        var content = _text.AsSpan(0, node.End).TrimEnd();
        return content.Length - 1;
    }

    private string Indentation(YamlMap map, string key)
    {
        var name = map.FindKey(key)!;
        var lineStart = _text.AsSpan(0, name.Start).LastIndexOfAny('\r', '\n') + 1;
        var indentation = _text[lineStart..name.Start];
        return indentation.AsSpan().ContainsAnyExcept(' ') ? throw Refused(name.Line, $"\"{key}\" does not stand at the start of its line") : indentation;
    }

    private string Block(string indentation, IReadOnlyList<string> lines) =>
        string.Join(LineEnd(0), lines.Select(line => line.Length == 0 ? line : $"{indentation}  {line}").Prepend("|"));

    /// <summary>Adds lines below the one in which something ends.</summary>
    private TextEdit AddLines(int end, string lines)
    {
        var length = _text.AsSpan(end).IndexOfAny('\r', '\n');
        return length < 0
            ? new TextEdit(_text.Length, 0, LineEnd(0) + lines)
            : new TextEdit(end + length + LineEnd(end + length).Length, 0, lines + LineEnd(end + length));
    }

    // The last line of a block has a line end, or the text has none.
    private TextEdit AddBlock(int end, string lines) =>
        AddLines(end, lines) is { Text: [.., '\n' or '\r'] } edit ? edit : new TextEdit(_text.Length, 0, LineEnd(0) + lines + LineEnd(0));

    // The line end at this index, or the first one after it; a file without any gets a line feed.
    private string LineEnd(int index)
    {
        var found = _text.AsSpan(index).IndexOfAny('\r', '\n');
        return found < 0 || _text[index + found] == '\n' ? "\n" : _text.AsSpan(index + found).StartsWith("\r\n") ? "\r\n" : "\r";
    }

    private ChartReleaseException Refused(int line, string why) => new(
        new Failure(
            FailureReason.InvalidChart,
            $"The file cannot be edited without touching anything else: {why}.",
            "A mapping in block style, and what is edited as a plain or quoted scalar on a line of its own.",
            $"Write {document.File} that way, or make the change by hand.")
        { Location = new SourceLocation(document.File, line) });
}
