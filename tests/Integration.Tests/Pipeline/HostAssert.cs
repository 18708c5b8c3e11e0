using System.Text.RegularExpressions;
using ChartRelease.Testing;

namespace ChartRelease.Integration.Pipeline;

/// <summary>What holds of every run.</summary>
internal static partial class HostAssert
{
    /// <summary>It did what it was asked for.</summary>
    public static void Succeeded(HostResult run) => Assert.True(run.ExitCode == 0, run.ToString());

    /// <summary>It failed in the way every failure of a user's making does: three parts, exit code 1, no stack trace.</summary>
    /// <param name="run">The run.</param>
    /// <param name="mentions">What the message has to name: a file, a host, an argument.</param>
    public static void Failed(HostResult run, params string[] mentions)
    {
        Assert.True(run.ExitCode == 1, run.ToString());
        var message = Message().Match(run.Error + run.Output);
        Assert.True(message.Success, $"Not a message of three parts:\n{run}");
        Assert.False(StackTrace().IsMatch(run.All), $"A stack trace:\n{run}");
        Assert.All(mentions, mention => Assert.True(run.All.Contains(mention, StringComparison.Ordinal), $"Does not name {mention}:\n{run}"));
    }

    /// <summary>Whether a stack trace stands somewhere.</summary>
    [GeneratedRegex(@"^\s+at \S+\(|Exception:", RegexOptions.Multiline)]
    public static partial Regex StackTrace();

    [GeneratedRegex(@"\S[^\n]*\n(?:[^\n]*\n)*?[^\S\n]*Expected: \S[^\n]*\n[^\S\n]*Next: \S")]
    private static partial Regex Message();
}
