using ChartRelease.Oci;
using CsCheck;

namespace ChartRelease.Tests.Oci;

public sealed class TagTests
{
    [Theory]
    [InlineData("1.2.3", "1.2.3")]
    [InlineData("1.2.3-rc.1", "1.2.3-rc.1")]
    [InlineData("1.2.3+build.5", "1.2.3_build.5")]
    public void A_version_and_its_tag_go_both_ways(string version, string tag)
    {
        Assert.Equal(tag, Tag.FromVersion(version));
        Assert.Equal(version, Tag.ToVersion(tag));
    }

    [Theory]
    [InlineData("")]
    [InlineData("1.2.3_x")]
    [InlineData("-1.2.3")]
    [InlineData(".1")]
    [InlineData("1.2.3/4")]
    [InlineData("1.2.3:4")]
    [InlineData("1.2.3\n")]
    [InlineData("1.2.3 ")]
    [InlineData("1.2.é")]
    public void A_version_that_no_tag_can_carry_is_refused(string version) =>
        Assert.Equal(FailureReason.InvalidVersion, Assert.Throws<ChartReleaseException>(() => Tag.FromVersion(version)).Reason);

    [Fact]
    public void A_tag_has_at_most_128_characters()
    {
        var longest = "1.2.3-" + new string('a', 122);

        Assert.Equal(longest, Tag.FromVersion(longest));
        Assert.Equal(FailureReason.InvalidVersion, Assert.Throws<ChartReleaseException>(() => Tag.FromVersion(longest + "a")).Reason);
    }

    [Fact]
    public void Every_version_comes_back_from_its_tag() =>
        Gen.String["0123456789abcXYZ.-+"].Where(version => version.Length is > 0 and <= 128 && version[0] is not ('.' or '-'))
            .Sample(version => Tag.ToVersion(Tag.FromVersion(version)) == version && Tag.IsValid(Tag.FromVersion(version)));
}
