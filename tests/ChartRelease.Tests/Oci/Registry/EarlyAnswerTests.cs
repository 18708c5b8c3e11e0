using System.Text;
using ChartRelease.Oci;
using ChartRelease.Testing.Registry;

namespace ChartRelease.Tests.Oci.Registry;

/// <summary>Servers that answer before they have read the body.</summary>
public sealed class EarlyAnswerTests
{
    private static readonly Blob _large = Blob.FromBytes(MediaTypes.HelmChart, new byte[4_000_000]);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("403 Forbidden", FailureReason.Forbidden)]
    [InlineData("413 Content Too Large", FailureReason.RegistryError)]
    public async Task A_refusal_is_read_and_no_body_sent(string status, FailureReason reason)
    {
        var received = new TaskCompletionSource<long>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = TcpServer.Start(async (stream, stop) =>
        {
            while (await TcpServer.ReadHeadAsync(stream, stop) is { Count: > 0 } head)
            {
                if (head[0].StartsWith("PUT", StringComparison.Ordinal))
                {
                    await AnswerAsync(stream, status, "Connection: close", stop);
                    received.SetResult(await CountAsync(stream, stop));
                    return;
                }

                await AnswerAsync(stream, head[0].StartsWith("POST", StringComparison.Ordinal) ? "202 Accepted" : "204 No Content", "Location: /upload", stop);
            }
        });
        await using (var given = Given.TargetOn(server.Host))
        {
            await given.Chart.PushBlobAsync(_large, Stop).ShouldFailAsync(reason);
        }

        Assert.Equal(0, await received.Task.WaitAsync(Stop));
    }

    [Theory]
    [InlineData(4_000_000, "100-continue")]
    [InlineData(1024 * 1024, "")]
    public async Task Only_large_bodies_wait_for_a_word(int size, string expected)
    {
        await using var registry = await DockerRegistry.StartAsync(Stop);
        await using var wire = await ScriptedServer.StartAsync(Stop, registry.Host);
        await using var given = Given.TargetOn(wire.Host);
        Assert.True(await given.Chart.PushBlobAsync(Blob.FromBytes(MediaTypes.HelmChart, new byte[size]), Stop));
        Assert.Equal(expected, wire.Requests.Single(request => request.Method == "PUT").Headers.GetValueOrDefault("Expect", ""));
    }

    [Fact]
    public async Task A_server_that_does_not_know_the_expectation_gets_the_body_without_it()
    {
        await using var registry = await DockerRegistry.StartAsync(Stop);
        await using var wire = await ScriptedServer.StartAsync(Stop, registry.Host);
        wire.On("PUT", "/uploads/", Answers.Status(417), times: 1);
        await using var given = Given.TargetOn(wire.Host);
        Assert.True(await given.Chart.PushBlobAsync(_large, Stop));
        Assert.Equal(["100-continue", ""], wire.Requests.Where(request => request.Method == "PUT").Select(request => request.Headers.GetValueOrDefault("Expect", "")));
        Assert.Empty(given.Log.At(ReleaseLogLevel.Warning));
    }

    private static async Task AnswerAsync(Stream stream, string status, string header, CancellationToken stop) =>
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 {status}\r\nContent-Length: 0\r\n{header}\r\n\r\n"), stop);

    private static async Task<long> CountAsync(Stream stream, CancellationToken stop)
    {
        var (buffer, count, read) = (new byte[8192], 0L, 0);
        while ((read = await stream.ReadAsync(buffer, stop)) > 0)
        {
            count += read;
        }

        return count;
    }
}
