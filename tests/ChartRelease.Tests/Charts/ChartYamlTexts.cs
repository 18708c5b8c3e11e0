using CsCheck;

namespace ChartRelease.Tests.Charts;

/// <summary>A Chart.yaml in pieces: what stands around the text of each value that is edited.</summary>
/// <param name="Text">The whole.</param>
/// <param name="Version">Where the value of <c>version</c> stands, quotes included; <see langword="null"/> where no edit can be exact.</param>
/// <param name="AppVersion">The same of <c>appVersion</c>; an empty place without <see cref="HasAppVersion"/>.</param>
/// <param name="HasAppVersion">Whether there is an <c>appVersion</c>.</param>
/// <param name="MustEdit">Whether both values are written in a way that has to be edited.</param>
internal sealed record ChartYamlText(string Text, Range? Version, Range? AppVersion, bool HasAppVersion, bool MustEdit)
{
    public override string ToString() => $"{(MustEdit ? "to be edited" : "to be edited or refused")}:\n{Text.Replace("\r", "\\r", StringComparison.Ordinal)}";
}

/// <summary>Chart.yaml files as people write them, and as nobody should.</summary>
internal static class ChartYamlTexts
{
    // What stands between the marks is the value's text. The first of each pair of lists has to be edited.
    private static readonly string[] Plain =
    [
        "KEY: «1.0.0»", "KEY: «'1.0.0'»", "KEY: «\"1.0.0\"»", "KEY:    «1.0.0»   ", "KEY: «1.0.0» # why", "KEY: «'it''s'»", "\"KEY\": «1.0.0»", "'KEY' : «1.0.0»",
        "KEY: «\"1.0.\\x30\"» # é😀", "KEY: «~»", "KEY: «null»", "KEY: «1.10»", "KEY: «v1.0.0»", "KEY: «1.0.0#1»", "KEY:\t«1.0.0»", "KEY: «\"# x: y\"»",
    ];

    private static readonly string[] Odd =
    [
        "KEY: &KEY 1.0.0", "KEY: !!str 1.0.0", "KEY: *anchor", "KEY: >-\n  1.0.0", "KEY: |\n  1.0.0\n", "KEY: \"1.0\n  .0\"", "KEY: '1.0\n\n  .0'", "KEY: 1.0\n  .0",
        "? KEY\n: «1.0.0»", "&k-KEY KEY: «1.0.0»", "!!str KEY: «1.0.0»", "KEY: [1.0.0]", "KEY: {a: 1.0.0}", "KEY:\n  «1.0.0»", "KEY:\n  - 1.0.0", "KEY: # none\n  «1.0.0»", "KEY: \"a\\\n  b\"",
        "KEY:«»", "KEY:«» # none", "KEY:«»   ",
    ];

    private static readonly string[] Others =
    [
        "name: app", "apiVersion: v2", "# version: 0.0.0", "", "   ", "description: >-\n  version: 0.0.0\n  appVersion: x", "home: |\n  appVersion: y\n\n  version: z",
        "keywords: [version, 'appVersion', \"a b\"]", "sources:\n  - &source https://example.com/#version\n  - *source", "annotations:\n  version: 0.0.0\n  appVersion: \"0\"",
        "annotations2: {version: 0.0.0,\n  appVersion: '1'}", "icon: 'it''s\n  two lines'", "extra: &anchor 1.0.0", "base: &base\n  version: 0.0.0", "derived:\n  <<: *base", "kubeVersion: \">=1.20\"   ",
        "type: application # appVersion: 1", "ключ: значение 😀", "\"quoted key\": \"tab\\tand \\u263a\"", "? complex\n: value", "empty:", "deprecated: no",
    ];

    private static readonly Gen<string> Starts = Gen.OneOf("", "", "", "# first\n", "---\n", "--- # first\n", "%YAML 1.1\n---\n", "\n\n");

