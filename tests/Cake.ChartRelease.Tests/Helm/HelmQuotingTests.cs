using Cake.ChartRelease.Helm.Template;
using Cake.ChartRelease.Tests.Infrastructure;
using ChartRelease.Testing;

namespace Cake.ChartRelease.Tests.Helm;

public sealed class HelmQuotingTests
{
    public static TheoryData<string> Hostile =>
    [
        "a b", "it's", "say \"hi\"", "a,b", "line\nbreak", "$(touch x)", "; rm x", "--flag", "grüße ☃",
        @"back\slash", @"end\", @"\""", "", "a=b",
        "{a,b}", "[1]", "%PATH%", "`x`", "\ttab",
    ];

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Arguments_arrive_as_they_were_given(string value)
    {
        using var folder = new TemporaryFolder();
        var arguments = folder.Combine("argv");
        var settings = new HelmTemplateSettings
        {
            ToolPath = FakeHelm.Write(folder, $"printf '%s\\0' \"$@\" > '{arguments}'"),
            HelmVersion = Helms.V4,
            Description = value,
            Values = { SetLiteral = { ["key"] = value } },
        };

        new CakeSetup().Context.HelmTemplate("./" + value, settings);

        Assert.Equal(
            ["template", $"--set-literal=key={value}", $"--description={value}", "./" + value],
            File.ReadAllText(arguments).Split('\0')[..^1]);
    }

    [Theory]
    [InlineData(Helms.V3)]
    [InlineData(Helms.V4)]
    public async Task The_real_helm_sees_each_value_as_it_was_given(string version)
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("a,b \"c\".txt", "content");
        foreach (var value in Hostile.Select(row => row.Data).Where(value => value.Length > 0))
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

    private static Dictionary<string, string> ReadValues(string manifests)
    {
        var line = manifests.Split('\n').Single(text => text.StartsWith("  values: ", StringComparison.Ordinal));
        var json = System.Text.Json.JsonSerializer.Deserialize<string>(line["  values: ".Length..])!;
        return System.Text.Json.JsonSerializer.Deserialize<Dictionary<string, string>>(json)!;
    }
}
