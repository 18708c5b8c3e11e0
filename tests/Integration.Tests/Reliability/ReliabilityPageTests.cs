using ChartRelease.Faults.Reporting;
using ChartRelease.Faults.Scenarios;
using ChartRelease.Testing;

namespace ChartRelease.Integration.Reliability;

/// <summary>The page is of these scenarios, and says of ours what the tests hold.</summary>
public sealed class ReliabilityPageTests
{
    private const string Rerun = "Run bench/reliability again.";

    private static readonly string[] _lines = File.ReadAllLines(Path.Combine(TestTools.RepositoryRoot, ReliabilityPage.Path));

    [Fact]
    public void The_page_has_the_scenarios_in_their_order_with_what_ours_must_be()
    {
        var expected = AllScenarios.InOrder.Select(ReliabilityPage.Row).ToList();
        // Rows of scenarios have five cells; those of the totals have four.
        var rows = _lines.Where(line => line.Count(character => character == '|') == 6 && !line.StartsWith("|---", StringComparison.Ordinal) && !line.StartsWith("| what happens ", StringComparison.Ordinal)).ToList();

        Assert.True(expected.Count == rows.Count, Rerun);
        Assert.All(expected.Zip(rows), pair => Assert.StartsWith(pair.First, pair.Second, StringComparison.Ordinal));
    }

    [Fact]
    public void The_page_says_what_the_registry_holds()
    {
        Assert.All(AllScenarios.InOrder, scenario =>
        {
            var row = _lines.Single(line => line.StartsWith(ReliabilityPage.Row(scenario), StringComparison.Ordinal));
            Assert.EndsWith($"| {Cell.Words(scenario.Expected)} |", row, StringComparison.Ordinal);
        });
    }
}
