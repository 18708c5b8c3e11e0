using ChartRelease.Oci.Auth;

namespace ChartRelease.Tests.Oci.Auth;

public sealed class ChallengeParserTests
{
    [Theory]
    [InlineData("""Bearer realm="https://auth.example/token",service="r",scope="repository:a/b:pull,push" """,
        "bearer[realm=https://auth.example/token|service=r|scope=repository:a/b:pull,push]")]
    [InlineData("Basic realm=\"a \\\"quoted\\\" realm, with a comma\"", "basic[realm=a \"quoted\" realm, with a comma]")]
    [InlineData("""Negotiate, Basic realm=simple, BEARER Realm = "x" , service=y""", "negotiate[] basic[realm=simple] bearer[realm=x|service=y]")]
    [InlineData("Negotiate YII+/abc==, Basic realm=\"x\"", "negotiate[] basic[realm=x]")]
    [InlineData(", ,Basic realm=\"x\",,", "basic[realm=x]")]
    [InlineData("Bearer realm=\"never closed", "bearer[]")]
    [InlineData("", "")]
    [InlineData("\"", "")]
    public void Challenges_are_read_as_RFC_9110_writes_them(string header, string expected) =>
        Assert.Equal(expected, Show(ChallengeParser.Parse([header])));

    [Fact]
    public void Several_headers_are_several_challenges() =>
        Assert.Equal("basic[realm=x] bearer[realm=y]", Show(ChallengeParser.Parse(["Basic realm=x", "Bearer realm=y"])));

    private static string Show(IEnumerable<Challenge> challenges) => string.Join(' ', challenges.Select(challenge =>
        $"{challenge.Scheme}[{string.Join('|', challenge.Parameters.Select(parameter => $"{parameter.Key.ToLowerInvariant()}={parameter.Value}"))}]"));
}
