using Cake.Frosting.ChartRelease;
using ChartRelease.Release;
using ChartRelease.Release.Bumping;
using ChartRelease.Versioning;
using ChartRelease.Versioning.Commits;
using Semver;
using Spectre.Console.Testing;

namespace ChartRelease.Integration.Questions;

public sealed class BumpQuestionTests
{
    private static readonly BumpRequest _asked = BumpRequest.None with { Push = true };

    [Fact]
    public async Task The_proposal_is_shown_and_taken_with_one_key()
    {
        using var console = Terminal(ConsoleKey.Enter);

        var request = await new BumpQuestion(console).AskAsync(
            _asked, [Proposal("shop", "1.2.0", "1.3.0", "feat: carts", "fix: leak"), Proposal("web", "0.1.0", "0.1.0")], TestContext.Current.CancellationToken);

        Assert.Equal(_asked with { Kind = BumpKind.Auto }, request);
        Assert.Matches(@"shop +1\.2\.0 +1\.2\.0 +1\.3\.0 +feat: carts", console.Output);
        Assert.Matches(@"web +0\.1\.0 +0\.1\.0 +stays", console.Output);
    }

    [Theory]
    [InlineData(1, BumpKind.Patch)]
    [InlineData(2, BumpKind.Minor)]
    [InlineData(3, BumpKind.Major)]
    [InlineData(4, BumpKind.Prerelease)]
    [InlineData(5, null)]
    public async Task Something_else_can_be_chosen_or_nothing(int down, BumpKind? kind)
    {
        using var console = Terminal([.. Enumerable.Repeat(ConsoleKey.DownArrow, down), ConsoleKey.Enter]);

        var request = await new BumpQuestion(console).AskAsync(_asked, [Proposal("shop", "1.2.0", "1.3.0")], TestContext.Current.CancellationToken);

        Assert.Equal(kind, request?.Kind);
        Assert.Equal(kind is null, request is null);
    }

    [Fact]
    public async Task What_needs_no_version_is_not_proposed_one()
    {
        using var console = Terminal(ConsoleKey.Enter);

        var request = await new BumpQuestion(console).AskAsync(_asked, [Proposal("web", "0.1.0", "0.1.0")], TestContext.Current.CancellationToken);

        Assert.Equal(BumpKind.Patch, request?.Kind);
        Assert.DoesNotContain("as proposed", console.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, false, false, true)]
    [InlineData(false, false, false, false)]
    [InlineData(true, true, false, false)]
    [InlineData(true, false, true, false)]
    public void Only_people_at_a_terminal_are_asked(bool isTerminal, bool isBuildServer, bool assumeYes, bool mayAsk) =>
        Assert.Equal(mayAsk, new QuestionSurroundings(isTerminal, isBuildServer, assumeYes).MayAsk);

    private static TestConsole Terminal(params ConsoleKey[] keys)
    {
        var console = new TestConsole().Width(120).Interactive();
        foreach (var key in keys)
        {
            console.Input.PushKey(key);
        }

        return console;
    }

    private static BumpProposal Proposal(string name, string current, string next, params string[] messages) => new(
        name,
        SemVersion.Parse(current),
        SemVersion.Parse(current),
        SemVersion.Parse(next),
        "why",
        CommitChanges.Of([.. messages.Select((text, index) => new CommitMessage($"{index}", "A", text))]));
}
