using Cake.Core.IO;
using ChartRelease;

namespace Cake.ChartRelease.Helm;

/// <summary>Tells which failure it is when helm cannot be run or fails.</summary>
internal static class HelmFailures
{
    // A shell's convention, which the runtime follows: https://www.gnu.org/software/bash/manual/html_node/Exit-Status.html
    private const int FirstSignal = 128;
    private const int LastSignal = 31;

    public static HelmNotFoundException NotFound(FilePath? path, Exception cause) => new(
        path is null ? "No helm was found on PATH or among Cake's tools." : $"There is no helm at \"{path.FullPath}\".",
        cause);

    public static HelmNotFoundException NotStarted(FilePath? path, Exception cause) => new(
        $"{path?.FullPath ?? "helm"} cannot be started: {cause.Message}",
        cause);

    public static HelmException Failed(string verb, HelmOutput output) =>
        output.ExitCode - FirstSignal is > 0 and <= LastSignal and var signal && !OperatingSystem.IsWindows()
            ? new HelmKilledException(verb, output, signal)
            : new HelmFailedException(verb, output);

    public static HelmSettingsException Invalid(string verb, IReadOnlyCollection<string> problems) => new(
        $"helm {verb} cannot work with these settings: {string.Join(' ', problems)}",
        "Settings that fit each other.",
        "Correct the settings; helm was not started.");

    public static HelmSettingsException HalfCredentials(string host, bool passwordIsMissing) => new(
        $"No {(passwordIsMissing ? "password" : "user name")} was given for {host}.",
        "A user name and a password or token.",
        "Give both: --username with --password-stdin, or CHART_RELEASE_USERNAME and CHART_RELEASE_PASSWORD.");

    public static HelmSettingsException NoVersion(string text) => new(
        $"\"{text}\" is not a version of helm.",
        "A full version such as 4.1.4.",
        "Correct HelmVersion of the settings, or leave it out: helm is asked for it.");

    public static HelmSettingsException UnknownFlag(string flag, string version, HelmRange range) => new(
        $"The flag {flag} was asked for, and helm is version {version}.",
        $"{flag} is known to {range}.",
        "Leave the setting out, or use such a helm (ToolPath of the settings, --helm=PATH of the pipeline).");

    public static HelmSettingsException UnknownCommand(string verb, string version, HelmRange range) => new(
        $"helm {verb} was asked for, and helm is version {version}.",
        $"helm {verb} is known to {range}.",
        "Use such a helm (ToolPath of the settings, --helm=PATH of the pipeline).");

    public static ChartReleaseException CannotWrite(Exception cause) => new(
        FailureReason.CannotWrite,
        $"A file for or from helm cannot be written: {cause.Message}",
        "Room and permission in the artifacts folder and the temporary folder.",
        "Free some space, or choose another folder with --artifacts=DIR (TMPDIR for temporary files).",
        cause);
}
