using ChartRelease.Versioning;
using CsCheck;

namespace ChartRelease.Tests.Versioning;

public sealed class TagTemplateTests
{
    [Theory]
    [InlineData("{name}-{version}", "app-1.2.3-rc.1", true)]
    [InlineData("v{version}", "v1.2.3-rc.1", false)]
    [InlineData("helm-v{version}", "helm-v1.2.3-rc.1", false)]
    [InlineData("{version}", "1.2.3-rc.1", false)]
    [InlineData("charts/{name}/{version}-chart", "charts/app/1.2.3-rc.1-chart", true)]
    public void A_tag_is_formatted_and_read_back(string template, string tag, bool namesChart)
    {
        var parsed = TagTemplate.Parse(template);

        Assert.Equal(tag, parsed.Format("app", ChartVersion.Parse("1.2.3-rc.1")));
        Assert.True(parsed.TryMatch(tag, "app", out var version));
        Assert.Equal("1.2.3-rc.1", version.ToString());
        Assert.Equal((template, namesChart), (parsed.ToString(), parsed.NamesChart));
    }

    [Theory]
    [InlineData("{name}-{version}", "other-1.2.3")]
    [InlineData("{name}-{version}", "app-v1.2.3")]
    [InlineData("{name}-{version}", "app-1.2")]
    [InlineData("{name}-{version}", "app-")]
    [InlineData("{name}-{version}", "app-one-1.2.3")]
    [InlineData("v{version}", "helm-v1.2.3")]
    [InlineData("v{version}", "V1.2.3")]
    [InlineData("helm-v{version}", "v1.541.0")]
    [InlineData("1{version}1", "1")]
    [InlineData("v{version}", "")]
    public void A_tag_of_something_else_does_not_match(string template, string tag)
    {
        Assert.False(TagTemplate.Parse(template).TryMatch(tag, "app", out var version));
        Assert.Null(version);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{name}")]
    [InlineData("release")]
    [InlineData("{version}-{version}")]
    [InlineData("{name}-{name}-{version}")]
    [InlineData("{Version}")]
    [InlineData("{version}-{date}")]
    [InlineData("{{version}}")]
    [InlineData("v {version}")]
    [InlineData("-{version}")]
    [InlineData("/{version}")]
    [InlineData("{version}/")]
    [InlineData("a//{version}")]
    [InlineData(".{version}")]
    [InlineData("a/.{version}")]
    [InlineData("a..{version}")]
    [InlineData("{version}.")]
    [InlineData("{version}.lock")]
    [InlineData("{version}:x")]
    [InlineData("{version}~1")]
    [InlineData("{version}\t")]
    [InlineData(@"a\{version}")]
    public void A_template_that_names_no_version_or_no_Git_tag_is_refused(string template)
    {
        var location = new SourceLocation("chart-release.yaml", 7);

        var exception = Assert.Throws<ChartReleaseException>(() => TagTemplate.Parse(template, location));

        Assert.Equal((FailureReason.InvalidSettings, location), (exception.Reason, exception.Failure.Location));
    }

    [Fact]
    public void A_version_that_Git_cannot_name_is_refused() =>
        Assert.Equal(
            FailureReason.InvalidVersion,
            Assert.Throws<ChartReleaseException>(() => TagTemplate.Parse("v{version}").Format("app", ChartVersion.Parse("1.2.3-a.lock"))).Reason);

    [Fact]
    public void Every_version_of_every_chart_comes_back_from_its_tag() =>
        Gen.Select(
            Versions.Any.Where(version => !version.ToString().EndsWith(".lock", StringComparison.Ordinal)),
            Gen.OneOf("app", "redis-7.0.0", "a.b_c", "1"),
            Gen.OneOf("{name}-{version}", "v{version}", "helm-v{version}", "{version}+{name}"))
            .Sample((version, name, template) =>
            {
                var parsed = TagTemplate.Parse(template);
                return parsed.TryMatch(parsed.Format(name, version), name, out var read) && read == version;
            });
}
