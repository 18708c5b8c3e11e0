using ChartRelease.Versioning.Commits;

namespace ChartRelease.Tests.Versioning.Commits;

public sealed class CommitChangesTests
{
    [Theory]
    [InlineData("feat: x", ChangeImpact.Feature)]
    [InlineData("fix: x", ChangeImpact.Patch)]
    [InlineData("Tidy up", ChangeImpact.Patch)]
    [InlineData("refactor!: x", ChangeImpact.Breaking)]
    public void A_commit_has_an_impact(string message, ChangeImpact impact) => Assert.Equal(impact, Assert.Single(Changes(message)).Impact);

    [Fact]
    public void The_newest_of_the_strongest_decides() =>
        Assert.Equal("feat: b", $"{CommitChanges.Decisive(Changes("fix: a", "feat: b", "feat: c", "docs: d"))}");

    [Fact]
    public void A_squash_merge_counts_as_its_strongest_commit_under_its_own_title()
    {
        var change = Assert.Single(Changes("""
            fix(proxy): keep connections (#12)

            * fix: keep them

            * wip

            * feat(proxy): count them

            BREAKING CHANGE: the port is another

            * docs: tell of it
            """));

        Assert.Equal(("fix", "keep connections (#12)", ChangeImpact.Breaking), (change.Type, change.Description, change.Impact));
        Assert.Equal("the port is another", change.BreakingNote);
    }

    [Fact]
    public void A_squash_merge_without_a_type_takes_that_of_its_strongest_commit()
    {
        var change = Assert.Single(Changes("Add counters (#7)\n\n* fix: one\n* feat(ui): two\n"));

        Assert.Equal(("feat", "ui", "Add counters (#7)"), (change.Type, change.Scope, change.Description));
    }

    [Fact]
    public void What_git_itself_squashes_is_read_too() =>
        Assert.Equal(ChangeImpact.Feature, Assert.Single(Changes("""
            Squashed commit of the following:

            commit 0123456789012345678901234567890123456789
            Author: A <a@example.com>
            Date:   Mon Jan 5 10:00:00 2026 +0000

                feat: something new

                With a body.

            commit 1123456789012345678901234567890123456789
            Author: A <a@example.com>
            Date:   Mon Jan 5 09:00:00 2026 +0000

                fix: something old
            """)).Impact);

    [Fact]
    public void A_merge_is_left_to_the_commits_it_merges()
    {
        var changes = CommitChanges.Of(
        [
            new CommitMessage("3", "A", "Merge pull request #3 from a/b\n\nfeat!: the title", IsMerge: true),
            new CommitMessage("2", "A", "feat: merged with words of its own", IsMerge: true),
            new CommitMessage("1", "A", "fix: x"),
        ]);

        Assert.Equal(["2", "1"], changes.Select(change => change.Commit));
    }

    [Theory]
    [InlineData("dependabot[bot]")]
    [InlineData("Renovate Bot")]
    [InlineData("acme-bot")]
    public void Release_notes_that_a_bot_quotes_are_not_ours(string author)
    {
        var change = Assert.Single(CommitChanges.Of(
            [new CommitMessage("1", author, "build(deps): bump redis to 22.0.0\n\n* feat: theirs\n\nBREAKING CHANGE: theirs")]));

        Assert.Equal((ChangeImpact.Patch, null), (change.Impact, change.BreakingNote));
    }

    [Fact]
    public void A_bot_may_say_itself_that_something_breaks() =>
        Assert.Equal(ChangeImpact.Breaking, Assert.Single(CommitChanges.Of([new CommitMessage("1", "renovate[bot]", "fix(deps)!: redis 22")])).Impact);

    [Theory]
    [InlineData("Revert \"feat: x\"\n\nThis reverts commit {0}.")]
    [InlineData("revert: x\n\nRefs: {0}")]
    [InlineData("Revert \"feat: x\" (#8)\n\nReverts acme/chart#7")]
    public void A_change_that_was_taken_back_does_not_count(string revert) => Assert.Equal(
        ["fix: y"],
        CommitChanges.Of(
        [
            new CommitMessage(Id('3'), "A", string.Format(null, revert, Id('1')[..12])),
            new CommitMessage(Id('2'), "A", "fix: y"),
            new CommitMessage(Id('1'), "A", "feat: x"),
        ]).Select(change => $"{change}"));

    [Fact]
    public void A_change_that_was_taken_back_and_put_back_counts() => Assert.Equal(
        ["feat: x"],
        CommitChanges.Of(
        [
            new CommitMessage(Id('3'), "A", $"Reapply \"feat: x\"\n\nThis reverts commit {Id('2')}."),
            new CommitMessage(Id('2'), "A", $"Revert \"feat: x\"\n\nThis reverts commit {Id('1')}."),
            new CommitMessage(Id('1'), "A", "feat: x"),
        ]).Select(change => $"{change}"));

    [Fact]
    public void To_take_back_what_is_released_is_a_change() =>
        Assert.Equal(ChangeImpact.Patch, Assert.Single(Changes($"Revert \"feat: x\"\n\nThis reverts commit {Id('1')}.")).Impact);

    private static IReadOnlyList<CommitChange> Changes(params string[] newestFirst) =>
        CommitChanges.Of([.. newestFirst.Select((text, index) => new CommitMessage(Id((char)('a' + index)), "A", text))]);

    private static string Id(char digit) => new(digit, 40);
}
