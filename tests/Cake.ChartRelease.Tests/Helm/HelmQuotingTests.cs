using Cake.ChartRelease.Helm;
using Cake.ChartRelease.Helm.Template;
using Cake.ChartRelease.Tests.Helm.Commands;
using Cake.ChartRelease.Tests.Infrastructure;
using Cake.Core.IO;
using ChartRelease;
using ChartRelease.Testing;

namespace Cake.ChartRelease.Tests.Helm;

public sealed class HelmQuotingTests
{
    private static readonly string[] Values =
    [
        "a b", "it's", "say \"hi\"", "a,b", "line\nbreak", "$(touch x)", "; rm x", "--flag", "grüße ☃",
        @"back\slash", @"end\", @"\""", "", "a=b",
        "{a,b}", "[1]", "%PATH%", "`x`", "\ttab",
    ];

    public static TheoryData<string> Verbs => [.. HelmCommands.All.Select(command => command.Verb)];

    /// <summary>All settings at once, with a hostile value for each text, in turns, until every value was somewhere.</summary>
    [Theory]
    [MemberData(nameof(Verbs))]
    public void Arguments_arrive_as_they_were_given(string verb)
    {
        var command = HelmCommands.Named(verb);
        using var folder = new TemporaryFolder();
        foreach (var version in command.Lines)
        {
            var stub = new RecordingHelm(folder, command, version);
            var leaves = command.LeavesOf(version).ToList();
            var texts = leaves.Count(leaf => leaf.IsText);
            for (var first = 0; first < Values.Length; first += texts)
            {
                string TextOf(int index) =>
                    Suited(leaves[index], Values[(first + leaves.Take(index).Count(leaf => leaf.IsText)) % Values.Length]);
                var arguments = command.Arguments.Select((argument, index) => argument + Inner(Values[(first + index) % Values.Length])).ToList();

                var expected = from token in stub.Render(leaves, index => $"<{index}>")
                               select leaves.Index().Aggregate(token, (text, leaf) => Replace(verb, text, leaf.Index, TextOf(leaf.Index)));

                Assert.Equal([.. expected, .. arguments], stub.Run(leaves, TextOf, arguments));
            }

            Assert.Equal([.. stub.Render([], _ => ""), .. command.Arguments], stub.Run([], _ => "", command.Arguments));
        }
    }

    [Theory]
    [InlineData(Helms.V3)]
    [InlineData(Helms.V4)]
    public async Task The_real_helm_sees_each_value_as_it_was_given(string version)
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("a,b \"c\".txt", "content");
        foreach (var value in Values.Where(value => value.Length > 0))
        {
            var settings = new HelmTemplateSettings
            {
                ToolPath = await Helms.PathAsync(version),
                HelmVersion = version,
                Values =
                {
                    Files = { folder.Write("v,1 \"x\".yaml", "fromFile: yes-it-is\n") },
                    SetString = { ["asString"] = value },
                    SetSecret = { ["asSecret"] = new Secret(value) },
                    SetLiteral = { ["asLiteral"] = value },
                    SetJson = { ["asJson"] = System.Text.Json.JsonSerializer.Serialize(value) },
                    SetFile = { ["asFile"] = file },
                },
            };

            var manifests = new CakeSetup().Context.HelmTemplate(Charts.Clean(folder, "app"), settings);

            var values = ReadValues(manifests);
            Assert.Equal(value, values["asString"]);
            Assert.Equal(value, values["asSecret"]);
            Assert.Equal(value, values["asLiteral"]);
            Assert.Equal(value, values["asJson"]);
            Assert.Equal("content", values["asFile"]);
            Assert.Equal("yes-it-is", values["fromFile"]);
        }
    }

    /// <summary>No path and no secret is empty, and Cake's paths are written with slashes.</summary>
    private static string Suited(SettingsLeaf leaf, string value) => leaf.Path[^1].PropertyType is var type && type == typeof(FilePath)
        ? new FilePath("p" + value).FullPath
        : type == typeof(DirectoryPath) ? new DirectoryPath("p" + value).FullPath
        : type == typeof(Secret) || type == typeof(IDictionary<string, Secret>) ? "s" + value
        : value;

    /// <summary>An argument that is a path for Cake keeps what is within.</summary>
    private static string Inner(string value) => $"-{value.Replace('\\', '_')}-";

    private static string Replace(string verb, string token, int index, string value)
    {
        var place = $"<{index}>";
        return !token.Contains(place, StringComparison.Ordinal) ? token
            : token.Split('=')[0] switch
            {
                "--set" or "--set-string" or "--set-file" => token.Replace(place, HelmEscape.SetValue(value), StringComparison.Ordinal),
                "--labels" => $"--labels={HelmEscape.Csv($"key={value}")}",
                "--values" or "--api-versions" => token.Replace(place, HelmEscape.Csv(value), StringComparison.Ordinal),
                "--filter" when verb == "test" => token.Replace(place, HelmEscape.Csv(value), StringComparison.Ordinal),
                _ => token.Replace(place, value, StringComparison.Ordinal),
            };
    }

    private static Dictionary<string, string> ReadValues(string manifests)
    {
        var line = manifests.Split('\n').Single(text => text.StartsWith("  values: ", StringComparison.Ordinal));
        var json = System.Text.Json.JsonSerializer.Deserialize<string>(line["  values: ".Length..])!;
        return System.Text.Json.JsonSerializer.Deserialize<Dictionary<string, string>>(json)!;
    }
}
