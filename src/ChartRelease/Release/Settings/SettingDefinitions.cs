using ChartRelease.Charts;
using ChartRelease.Oci;
using static ChartRelease.Release.Settings.SettingKind;
using static ChartRelease.Release.Settings.SettingScope;

namespace ChartRelease.Release.Settings;

/// <summary>The settings there are. The JSON Schema and the reference page are held equal to this list by tests.</summary>
public static class SettingDefinitions
{
    /// <summary>Every setting, in the order of the reference page.</summary>
    public static IReadOnlyList<SettingDefinition> All { get; } =
    [
        new("charts", List, Everywhere, string.Join(',', ChartFinder.DefaultGlobs), "Globs of the chart folders, relative to the repository root."),
        new("registry", List, Everywhere, TargetReference.Default, "Targets to publish to: oci://HOST[:PORT]/PATH or oci-layout:FOLDER."),
        new("engine", Choice, Everywhere, "native", "Who packages and pushes.") { Choices = ["native", "helm"] },
        new("artifacts", Text, Everywhere, "artifacts", "Folder for archives and release.json, relative to the repository root."),
        new("tag-template", Text, Everywhere, "", "Git tag per published chart, for example {name}-{version}. Without it no tag is made."),
        new("tag-patterns", List, Everywhere, "{name}-{version}", "Git tags that name released versions, beside those of tag-template."),
        new("version-from", Choice, Everywhere, "chart", "Where the published version comes from: Chart.yaml, a Git tag on the commit, or a snapshot of it.") { Choices = ["chart", "tag", "snapshot"] },
        new("app-version-from", Choice, Everywhere, "chart", "Where the published appVersion comes from: Chart.yaml, or a Git tag on the commit.") { Choices = ["chart", "tag"] },
        new("preid", Text, Everywhere, "rc", "How --bump=prerelease names a prerelease that begins."),
        new("changelog", Flag, Everywhere, "false", "Add each bumped version to CHANGELOG.md of the chart, from its commits."),
        new("artifacthub-changes", Flag, Everywhere, "false", "Write the annotation artifacthub.io/changes of each bumped version, from its commits."),
        new("protected-branches", List, Everywhere, "", "Branches to which --push does not push, for example main or release/*."),
        new("parallelism", Number, Everywhere, "4", "Most charts in flight at once."),
        new("username", Text, Everywhere, "", "User name for the registry."),
        new("plain-http", Flag, Everywhere, "false", "Speak HTTP to the registry. Loopback hosts always do."),
        new("ca-file", Text, Everywhere, "", "PEM file of certificate authorities to trust beside the system's."),
        new("insecure-skip-tls-verify", Flag, Everywhere, "false", "Do not check the registry's certificate; for tests only."),
        new("timeout", SettingKind.Duration, Everywhere, "60s", "How long a connection may stand still."),
        new("deadline", SettingKind.Duration, Everywhere, "15m", "How long all that is done for one chart at one target may take, retries included."),
        new("retry-after-limit", SettingKind.Duration, Everywhere, "60s", "The longest wait a registry may ask for with Retry-After."),
        new("store-credentials", Flag, Everywhere, "false", "Also store the credentials with helm registry login."),
        new("helm", Text, Everywhere, "", "The helm executable to use."),
        new("commit", Text, Run, "HEAD", "The revision to release; with Reproduce, the one to build instead of what each manifest names."),
        new("allow-dirty", Flag, Run, "false", "Release uncommitted changes, to image layouts only."),
        new("output", Choice, Run, "text", "Format of results on standard output.") { Choices = ["text", "json", "markdown", "matrix"] },
        new("shard", Text, Run, "", "Only the charts of one of several equal jobs, INDEX/COUNT, for example 2/4."),
        new("config", Text, Run, "chart-release.yaml", "The settings file, relative to the repository root."),
        new("check", Flag, Argument, "false", "Plan: only check that every chart that changed has a new version."),
        new("since", Text, Argument, "", "Plan: the revision that --check compares with; the last release without it."),
        new("plan", Text, Argument, "", "Push and Publish: a plan saved from Plan with --output=json, to be executed exactly."),
        new("bump", Choice, Argument, "", "Part of the chart version to raise; auto reads it from the commits.") { Choices = ["auto", "major", "minor", "patch", "prerelease", "release"] },
        new("chart-version", Text, Argument, "", "The chart's new version."),
        new("app-version", Text, Argument, "", "The chart's new appVersion."),
        new("from", Text, Argument, "", "Promote: the target to copy from."),
        new("versions", List, Argument, "", "Promote and Reproduce: versions, or ranges such as ^1.2; all without it."),
        new("no-commit", Flag, Argument, "false", "Leave the version change in the work tree."),
        new("push", Flag, Argument, "false", "Push the commit of a version change, and Git tags, to the remote that the branch follows."),
        new("yes", Flag, Argument, "false", "Ask nothing."),
        new("password-stdin", Flag, Argument, "false", "Read the registry password from standard input."),
    ];

    /// <summary>The setting of this name, if it may be written there.</summary>
    public static SettingDefinition? Find(string name, SettingScope scope) =>
        All.FirstOrDefault(setting => setting.Scope.HasFlag(scope) && string.Equals(setting.Name, name, StringComparison.OrdinalIgnoreCase));
}
