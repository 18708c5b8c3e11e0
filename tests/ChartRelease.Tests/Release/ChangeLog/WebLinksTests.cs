using ChartRelease.Release.ChangeLog;

namespace ChartRelease.Tests.Release.ChangeLog;

public sealed class WebLinksTests
{
    [Theory]
    [InlineData("https://github.com/acme/charts.git", "https://github.com/acme/charts/commit/abc", "https://github.com/acme/charts/issues/7")]
    [InlineData("git@github.com:acme/charts.git", "https://github.com/acme/charts/commit/abc", "https://github.com/acme/charts/issues/7")]
    [InlineData("ssh://git@git.example.com:2222/acme/charts/", "https://git.example.com/acme/charts/commit/abc", "https://git.example.com/acme/charts/issues/7")]
    [InlineData("https://user:token@gitlab.example.com/a/b/c", "https://gitlab.example.com/a/b/c/-/commit/abc", "https://gitlab.example.com/a/b/c/-/issues/7")]
    [InlineData("https://bitbucket.org/acme/charts", "https://bitbucket.org/acme/charts/commits/abc", "https://bitbucket.org/acme/charts/issues/7")]
    public void The_site_is_found_from_the_remote_and_without_its_password(string remote, string commit, string issue)
    {
        var links = WebLinks.FromRemote(remote);

        Assert.Equal((commit, issue), (links!.Commit("abc"), links.Issue(7)));
    }

    [Theory]
    [InlineData("/srv/git/charts.git")]
    [InlineData("file:///srv/git/charts.git")]
    [InlineData("../charts")]
    [InlineData("C:\\git\\charts")]
    [InlineData("")]
    public void A_remote_that_is_no_site_has_no_links(string remote) => Assert.Null(WebLinks.FromRemote(remote));
}
