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

    /// <summary>Each text a command takes is hostile, in turns, until every value was somewhere.</summary>
    [Theory]
    [MemberData(nameof(Verbs))]
    public void Arguments_arrive_as_they_were_given(string verb)
    {
        var command = HelmCommands.Named(verb);
        using var folder = new TemporaryFolder();
        var recorded = folder.Combine("argv");
        var helm = FakeHelm.Write(folder, $"printf '%s\\0' \"$@\" > '{recorded}'; printf '%s\\n' '{command.Output}'");
        var leaves = SettingsLeaf.Of(command.NewSettings()).Where(leaf => leaf.IsText && leaf.Name is not nameof(HelmSettings.HelmVersion)).ToList();
        if (verb == "install")
        {
            // The name is given.
            leaves.RemoveAll(leaf => leaf.Name == "NameTemplate");
        }

        for (var first = 0; first < Values.Length; first += leaves.Count)
        {
            var texts = leaves.Select((leaf, index) => Suited(leaf, Values[(first + index) % Values.Length])).ToList();
            string[] arguments = [.. command.Arguments.Select((argument, index) => argument + Inner(Values[(first + index) % Values.Length]))];

            command.Run(new CakeSetup().Context, Settings(texts), arguments);

            Assert.Equal(
                [.. Plain(), .. arguments],
                File.ReadAllText(recorded).Split('\0')[..^1]);

            IEnumerable<string> Plain() => from token in Rendered(Settings([.. leaves.Select((_, index) => $"<{index}>")]))
                                           select leaves.Index().Aggregate(token, (text, leaf) => Replace(verb, text, leaf.Index, texts[leaf.Index]));
        }

        HelmSettings Settings(List<string> texts)
        {
            var settings = command.NewSettings();
            (settings.ToolPath, settings.HelmVersion) = (helm, Helms.V4);
            foreach (var (index, leaf) in leaves.Index())
            {
                leaf.Fill(settings, texts[index]);
            }

            return settings;
        }

        IEnumerable<string> Rendered(HelmSettings settings)
        {
            var runner = new RecordingProcessRunner { Output = command.Output.Split('\n') };
            command.Run(new CakeSetup(_ => runner).Context, settings, command.Arguments);
            return runner.CommandLine.Split(' ').SkipLast(command.Arguments.Count);
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
                    SetLiteral = { ["asLiteral"] = value },
                    SetJson = { ["asJson"] = System.Text.Json.JsonSerializer.Serialize(value) },
                    SetFile = { ["asFile"] = file },
                },
            };

            var manifests = new CakeSetup().Context.HelmTemplate(Charts.Clean(folder, "app"), settings);

            var values = ReadValues(manifests);
            Assert.Equal(value, values["asString"]);
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
        : type == typeof(Secret) ? "s" + value
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
