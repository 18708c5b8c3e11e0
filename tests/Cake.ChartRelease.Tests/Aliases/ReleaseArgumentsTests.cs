using Cake.Core;
using Cake.Core.IO;
using ChartRelease;
using ChartRelease.Release;
using ChartRelease.Testing;
using NSubstitute;

namespace Cake.ChartRelease.Tests.Aliases;

public sealed class ReleaseArgumentsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_script_keeps_the_arguments_that_are_no_settings()
    {
        var options = Context(("configuration", "Release"), ("artifacts", "out"), ("output", "json")).ChartReleaseOptions();

        Assert.Equal(("out", OutputFormat.Json), (options.Artifacts, options.Output));
    }

    [Fact]
    public void A_program_has_no_arguments_but_settings_and_those_of_Cake()
    {
        Assert.Equal("out", ReleaseArguments.ReadAll(Context(("target", "Plan"), ("artifacts", "out"))).Artifacts);

        var exception = Assert.Throws<ChartReleaseException>(() => ReleaseArguments.ReadAll(Context(("artefacts", "out"))));

        Assert.Contains("--artifacts", exception.Failure.Next, StringComparison.Ordinal);
    }

    [Fact]
    public void Arguments_of_the_program_itself_are_named()
    {
        Assert.Equal("out", ReleaseArguments.ReadAll(Context(("Channel", "stable"), ("artifacts", "out")), "channel").Artifacts);

        var misspelt = Assert.Throws<ChartReleaseException>(() => ReleaseArguments.ReadAll(Context(("chanel", "stable")), "channel"));
        Assert.Contains("--channel", misspelt.Failure.Next, StringComparison.Ordinal);
        Assert.Throws<ChartReleaseException>(() => ReleaseArguments.ReadAll(Context(("token", "secret")), "token"));
    }

    [Fact]
    public void A_flag_needs_no_value() => Assert.True(Context(("plain-http", null)).ChartReleaseOptions().Registry.PlainHttp);

    [Fact]
    public void The_settings_file_of_the_repository_is_read()
    {
        _folder.Write("chart-release.yaml", "artifacts: elsewhere\n");

        Assert.Equal("elsewhere", Context().ChartReleaseOptions().Artifacts);
    }

    private ICakeContext Context(params (string Name, string? Value)[] arguments)
    {
        var context = Substitute.For<ICakeContext>();
        context.Environment.WorkingDirectory.Returns(new DirectoryPath(_folder.Path));
        context.Arguments.GetArguments().Returns(
            arguments.ToDictionary(argument => argument.Name, argument => (ICollection<string>)[argument.Value!]));
        return context;
    }
}
