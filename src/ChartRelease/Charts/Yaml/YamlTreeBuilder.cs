using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace ChartRelease.Charts.Yaml;

/// <summary>Builds <see cref="YamlNode"/>s from YamlDotNet's parsing events.</summary>
internal sealed class YamlTreeBuilder(string file, string text)
{
    // A chart needs a handful of levels; a file made to overflow the stack has thousands.
    private const int MaximumDepth = 128;

    private readonly Parser _parser = new(new StringReader(text));
    private readonly Dictionary<AnchorName, YamlNode> _anchors = [];
    private readonly List<YamlDuplicateKey> _duplicates = [];
    private int _depth;

    public IReadOnlyList<YamlDuplicateKey> Duplicates => _duplicates;

    public YamlNode? ReadSingleDocument()
    {
        _parser.Consume<StreamStart>();
        if (_parser.Accept<StreamEnd>(out _))
        {
            return null;
        }

        _parser.Consume<DocumentStart>();
        var root = ReadNode();
        _parser.Consume<DocumentEnd>();
        return _parser.Accept<DocumentStart>(out var second)
            ? throw YamlDocument.Invalid(file, (int)second.Start.Line, "A second YAML document starts here; Helm reads only the first.")
            : root;
    }

    private YamlNode ReadNode()
    {
        if (_depth == MaximumDepth)
        {
            throw YamlDocument.Invalid(file, (int)_parser.Current!.Start.Line, $"The YAML is nested deeper than {MaximumDepth} levels.");
        }

        _depth++;
        var node = _parser.Consume<ParsingEvent>() switch
        {
            Scalar scalar => Keep(scalar, new YamlScalar(scalar.Start, scalar.End, scalar.Value, scalar.Style) { IsDecorated = IsDecorated(scalar) }),
            SequenceStart start => Keep(start, ReadList(start)),
            MappingStart start => Keep(start, ReadMap(start)),
            AnchorAlias alias when _anchors.TryGetValue(alias.Value, out var target) => new YamlAlias(alias.Start, alias.End, target),
            AnchorAlias alias => throw YamlDocument.Invalid(file, (int)alias.Start.Line, $"The alias *{alias.Value} has no anchor before it."),
            var other => throw YamlDocument.Invalid(file, (int)other.Start.Line, "The YAML has no value where one is due."),
        };
        _depth--;
        return node;
    }

    private YamlList ReadList(SequenceStart start)
    {
        var items = new List<YamlNode>();
        while (!_parser.Accept<SequenceEnd>(out _))
        {
            items.Add(ReadNode());
        }

        return new YamlList(start.Start, _parser.Consume<SequenceEnd>().End, items) { IsDecorated = IsDecorated(start) };
    }

    private YamlMap ReadMap(MappingStart start)
    {
        var entries = new List<KeyValuePair<YamlNode, YamlNode>>();
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        while (!_parser.Accept<MappingEnd>(out _))
        {
            var key = ReadNode();
            if (key.Resolved is YamlScalar { Value: var name } && !lines.TryAdd(name, key.Line))
            {
                _duplicates.Add(new YamlDuplicateKey(name, key.Line, lines[name]));
            }

            entries.Add(KeyValuePair.Create(key, ReadNode()));
        }

        return new YamlMap(start.Start, _parser.Consume<MappingEnd>().End, entries) { IsDecorated = IsDecorated(start) };
    }

    private static bool IsDecorated(NodeEvent node) => !node.Anchor.IsEmpty || !node.Tag.IsEmpty;

    private YamlNode Keep(NodeEvent source, YamlNode node)
    {
        if (!source.Anchor.IsEmpty)
        {
            _anchors[source.Anchor] = node;
        }

        return node;
    }
}
