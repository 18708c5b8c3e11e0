namespace ChartRelease.Integration.AgentapiProxy;

public sealed class ReadmeTests
{
    private const string Start = "| Key | Type | Default | Description |";

    [Fact]
    public void The_table_of_the_readme_is_what_values_yaml_says()
    {
        var readme = ChartFolder.Read("README.md").ReplaceLineEndings("\n").Split('\n');
        var table = readme.SkipWhile(line => line != Start).TakeWhile(line => line.StartsWith('|'));

        string[] expected = [Start, "|---|---|---|---|", .. ValuesTable.Rows(ChartFolder.Read("values.yaml"))];

        Assert.True(expected.SequenceEqual(table), $"README.md should hold this table:\n{string.Join('\n', expected)}\n");
    }

    [Fact]
    public void Every_value_is_described() =>
        Assert.Empty(ValuesTable.Undescribed(ChartFolder.Read("values.yaml")));
}