    private static readonly Gen<string> Ends = Gen.OneOf("\n", "\n", "", "\n...\n", "\n# end", "\n   ", "\n\n\n", "\n---\n", "\n---\nversion: 3.0.0\n", "\n... # end\n");

    private static readonly Gen<(string Text, bool IsPlain)> Values =
        Gen.Frequency((3, Gen.OneOf(Plain).Select(static text => (text, true))), (2, Gen.OneOf(Odd).Select(static text => (text, false))));

    /// <summary>The files.</summary>
    public static Gen<ChartYamlText> All { get; } =
        from start in Starts
        from end in Ends
        from before in Gen.OneOf(Others).Array[0, 4]
        from between in Gen.OneOf(Others).Array[0, 3]
        from after in Gen.OneOf(Others).Array[0, 3]
        from version in Values
        from appVersion in Values
        from hasAppVersion in Gen.Int[0, 3]
        from appFirst in Gen.Bool
        from lineEnd in Gen.OneOf("\n", "\n", "\r\n")
        from indent in Gen.OneOf("", "", "", "  ")
        from bom in Gen.OneOf("", "", "\uFEFF")
        select Compose(
            start,
            end,
            bom,
            indent,
            lineEnd,
            [before, between, after],
            Key(version, "version"),
            hasAppVersion > 0 ? Key(appVersion, "appVersion") : null,
            appFirst);

    private static (string Text, bool IsPlain) Key((string Text, bool IsPlain) value, string key) => (value.Text.Replace("KEY", key, StringComparison.Ordinal), value.IsPlain);

    private static ChartYamlText Compose(
        string start, string end, string bom, string indent, string lineEnd, string[][] others, (string Text, bool IsPlain) version, (string Text, bool IsPlain)? appVersion, bool appFirst)
    {
        var lines = new List<string>(others[0]);
        var (first, second) = appFirst && appVersion is not null ? (Mark(appVersion.Value.Text, 'a'), Mark(version.Text, 'v')) : (Mark(version.Text, 'v'), appVersion is null ? null : Mark(appVersion.Value.Text, 'a'));
        lines.Add(first);
        lines.AddRange(others[1]);
        if (second is not null)
        {
            lines.Add(second);
        }

        lines.AddRange(others[2]);
        var body = string.Join('\n', lines.Distinct().Select(line => indent + line.Replace("\n", $"\n{indent}", StringComparison.Ordinal)));
        var marked = (bom + start + body + end).Replace("\n", lineEnd, StringComparison.Ordinal);
        var text = string.Concat(marked.Where(static c => c is < Marks or > LastMark));
        return new ChartYamlText(
            text,
            Place(marked, 'v'),
            appVersion is null ? 0..0 : Place(marked, 'a'),
            appVersion is not null,
            version.IsPlain && appVersion is not { IsPlain: false } && !end.Contains("---", StringComparison.Ordinal) && !HasAliasWithoutAnchor(text));
    }

    private const char Marks = '\uE000';
    private const char LastMark = '\uE003';

    private static string Mark(string text, char which)
    {
        var mark = which == 'v' ? Marks : (char)(Marks + 2);
        return text.Replace('«', mark).Replace('»', (char)(mark + 1));
    }

    private static Range? Place(string marked, char which)
    {
        var mark = which == 'v' ? Marks : (char)(Marks + 2);
        var (start, end) = (marked.IndexOf(mark, StringComparison.Ordinal), marked.IndexOf((char)(mark + 1), StringComparison.Ordinal));
        return start < 0 ? null : Unmarked(marked, start)..Unmarked(marked, end);
    }

    private static int Unmarked(string marked, int index) => marked[..index].Count(static c => c is < Marks or > LastMark);

    private static bool HasAliasWithoutAnchor(string text) =>
        text.Contains("<<: *base", StringComparison.Ordinal) && !(text.IndexOf("&base", StringComparison.Ordinal) is >= 0 and var anchor && anchor < text.IndexOf("*base", StringComparison.Ordinal));
}
