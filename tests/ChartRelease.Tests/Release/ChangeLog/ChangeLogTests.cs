using ChartRelease.Release.ChangeLog;
using ChartRelease.Versioning.Commits;
using Semver;

namespace ChartRelease.Tests.Release.ChangeLog;

public sealed class ChangeLogTests
{
    private static readonly WebLinks _links = new("https://github.com/acme/charts");

    [Fact]
    public void A_new_file_says_what_it_is_and_lists_the_changes_with_links() => Assert.Equal(
        """
        # Changelog

        All notable changes to this chart, in the form of [Keep a Changelog](https://keepachangelog.com/en/1.1.0/).
        Its versions follow [Semantic Versioning](https://semver.org/spec/v2.0.0.html).

        ## 1.3.0 - 2026-01-05

        ### Added

        - api: list sessions ([#12](https://github.com/acme/charts/issues/12)) ([aaaaaaa](https://github.com/acme/charts/commit/aaaaaaaaaaaa))

        ### Changed

        - **Breaking:** rename the port (`http` is `web`) ([ccccccc](https://github.com/acme/charts/commit/cccccccccccc))
        - update common 1.1.0

        ### Fixed

        - leak ([bbbbbbb](https://github.com/acme/charts/commit/bbbbbbbbbbbb), [#9](https://github.com/acme/charts/issues/9))

        """,
        MarkdownChangeLog.Add(null, Section(["common 1.1.0"], "feat(api): list sessions (#12)", "fix: leak\n\nCloses #9", "refactor: rename the port\n\nBREAKING CHANGE: `http` is `web`", "chore: tidy"), _links));

    [Fact]
    public void Without_a_site_commits_and_issues_are_named() => Assert.EndsWith(
        "- leak (aaaaaaa, #9, #10)\n", MarkdownChangeLog.Add(null, Section([], "fix: leak\n\nFixes: #9, #10"), null), StringComparison.Ordinal);

    [Fact]
    public void A_version_stands_above_the_older_ones_and_every_line_stays()
    {
        const string Before = "# Changes\n\nOurs.\n\n## [1.2.0] - 2025-12-01\n### Fixed\n- x\n\n[1.2.0]: https://example.com\n";

        Assert.Equal(
            "# Changes\n\nOurs.\n\n## [1.3.0] - 2026-01-05\n\n### Added\n\n- y (aaaaaaa)\n\n## [1.2.0] - 2025-12-01\n### Fixed\n- x\n\n[1.2.0]: https://example.com\n",
            MarkdownChangeLog.Add(Before, Section([], "feat: y"), null));
    }

    [Fact]
    public void What_people_wrote_below_Unreleased_becomes_part_of_the_version()
    {
        const string Before = "# Changes\r\n\r\n## [Unreleased]\r\n\r\nBy hand.\r\n\r\n### Added\r\n\r\n- by hand\r\n\r\n## 1.2.0\r\n";

        Assert.Equal(
            "# Changes\n\n## [Unreleased]\n\n## 1.3.0 - 2026-01-05\n\nBy hand.\n\n### Added\n\n- by hand\n- y (aaaaaaa)\n\n### Fixed\n\n- z (bbbbbbb)\n\n## 1.2.0\n"
                .ReplaceLineEndings("\r\n"),
            MarkdownChangeLog.Add(Before, Section([], "feat: y", "fix: z"), null));
    }

    [Theory]
    [InlineData("## 1.3.0\n")]
    [InlineData("## [1.3.0] - 2026-01-05\n")]
    [InlineData("## v1.3.0 (2026-01-05)\n")]
    public void A_version_that_is_there_is_not_added_again(string heading) =>
        Assert.Equal(heading, MarkdownChangeLog.Add(heading, Section([], "feat: y"), null));

    [Fact]
    public void To_add_it_twice_changes_nothing_the_second_time()
    {
        var once = MarkdownChangeLog.Add("# Changes\n\n[x]: https://example.com\n", Section([], "feat: y"), null);

        Assert.Equal(once, MarkdownChangeLog.Add(once, Section([], "feat: y"), null));
        Assert.EndsWith("- y (aaaaaaa)\n\n[x]: https://example.com\n", once, StringComparison.Ordinal);
    }

    [Fact]
    public void Internal_work_is_told_only_when_there_is_nothing_else()
    {
        Assert.Equal(["leak"], Entries("chore: tidy", "fix: leak", "ci: faster").Select(entry => entry.Text));
        Assert.Equal(["tidy"], Entries("chore: tidy").Select(entry => entry.Text));
        Assert.Equal(["deps: redis 22", "drop it"], Entries("build(deps): redis 22", "chore!: drop it", "docs: typo").Select(entry => entry.Text));
        Assert.Equal(["maintenance release"], Entries().Select(entry => entry.Text));
    }

    [Fact]
    public void Artifact_Hub_gets_the_same_changes() => Assert.Equal(
        [
            "- kind: added",
            "  description: \"api: \\\"list\\\" <sessions>\"",
            "  links:",
            "    - name: \"Commit aaaaaaa\"",
            "      url: \"https://github.com/acme/charts/commit/aaaaaaaaaaaa\"",
            "- kind: fixed",
            "  description: \"Breaking: leak\"",
            "  links:",
            "    - name: \"Commit bbbbbbb\"",
            "      url: \"https://github.com/acme/charts/commit/bbbbbbbbbbbb\"",
            "    - name: \"Issue #9\"",
            "      url: \"https://github.com/acme/charts/issues/9\"",
            "- kind: changed",
            "  description: \"update common 1.1.0\"",
        ],
        ArtifactHubChanges.Lines(null, Section(["common 1.1.0"], "feat(api): \"list\" <sessions>", "fix!: leak\n\nCloses #9"), _links));

    [Fact]
    public void What_the_annotation_says_already_stays_and_is_not_said_twice()
    {
        var once = ArtifactHubChanges.Lines("- Written by hand\n", Section([], "feat: y"), null);

        Assert.Equal(["- Written by hand", "- kind: added", "  description: \"y\""], once);
        Assert.Equal(once, ArtifactHubChanges.Lines(string.Join('\n', once!), Section([], "feat: y"), null));
        Assert.Null(ArtifactHubChanges.Lines("{no: list}", Section([], "feat: y"), null));
    }

    private static ChangeLogSection Section(string[] updates, params string[] messages) =>
        new(SemVersion.Parse("1.3.0", SemVersionStyles.Strict), new DateOnly(2026, 1, 5), ChangeEntries.Of(Changes(messages), updates));

    private static IReadOnlyList<ChangeEntry> Entries(params string[] messages) => ChangeEntries.Of(Changes(messages), []);

    private static IReadOnlyList<CommitChange> Changes(string[] messages) =>
        CommitChanges.Of([.. messages.Select((text, index) => new CommitMessage(new string((char)('a' + index), 12), "A", text))]);
}
