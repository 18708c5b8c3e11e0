using System.Globalization;
using Cake.Core.IO;
using ChartRelease;

namespace Cake.ChartRelease.Helm;

/// <summary>What is said when helm cannot be run or fails.</summary>
internal static class HelmFailures
{
    private const int MaximumLines = 20;
    private const int MaximumCharacters = 4000;

    private const string ThreeWays =
        "Name a helm with --helm=PATH, put one on PATH, or let the pipeline fetch one (.tools/). https://helm.sh/docs/intro/install/";

    public static ChartReleaseException NotFound(FilePath? path, Exception cause) => new(
        FailureReason.ToolUnavailable,
        path is null ? "No helm was found on PATH or among Cake's tools." : $"There is no helm at \"{path.FullPath}\".",
        "helm 3.8 or later.",
        ThreeWays,
        cause);

    public static ChartReleaseException NotStarted(FilePath? path, Exception cause) => new(
        FailureReason.ToolUnavailable,
        $"{path?.FullPath ?? "helm"} cannot be started: {cause.Message}",
        "An executable helm, 3.8 or later, for this system.",
        ThreeWays,
        cause);

    public static ChartReleaseException HalfCredentials(string host, bool passwordIsMissing) => new(
        FailureReason.InvalidSettings,
        $"No {(passwordIsMissing ? "password" : "user name")} was given for {host}.",
        "A user name and a password or token.",
        "Give both: --username with --password-stdin, or CHART_RELEASE_USERNAME and CHART_RELEASE_PASSWORD.");

    public static ChartReleaseException NoVersion(string text) => new(
        FailureReason.InvalidSettings,
        $"\"{text}\" is not a version of helm.",
        "A full version such as 4.1.4.",
        "Correct HelmVersion of the settings, or leave it out: helm is asked when it matters.");

    public static ChartReleaseException CannotWrite(Exception cause) => new(
        FailureReason.CannotWrite,
        $"A file for or from helm cannot be written: {cause.Message}",
        "Room and permission in the artifacts folder and the temporary folder.",
        "Free some space, or choose another folder with --artifacts=DIR (TMPDIR for temporary files).",
        cause);

    public static ChartReleaseException TimedOut(string verb, TimeSpan timeout) => new(
        FailureReason.ToolFailed,
        string.Create(CultureInfo.InvariantCulture, $"helm {verb} did not end within {timeout.TotalSeconds} s and was killed."),
        "An end within the ToolTimeout of the settings.",
        "Look at what helm waits for (network, input), or allow it more time.");

    public static ChartReleaseException Failed(string verb, HelmOutput output) => new(
        FailureReason.ToolFailed,
        string.Create(CultureInfo.InvariantCulture, $"helm {verb} failed with exit code {output.ExitCode}: {Tail(output)}"),
        "Exit code 0.",
        "Correct what helm says; --verbosity=diagnostic shows the command line.");

    public static ChartReleaseException Unreadable(string verb, HelmOutput output) => new(
        FailureReason.ToolFailed,
        $"The output of helm {verb} is not understood: {Tail(output)}",
        "What helm 3.8 to 4 print.",
        "Run the command by hand (--verbosity=diagnostic shows it) and compare; is it a supported helm?");

    /// <summary>The end of what helm said: that is where its error stands. Standard output counts when standard error is empty.</summary>
    private static string Tail(HelmOutput output)
    {
        var lines = output.StandardError.Any(line => !string.IsNullOrWhiteSpace(line)) ? output.StandardError : output.StandardOutput;
        // helm's hint names a flag of helm's that users of the pipeline cannot give.
        var text = string.Join('\n', lines.Where(line => !line.StartsWith("Use --debug flag", StringComparison.Ordinal)).TakeLast(MaximumLines)).Trim();
        return text.Length == 0 ? "(it printed nothing)"
            : text.Length <= MaximumCharacters ? text
            : "…" + text[^MaximumCharacters..];
    }
}
