using ChartRelease.Release.Settings;

namespace ChartRelease.Tests.Release.Settings;

public sealed class DurationTests
{
    [Theory]
    [InlineData("90", 90)]
    [InlineData("90s", 90)]
    [InlineData("5m", 300)]
    [InlineData("1h30m", 5400)]
    [InlineData("1h1s", 3601)]
    [InlineData("0h1m0s", 60)]
    [InlineData("24h", 86400)]
    [InlineData("999999", 999_999)]
    public void Spans_of_time_are_read(string text, int seconds)
    {
        Assert.True(Duration.TryParse(text, out var duration));
        Assert.Equal(TimeSpan.FromSeconds(seconds), duration);
        Assert.True(Duration.TryParse(Duration.Show(duration), out var again) && again == duration);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("0s")]
    [InlineData("-1")]
    [InlineData("1.5s")]
    [InlineData("1 m")]
    [InlineData("1m30")]
    [InlineData("30s1m")]
    [InlineData("5M")]
    [InlineData("1000h")]
    [InlineData("1000000")]
    [InlineData("5m\n")]
    [InlineData("forever")]
    public void Everything_else_is_refused(string? text) => Assert.False(Duration.TryParse(text, out _));

    [Fact]
    public void The_longest_one_is_one_that_timers_can_hold()
    {
        Assert.True(Duration.TryParse("999h999m99999s", out var longest));
        using var source = new CancellationTokenSource();
        source.CancelAfter(longest);
    }
}
