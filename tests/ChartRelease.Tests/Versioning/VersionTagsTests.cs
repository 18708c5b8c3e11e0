using ChartRelease.Versioning;

namespace ChartRelease.Tests.Versioning;

public sealed class VersionTagsTests
{
    private static readonly string[] _charts = ["redis", "redis-7", "helm"];

    [Theory]
    [InlineData("redis-1.2.3", "redis 1.2.3")]
    [InlineData("redis-7-1.2.3", "redis-7 1.2.3")]
    [InlineData("redis-1.2.3-rc.1", "redis 1.2.3-rc.1")]
    [InlineData("helm-1.2.3+build", "helm 1.2.3+build")]
    [InlineData("mysql-1.2.3", "")]
    [InlineData("redis-", "")]
    [InlineData("redis", "")]
    [InlineData("", "")]
    public void A_tag_of_the_named_form_is_of_one_chart(string tag, string expected) => Assert.Equal(expected, Read(["{name}-{version}"], tag));

    [Theory]
    [InlineData("v1.2.3", "redis 1.2.3, redis-7 1.2.3, helm 1.2.3")]
    [InlineData("1.2.3", "")]
    [InlineData("vendor-1.2.3", "")]
    public void A_pattern_without_a_name_speaks_of_every_chart(string tag, string expected) => Assert.Equal(expected, Read(["v{version}"], tag));

    [Theory]
    [InlineData("1.2.3/redis", "redis 1.2.3")]
    [InlineData("1.2.3/redis-7", "redis-7 1.2.3")]
    [InlineData("redis/1.2.3", "")]
    public void The_name_may_come_last(string tag, string expected) => Assert.Equal(expected, Read(["{version}/{name}"], tag));

    [Fact]
    public void Several_patterns_are_read_beside_each_other()
    {
        string[] patterns = ["{name}-{version}", "v{version}", "helm-v{version}"];

        Assert.Equal("redis 1.2.3", Read(patterns, "redis-1.2.3"));
        Assert.Equal("redis 2.0.0, redis-7 2.0.0, helm 2.0.0", Read(patterns, "helm-v2.0.0"));
        Assert.Equal("helm 2.0.0", Read(patterns, "helm-2.0.0"));
    }

    [Theory]
    [InlineData("{version}", "{version}-chart", "1.2.3-chart")]
    [InlineData("{name}-v{version}", "helm-v{version}", "helm-v1.2.3")]
    public void A_tag_that_two_patterns_match_is_refused(string one, string other, string tag)
    {
        var exception = Assert.Throws<ChartReleaseException>(() => Read([one, other], tag));

        Assert.Equal(FailureReason.InvalidSettings, exception.Reason);
        Assert.Contains(one, exception.Failure.Found, StringComparison.Ordinal);
        Assert.Contains(other, exception.Failure.Found, StringComparison.Ordinal);
        Assert.Contains("tag-patterns", exception.Failure.Next, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_pattern_twice_is_one() => Assert.Equal("redis 1.2.3", Read(["{name}-{version}", "{name}-{version}"], "redis-1.2.3"));

    [Theory]
    [InlineData("redis-v1.2.3", true)]
    [InlineData("redis-1.2", true)]
    [InlineData("redis-1.2.3-rc.01", true)]
    [InlineData("redis-1.2.3", false)]
    [InlineData("redis-7-1.2.3", false)]
    [InlineData("redis-latest", false)]
    [InlineData("nightly", false)]
    public void A_tag_that_was_meant_as_a_release_is_noticed(string tag, bool expected)
    {
        _ = Tags(["{name}-{version}"]).Read(tag, out var isLike);

        Assert.Equal(expected, isLike);
    }

    private static VersionTags Tags(string[] patterns) => new(patterns.Select(pattern => TagTemplate.Parse(pattern)), _charts);

    private static string Read(string[] patterns, string tag) =>
        string.Join(", ", Tags(patterns).Read(tag, out _).Select(read => $"{read.Chart} {read.Version}"));
}
