using System.Diagnostics;
using System.Globalization;
using System.Text;
using ChartRelease.Processes;
using ChartRelease.Testing;

namespace ChartRelease.Tests.Processes;

public sealed class ProcessRunnerTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("")]
    [InlineData("two words")]
    [InlineData(" edges ")]
    [InlineData("say \"hi\"")]
    [InlineData("it's")]
    [InlineData("back\\slash\\")]
    [InlineData("\\\"")]
    [InlineData("$HOME `id` $(id) %PATH% !x ; & | > *")]
    [InlineData("line\nfeed\ttab")]
    [InlineData("ünï 漢字 🚢")]
    [InlineData("--flag=a b")]
    public async Task An_argument_arrives_as_it_is(string argument)
    {
        var program = Script.Write(_folder, "print", "for argument; do printf '[%s]' \"$argument\"; done");

        var result = await ProcessRunner.RunAsync(new ProcessRequest(program, [argument, "next"]), Token);

        Assert.Equal($"[{argument}][next]", result.Output);
    }

    [Fact]
    public async Task The_environment_and_the_folder_are_those_of_the_request()
    {
        var program = Script.Write(_folder, "print", "printf '%s|%s|%s' \"$GIVEN\" \"${HOME-none}\" \"$(pwd -P)\"");
        var folder = Directory.CreateDirectory(_folder.Combine("a b")).FullName;

        var result = await ProcessRunner.RunAsync(
            new ProcessRequest(program, [])
            {
                WorkingDirectory = folder,
                Environment = new Dictionary<string, string?> { ["GIVEN"] = "a \"b\"", ["HOME"] = null },
            },
            Token);

        Assert.Equal($"a \"b\"|none|{folder}", result.Output);
    }

    [Fact]
    public async Task A_secret_arrives_on_standard_input_and_is_shown_nowhere()
    {
        const string password = "pä55 wörd$(id)";
        var program = Script.Write(_folder, "read", "cat");
        var request = new ProcessRequest(program, ["--password-stdin"]) { SecretInput = new Secret(password) };

        var result = await ProcessRunner.RunAsync(request, Token);

        Assert.Equal(password, result.Output);
        Assert.Equal("read --password-stdin", request.ToString());
        Assert.DoesNotContain(password, $"{request.SecretInput}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_input_standard_input_is_at_its_end() =>
        Assert.Equal("end", (await ProcessRunner.RunAsync(new ProcessRequest(Script.Write(_folder, "read", "cat; printf end"), []), Token)).Output);

    [Fact]
    public async Task A_program_that_does_not_read_its_input_is_no_failure()
    {
        var program = Script.Write(_folder, "deaf", "exit 3");
        var request = new ProcessRequest(program, []) { Input = new string('x', 1_000_000) };

        Assert.Equal(3, (await ProcessRunner.RunAsync(request, Token)).ExitCode);
    }

    [Fact]
    public async Task Much_on_both_streams_does_not_block_and_only_the_end_of_the_errors_is_kept()
    {
        // Far more than a pipe holds, on each stream in turn, so that a reader of one at a time would wait for ever.
        const int size = 2_000_000;
        var text = _folder.Write("text", new string('x', size));
        var program = Script.Write(
            _folder, "talk", $"cat '{text}' >&2; cat '{text}'; cat '{text}' >&2; cat '{text}'; printf 'the end ü' >&2; exit 7");

        var result = await ProcessRunner.RunAsync(new ProcessRequest(program, []), Token);

        Assert.Equal((7, 2 * size), (result.ExitCode, result.Output.Length));
        Assert.EndsWith("xthe end ü", result.Error, StringComparison.Ordinal);
        Assert.InRange(Encoding.UTF8.GetByteCount(result.Error), 16_000, BoundedText.Limit + 3);
    }

    [Fact]
    public async Task A_reader_that_has_enough_ends_a_program_that_would_go_on_for_ever()
    {
        var program = Script.Write(_folder, "endless", "while :; do echo line; done");

        var result = await ProcessRunner.RunAsync(
            new ProcessRequest(program, []),
            async (stream, token) =>
            {
                await stream.ReadExactlyAsync(new byte[5], token);
                return false;
            },
            Token);

        Assert.Equal(-1, result.ExitCode);
    }

    [Fact]
    public async Task Cancelling_ends_the_program_and_what_it_started()
    {
        // The shell waits for its children, and each waits for ever.
        var program = Script.Write(_folder, "parent", "sh -c 'sleep 1000 & echo $! > grandchild.new; mv grandchild.new grandchild; wait' & wait");
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var run = ProcessRunner.RunAsync(new ProcessRequest(program, []) { WorkingDirectory = _folder.Path }, cancellation.Token);
        var file = _folder.Combine("grandchild");
        while (!File.Exists(file))
        {
            await Task.Delay(10, Token);
        }

        var id = int.Parse(await File.ReadAllTextAsync(file, Token), CultureInfo.InvariantCulture);
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);

        await GoneAsync(id);
    }

    [Fact]
    public async Task What_is_cancelled_before_it_starts_is_not_started()
    {
        var program = Script.Write(_folder, "mark", "touch ran");
        var request = new ProcessRequest(program, []) { WorkingDirectory = _folder.Path };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ProcessRunner.RunAsync(request, new CancellationToken(canceled: true)));

        Assert.False(File.Exists(_folder.Combine("ran")));
    }

    [Theory]
    [InlineData("no-such-program-anywhere")]
    [InlineData("plain")]
    [InlineData("relative/tool")]
    public async Task A_program_that_is_not_on_the_path_is_unavailable(string name)
    {
        _folder.Write("plain", "not executable");
        Script.Write(_folder, "relative/tool", "exit 0");
        var request = new ProcessRequest(name, [])
        {
            WorkingDirectory = _folder.Path,
            Environment = new Dictionary<string, string?> { ["PATH"] = string.Join(Path.PathSeparator, _folder.Path, "relative", ".") },
        };

        if (name == "relative/tool")
        {
            request = request with { FileName = "tool" };
        }

        var exception = await Assert.ThrowsAsync<ChartReleaseException>(() => ProcessRunner.RunAsync(request, Token));

        Assert.Equal(FailureReason.ToolUnavailable, exception.Reason);
    }

    [Fact]
    public async Task A_folder_that_does_not_exist_is_told()
    {
        var request = new ProcessRequest(Script.Write(_folder, "fine", "exit 0"), []) { WorkingDirectory = _folder.Combine("missing") };
        var exception = await Assert.ThrowsAsync<ChartReleaseException>(() => ProcessRunner.RunAsync(request, Token));
        Assert.Equal(FailureReason.ToolUnavailable, exception.Reason);
    }

    private static async Task GoneAsync(int id)
    {
        while (IsAlive(id))
        {
            await Task.Delay(10, Token);
        }
    }

    private static bool IsAlive(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);

            // In a container without an init nobody collects what was killed; a corpse has no command line.
            return !process.HasExited && (!OperatingSystem.IsLinux() || File.ReadAllText($"/proc/{id}/cmdline").Length > 0);
        }
        catch (Exception exception) when (exception is ArgumentException or IOException)
        {
            return false;
        }
    }
}
