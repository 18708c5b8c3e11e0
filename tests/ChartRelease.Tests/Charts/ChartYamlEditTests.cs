using System.Text;
using ChartRelease.Charts;
using CsCheck;
using YamlDotNet.RepresentationModel;
using YamlDotNet.Serialization;

namespace ChartRelease.Tests.Charts;

/// <summary>An edit changes the bytes of that value and no other, and the result says what was meant; or it is refused.</summary>
public sealed class ChartYamlEditTests
{
    private static readonly Gen<string?> Versions = Gen.OneOf<string?>(
        null, null, null, null, null, null,
        "2.0.0", "2.0.0-rc.1+b.5", "10.20.30", "1.10", "1e5", "yes", "null", "~", "0x1F", "0o7", "2024-01-02", "v1.2.3", "it's", "a\"b\\c", "a: b", "- x", "# x", "*x", "&x", "é", "1_000", ".5", "true", "latest");

    [Fact]
    public void An_edit_is_exact_or_refused()
    {
        var (edited, refused) = (0, 0);
        Gen.Select(ChartYamlTexts.All, Versions, Versions).Sample(
            (file, version, appVersion) =>
            {
                var before = Encoding.UTF8.GetBytes(file.Text);
                string after;
                try
                {
                    after = Encoding.UTF8.GetString(ChartYamlEditor.Edit(before, "Chart.yaml", new ChartYamlChange { Version = version, AppVersion = appVersion }));
                }
                catch (ChartReleaseException exception) when (exception.Reason == FailureReason.InvalidChart)
                {
                    Assert.False(file.MustEdit, exception.Message);
                    Interlocked.Increment(ref refused);
                    return;
                }

                Interlocked.Increment(ref edited);
                AssertNothingElseChanged(file, version, appVersion, after);
                AssertSaysWhatWasMeant(file.Text, version, appVersion, after);
            },
            iter: 5_000);
        Assert.True(edited > 1_000 && refused > 500, $"edited {edited}, refused {refused}");
    }

    private static void AssertNothingElseChanged(ChartYamlText file, string? version, string? appVersion, string after)
    {
        var places = new List<Range>();
        if (version is not null)
        {
            places.Add(Assert.NotNull(file.Version));
        }

        if (appVersion is not null && file.HasAppVersion)
        {
            places.Add(Assert.NotNull(file.AppVersion));
        }

        if (appVersion is not null && !file.HasAppVersion)
        {
            after = WithoutAddedLine(after, appVersion);
        }

        var (rest, from) = (after, 0);
        places.Sort((left, right) => left.Start.Value.CompareTo(right.Start.Value));
        foreach (var (index, place) in places.Index())
        {
            var kept = file.Text[from..place.Start];
            Assert.StartsWith(kept, rest, StringComparison.Ordinal);
            rest = rest[kept.Length..];
            from = place.End.Value;

            // The new text of the value reaches to where the old text goes on.
            var end = index == places.Count - 1
                ? rest.Length - (file.Text.Length - from)
                : rest.IndexOf(file.Text[from..places[index + 1].Start], StringComparison.Ordinal);
            Assert.InRange(end, 1, rest.Length);
            Assert.DoesNotContain('\n', rest[..end]);
            rest = rest[end..];
        }

        Assert.Equal(file.Text[from..], rest);
    }

    // The line that was added, with the line end behind it, or before it when it is the last.
    private static string WithoutAddedLine(string text, string appVersion)
    {
        var line = $"appVersion: \"{appVersion.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
        var place = text.IndexOf(line, StringComparison.Ordinal);
        Assert.True(place > 0, text);
        var start = text.AsSpan(0, place).TrimEnd(' ').Length;
        var end = place + line.Length;
        if (end < text.Length)
        {
            Assert.True(text[end] is '\r' or '\n', text);
            return text[..start] + text[(end + (text[end] == '\r' ? 2 : 1))..];
        }

        return text[..(start - (text.AsSpan(0, start).EndsWith("\r\n") ? 2 : 1))];
    }

    private static void AssertSaysWhatWasMeant(string before, string? version, string? appVersion, string after)
    {
        var expected = Data(before);
        var actual = Data(after);
        Set(expected, "version", version);
        Set(expected, "appVersion", appVersion);
        Assert.Equal(expected.OrderBy(entry => entry.Key, StringComparer.Ordinal), actual.OrderBy(entry => entry.Key, StringComparer.Ordinal));

        // A reader that guesses types must still see a text.
        var typed = new DeserializerBuilder().WithAttemptingUnquotedStringTypeDeserialization().Build().Deserialize<Dictionary<object, object>>(after.TrimStart('\uFEFF'));
        Assert.True(version is null || typed["version"] is string, after);
        Assert.True(appVersion is null || typed["appVersion"] is string, after);
    }

    private static void Set(Dictionary<string, string> data, string key, string? value)
    {
        if (value is not null)
        {
            data[key] = value;
        }
    }

    private static Dictionary<string, string> Data(string text)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(text.TrimStart('\uFEFF')));
        return Assert.IsType<YamlMappingNode>(Assert.Single(stream.Documents).RootNode).Children.ToDictionary(entry => entry.Key.ToString(), entry => entry.Value.ToString());
    }
}
