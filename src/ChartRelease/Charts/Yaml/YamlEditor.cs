using System.Text;

namespace ChartRelease.Charts.Yaml;

/// <summary>
/// Edits values of a YAML file without touching any other byte: quotes, comments, order, line ends, byte order mark and a missing line end at
/// the end of the file stay as they are.
/// </summary>
internal sealed class YamlEditor
{
    private readonly YamlDocument _before;
    private readonly YamlPlaces _places;
    private readonly YamlEditCheck _check = new();
    private readonly List<TextEdit> _edits = [];

    /// <exception cref="ChartReleaseException"><see cref="FailureReason.InvalidChart"/>: not valid, or no mapping in block style.</exception>
    public YamlEditor(ReadOnlyMemory<byte> content, string file)
    {
        _before = YamlDocument.Parse(content, file);
        _places = new YamlPlaces(_before);
        Root = _places.Root();
    }

    /// <summary>The mapping that the file consists of.</summary>
    public YamlMap Root { get; }

    /// <summary>Gives a key of a mapping another text on one line.</summary>
    public void Set(YamlMap map, string key, string value)
    {
        _edits.Add(_places.Replace(map, key, value));
        _check.ExpectText(map, key, value);
    }

    /// <summary>Adds a key with a text below another one.</summary>
    public void AddAfter(YamlMap map, string existing, string key, string value)
    {
        _edits.Add(_places.AddAfter(map, existing, key, value));
        _check.ExpectText(map, key, value);
    }

    /// <summary>Gives a key of an inner mapping a literal block of text; both are made where they are missing.</summary>
    public void SetBlock(string outer, string key, IReadOnlyList<string> lines)
    {
        var text = string.Concat(lines.Select(line => line + "\n"));
        if (Root.Find(outer) is not YamlMap inner)
        {
            _edits.Add(_places.AddMapWithBlock(Root, outer, key, lines));
            _check.ExpectMap(Root, outer, key, text);
            return;
        }

        _edits.Add(inner.FindKey(key) is null ? _places.AddBlock(inner, key, lines) : _places.ReplaceByBlock(inner, key, lines));
        _check.ExpectText(inner, key, text);
    }

    /// <summary>The bytes of the edited file.</summary>
    /// <exception cref="ChartReleaseException"><see cref="FailureReason.InvalidChart"/>: it would not read as it should.</exception>
    public byte[] Apply()
    {
        var after = Encoding.UTF8.GetBytes(TextEdit.Apply(_before.Text, _edits));
        byte[] result = _before.HasByteOrderMark ? [.. Encoding.UTF8.Preamble, .. after] : after;
        _check.Verify(_before, YamlDocument.Parse(result, _before.File));
        return result;
    }
}
