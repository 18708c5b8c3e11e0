using ChartRelease.Release.Bumping;

namespace ChartRelease.Tests.Release.Bumping;

public sealed class LineChangesTests
{
    [Fact]
    public void A_changed_line_is_told_with_its_number() => Assert.Equal(
        [new ChangedLine(2, "version: 1", "version: 2")],
        LineChanges.Of("name: a\nversion: 1\nx: y\n", "name: a\nversion: 2\nx: y\n"));

    [Fact]
    public void A_new_line_is_told_as_such() => Assert.Equal(
        [new ChangedLine(3, null, "appVersion: \"2\"")],
        LineChanges.Of("name: a\nversion: 1\nx: y\n", "name: a\nversion: 1\nappVersion: \"2\"\nx: y\n"));

    [Fact]
    public void A_changed_and_a_new_line_are_told_apart() => Assert.Equal(
        [new ChangedLine(2, "version: 1", "version: 2"), new ChangedLine(3, null, "appVersion: \"2\"")],
        LineChanges.Of("name: a\nversion: 1\nx: y\n", "name: a\nversion: 2\nappVersion: \"2\"\nx: y\n"));

    [Fact]
    public void A_new_last_line_is_told() => Assert.Equal(
        [new ChangedLine(2, null, "appVersion: \"2\"")], LineChanges.Of("version: 1\n", "version: 1\nappVersion: \"2\"\n"));

    [Fact]
    public void Line_ends_are_not_shown() => Assert.Equal(
        [new ChangedLine(1, "version: 1", "version: 2")], LineChanges.Of("version: 1\r\nx: y\r\n", "version: 2\r\nx: y\r\n"));

    [Fact]
    public void The_same_text_has_no_changes() => Assert.Empty(LineChanges.Of("a\nb", "a\nb"));

    [Fact]
    public void Lines_that_are_gone_are_told() => Assert.Equal(
        [new ChangedLine(2, "- old", "- new"), new ChangedLine(3, "- older", null)],
        LineChanges.Of("changes: |\n- old\n- older\nx: y\n", "changes: |\n- new\nx: y\n"));
}
