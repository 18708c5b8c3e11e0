using ChartRelease.Testing.Registry;

namespace ChartRelease.Tests.Oci.Registry;

public sealed class TagListTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Pages_are_read_until_the_last_one()
    {
        await using var server = await ScriptedServer.StartAsync(Stop);
        server.On("GET", "list$", Answers.Status(200, """{"name":"x","tags":["1.0.0","1.1.0"]}""", headers: ("Link", "</v2/team/charts/app/tags/list?n=2&last=1.1.0>; rel=\"next\"")))
            .On("GET", "last=1.1.0", Answers.Status(200, """{"name":"x","tags":["1.2.0"]}"""));
        await using var given = Given.TargetOn(server.Host);
        Assert.Equal(["1.0.0", "1.1.0", "1.2.0"], await given.Chart.ListTagsAsync(Stop).ToListAsync(Stop));
    }

    [Theory]
    [InlineData("/v2/team/charts/app/tags/list")]
    [InlineData("/v2/team/charts/app/tags/gone")]
    [InlineData("gopher://elsewhere.example/tags")]
    public async Task Pages_that_do_not_lead_to_the_last_one_are_an_error_and_not_a_shorter_list(string next)
    {
        await using var server = await ScriptedServer.StartAsync(Stop);
        server.On("GET", "list$", Answers.Status(200, """{"tags":["1.0.0"]}""", headers: ("Link", $"<{next}>; rel=next")))
            .On("GET", "gone$", Answers.Error(404, "NAME_UNKNOWN"));
        await using var given = Given.TargetOn(server.Host);
        await given.Chart.ListTagsAsync(Stop).ToListAsync(Stop).AsTask().ShouldFailAsync(FailureReason.RegistryError);
    }

    [Fact]
    public async Task A_repository_that_does_not_exist_has_no_tags()
    {
        await using var registry = await DockerRegistry.StartAsync(Stop);
        await using var given = Given.TargetOn(registry.Host);
        Assert.Empty(await given.Chart.ListTagsAsync(Stop).ToListAsync(Stop));
    }

    [Fact]
    public async Task Null_is_no_tags()
    {
        await using var server = await ScriptedServer.StartAsync(Stop);
        server.On("GET", "/", Answers.Status(200, """{"name":"x","tags":null}"""));
        await using var given = Given.TargetOn(server.Host);
        Assert.Empty(await given.Chart.ListTagsAsync(Stop).ToListAsync(Stop));
    }

    [Fact]
    public async Task What_is_no_tag_is_left_out()
    {
        await using var server = await ScriptedServer.StartAsync(Stop);
        server.On("GET", "/", Answers.Status(200, """{"name":"x","tags":["1.0.0","1.1.0\n::error::not a tag","../1.2.0"]}"""));
        await using var given = Given.TargetOn(server.Host);
        Assert.Equal(["1.0.0"], await given.Chart.ListTagsAsync(Stop).ToListAsync(Stop));
    }

    [Theory]
    [InlineData(200, "{}")]
    [InlineData(200, "<html></html>")]
    [InlineData(404, "<html></html>")]
    public async Task Anything_else_is_an_error(int status, string body)
    {
        await using var server = await ScriptedServer.StartAsync(Stop);
        server.On("GET", "/", Answers.Status(status, body));
        await using var given = Given.TargetOn(server.Host);
        await given.Chart.ListTagsAsync(Stop).ToListAsync(Stop).AsTask().ShouldFailAsync(FailureReason.RegistryError);
    }
}
