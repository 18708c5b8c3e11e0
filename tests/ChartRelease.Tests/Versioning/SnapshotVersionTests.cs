using ChartRelease.Versioning;
using CsCheck;
using Semver;

namespace ChartRelease.Tests.Versioning;

public sealed class SnapshotVersionTests
{
    [Theory]
    [InlineData("0.3.0", "0.3.0", "0.3.1-dev.7.g1a2b3c4")]
    [InlineData("0.4.0", "0.3.0", "0.4.0-dev.7.g1a2b3c4")]
    [InlineData("0.3.0", null, "0.3.0-dev.7.g1a2b3c4")]
    [InlineData("1.3.0-rc.1", "1.3.0-rc.1", "1.3.0-rc.1.dev.7.g1a2b3c4")]
    [InlineData("1.3.0-rc.1", "1.2.0", "1.3.0-dev.7.g1a2b3c4")]
    public void A_snapshot_is_named_after_the_next_version_its_height_and_its_commit(string current, string? released, string expected) =>
        Assert.Equal(expected, $"{Of(current, released, 7, "1a2b3c4d5e6f")}");

    [Fact]
    public void A_hash_of_digits_is_no_number() => Assert.Equal("0.3.1-dev.7.g0123456", $"{Of("0.3.0", "0.3.0", 7, "01234567890")}");

    [Fact]
    public void A_snapshot_is_above_the_release_and_below_those_that_follow() =>
        Gen.Select(Versions.Any, Gen.Int[1, 1000]).Sample((released, height) =>
        {
            var snapshot = SnapshotVersion.Of(released, released, height, "0123456789");
            var later = SnapshotVersion.Of(released, released, height + 1, "abcdef0123");
            return snapshot.ComparePrecedenceTo(released) > 0
                && later.ComparePrecedenceTo(snapshot) > 0
                && VersionBump.Next(released, BumpKind.Patch).ComparePrecedenceTo(later) > 0
                && SemVersion.TryParse($"{snapshot}", SemVersionStyles.Strict, out _);
        });

    private static SemVersion Of(string current, string? released, int height, string commit) => SnapshotVersion.Of(
        Strict(current), released is null ? null : Strict(released), height, commit);

    private static SemVersion Strict(string value) => SemVersion.Parse(value, SemVersionStyles.Strict);
}
