using ChartRelease.Versioning.Commits;

namespace ChartRelease.Tests.Versioning.Commits;

public sealed class ConventionalCommitTests
{
    [Theory]
    [InlineData("feat: allow provided config object to extend other configs", "feat", null, false, "allow provided config object to extend other configs")]
    [InlineData("feat!: send an email", "feat", null, true, "send an email")]
    [InlineData("feat(api)!: send an email", "feat", "api", true, "send an email")]
    [InlineData("docs: correct spelling of CHANGELOG", "docs", null, false, "correct spelling of CHANGELOG")]
    [InlineData("feat(lang): add Polish language", "feat", "lang", false, "add Polish language")]
    [InlineData("FIX(Proxy): close the socket", "fix", "Proxy", false, "close the socket")]
    [InlineData("fix: a: b", "fix", null, false, "a: b")]
    [InlineData("\r\nfix: with a carriage return\r\n\r\nBody\r\n", "fix", null, false, "with a carriage return")]
    [InlineData("Merged PR 17: feat(ui): dark mode", "feat", "ui", false, "dark mode")]
    public void Type_scope_and_description_are_read(string message, string type, string? scope, bool breaking, string description)
    {
        Assert.True(ConventionalCommit.TryParse(message, out var commit));
        Assert.Equal((type, scope, breaking, description), (commit.Type, commit.Scope, commit.IsBreaking, commit.Description));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Update values")]
    [InlineData("feat:no space")]
    [InlineData("feat : space before")]
    [InlineData("feat():  empty scope")]
    [InlineData("feat: ")]
    [InlineData("see https://example.com: there")]
    [InlineData("Merge branch 'main'\n\nfeat: below the first line")]
    public void Another_message_follows_no_convention(string message) => Assert.False(ConventionalCommit.TryParse(message, out _));

    [Theory]
    [InlineData("feat: x\n\nBREAKING CHANGE: `extends` is used otherwise", "`extends` is used otherwise")]
    [InlineData("chore: drop Node 6\n\nbody\n\nBREAKING-CHANGE: not in Node 6", "not in Node 6")]
    [InlineData("fix: x\n\nbody\nBREAKING CHANGE: glued to the body", "glued to the body")]
    [InlineData("fix: x\n\nBREAKING CHANGE: over\n  two lines\nReviewed-by: Z\nRefs #123", "over two lines")]
    [InlineData("fix: x\n\nReviewed-by: Z\nBREAKING CHANGE: one\n\nnot this", "one")]
    public void A_footer_says_what_breaks(string message, string note)
    {
        Assert.True(ConventionalCommit.TryParse(message, out var commit));
        Assert.Equal((true, note, ChangeImpact.Breaking), (commit.IsBreaking, commit.BreakingNote, commit.Impact));
    }

    [Theory]
    [InlineData("fix: x\n\nbreaking change: in lower case")]
    [InlineData("fix: x\n\nThis is no BREAKING CHANGE: it only looks so")]
    [InlineData("fix: x\n\nBREAKING CHANGE:without space")]
    [InlineData("fix: BREAKING CHANGE: in the first line")]
    public void What_only_looks_like_such_a_footer_breaks_nothing(string message)
    {
        Assert.True(ConventionalCommit.TryParse(message, out var commit));
        Assert.False(commit.IsBreaking);
    }
}
