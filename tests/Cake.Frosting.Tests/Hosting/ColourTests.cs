using Cake.Frosting.Tests.Support;

namespace Cake.Frosting.Tests.Hosting;

public sealed class ColourTests
{
    private const char Escape = '\u001b';

    [Fact]
    public async Task Colour_is_emitted_into_a_pipe_when_the_terminal_is_an_xterm()
    {
        var environment = new Dictionary<string, string?> { ["TERM"] = "xterm-256color", ["NO_COLOR"] = null };

        var run = await SampleProcess.RunAsync(environment);

        Assert.Contains(Escape, run.Output);
    }

    [Fact]
    public async Task NO_COLOR_is_honoured()
    {
        var environment = new Dictionary<string, string?> { ["TERM"] = "xterm-256color", ["NO_COLOR"] = "1" };

        var run = await SampleProcess.RunAsync(environment);

        Assert.Contains("Hello, world!", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(Escape, run.Output);
    }
}
