using ChartRelease.Testing;

namespace ChartRelease.Tests.Release.Settings;

/// <summary>The schema and the reference page say what the program does. A test that fails prints the text to put there.</summary>
public sealed class ReferenceTests
{
    private static readonly string _folder = Path.Combine(TestTools.RepositoryRoot, "docs", "reference");

    [Fact]
    public void The_schema_is_that_of_the_program() => AssertSame(SettingsSchema.Write(), Read("chart-release.schema.json"), "chart-release.schema.json");

    [Fact]
    public void The_table_of_settings_is_that_of_the_program()
    {
        var page = Read("settings.md");
        var start = page.IndexOf(SettingsTable.Start, StringComparison.Ordinal) + SettingsTable.Start.Length;
        var end = page.IndexOf(SettingsTable.End, StringComparison.Ordinal);

        Assert.True(start >= SettingsTable.Start.Length && end >= start, "settings.md has lost the comments around its table.");
        AssertSame(SettingsTable.Write(), page[start..end], "the table of settings.md");
    }

    private static string Read(string name) =>
        File.ReadAllText(Path.Combine(_folder, name)).ReplaceLineEndings("\n");

    private static void AssertSame(string expected, string actual, string what) =>
        Assert.True(expected == actual, $"docs/reference: {what} should be:\n{expected}");
}
