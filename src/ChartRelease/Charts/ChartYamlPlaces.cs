using ChartRelease.Charts.Yaml;
using YamlDotNet.Core;

namespace ChartRelease.Charts;

/// <summary>Finds where top-level scalars of a Chart.yaml stand, and refuses those that cannot be replaced exactly.</summary>
internal sealed class ChartYamlPlaces
{
    private readonly YamlDocument _document;
    private readonly YamlMap _map;

    public ChartYamlPlaces(YamlDocument document)
    {
        _document = document;
        _map = document.Root as YamlMap ?? throw Refused(1, "the file is not a YAML mapping");
        if (document.Duplicates is [var duplicate, ..])
        {
            throw Refused(duplicate.Line, $"the key \"{duplicate.Key}\" stands twice");
        }

        if (document.Text[_map.Start] == '{')
        {
            throw Refused(_map.Line, "the mapping is written in braces");
        }
    }

    /// <summary>Whether a key stands in the mapping itself.</summary>
    public bool Has(string key) => _map.FindKey(key) is not null;

    /// <summary>The edit that gives a key another value.</summary>
    public TextEdit Replace(string key, string value)
    {
        var scalar = Scalar(key);
        if (scalar.IsNull && scalar.Value.Length == 0)
        {
            var colon = _document.Text.IndexOf(':', _map.FindKey(key)!.End) + 1;
            return new TextEdit(colon, 0, " " + ChartYamlScalar.Render(value, ScalarStyle.DoubleQuoted));
        }

        return new TextEdit(scalar.Start, scalar.End - scalar.Start, ChartYamlScalar.Render(value, scalar.Style));
    }

    /// <summary>The edit that adds a line after the one of a key.</summary>
    public TextEdit AddAfter(string existing, string key, string value)
    {
        var text = _document.Text;
        var (name, end) = (_map.FindKey(existing) ?? throw Missing(existing), Scalar(existing).End);
        var lineStart = text.AsSpan(0, name.Start).LastIndexOfAny('\r', '\n') + 1;
        var indentation = text[lineStart..name.Start];
        if (indentation.AsSpan().ContainsAnyExcept(' '))
        {
            throw Refused(name.Line, $"\"{existing}\" does not stand at the start of its line");
        }

        var line = $"{indentation}{key}: {ChartYamlScalar.Render(value, ScalarStyle.DoubleQuoted)}";
        var length = text.AsSpan(end).IndexOfAny('\r', '\n');
        return length < 0
            ? new TextEdit(text.Length, 0, LineEnd(0) + line)
            : new TextEdit(end + length + LineEnd(end + length).Length, 0, line + LineEnd(end + length));
    }

    private YamlScalar Scalar(string key)
    {
        var value = _map.Named.FirstOrDefault(entry => entry.Key.Value == key).Value ?? throw Missing(key);
        return value switch
        {
            YamlAlias => throw Refused(value.Line, $"\"{key}\" is an alias"),
            { IsDecorated: true } => throw Refused(value.Line, $"\"{key}\" has an anchor or a tag"),
            YamlScalar { Style: ScalarStyle.Literal or ScalarStyle.Folded } => throw Refused(value.Line, $"\"{key}\" is a block of text"),
            YamlScalar scalar when _document.Text.AsSpan(scalar.Start, scalar.End - scalar.Start).ContainsAny('\r', '\n') =>
                throw Refused(value.Line, $"\"{key}\" goes over several lines"),
            YamlScalar scalar => scalar,
            _ => throw Refused(value.Line, $"\"{key}\" is not a text"),
        };
    }

    // The line end at this index, or the first one after it; a file without any gets a line feed.
    private string LineEnd(int index)
    {
        var text = _document.Text;
        var found = text.AsSpan(index).IndexOfAny('\r', '\n');
        return found < 0 || text[index + found] == '\n' ? "\n" : text.AsSpan(index + found).StartsWith("\r\n") ? "\r\n" : "\r";
    }

    private ChartReleaseException Missing(string key) => Refused(_map.Line, $"there is no \"{key}\"");

    private ChartReleaseException Refused(int line, string why) => new(
        new Failure(
            FailureReason.InvalidChart,
            $"The version cannot be edited without touching anything else: {why}.",
            "version and appVersion as plain or quoted scalars, each on a line of its own.",
            $"Write {_document.File} that way, or set the version by hand.")
        { Location = new SourceLocation(_document.File, line) });
}
