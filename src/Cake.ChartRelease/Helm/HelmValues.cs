using ChartRelease;

namespace Cake.ChartRelease.Helm;

/// <summary>
/// Values for a chart. helm applies files first, then <see cref="SetJson"/>, <see cref="Set"/>, <see cref="SetString"/>,
/// <see cref="SetFile"/> and <see cref="SetLiteral"/>; within each the later entry wins. Keys are helm paths
/// (<c>ingress.hosts[0].host</c>; a dot within a name is written <c>\.</c>); values are plain text, escaped here.
/// </summary>
public sealed class HelmValues
{
    /// <summary><c>--values</c>: YAML files or URLs.</summary>
    public IList<string> Files { get; } = [];

    /// <summary><c>--set</c>: helm takes <c>true</c>, <c>12</c> and <c>null</c> for what they look like.</summary>
    public IDictionary<string, string> Set { get; } = new OrderedDictionary<string, string>();

    /// <summary><c>--set-string</c>: always a string.</summary>
    public IDictionary<string, string> SetString { get; } = new OrderedDictionary<string, string>();

    /// <summary>
    /// <c>--set-string</c>, after those of <see cref="SetString"/>: strings that no log and no message may show. Other users of the machine can
    /// read them while helm runs; a file that only its owner can read, in <see cref="Files"/>, is safer.
    /// </summary>
    public IDictionary<string, Secret> SetSecret { get; } = new OrderedDictionary<string, Secret>();

    /// <summary><c>--set-json</c>: JSON, such as <c>["a","b"]</c>. Helm 3.10 and later.</summary>
    public IDictionary<string, string> SetJson { get; } = new OrderedDictionary<string, string>();

    /// <summary><c>--set-file</c>: the content of a file as a string.</summary>
    public IDictionary<string, string> SetFile { get; } = new OrderedDictionary<string, string>();

    /// <summary><c>--set-literal</c>: a string without any escapes. Helm 3.12 and later.</summary>
    public IDictionary<string, string> SetLiteral { get; } = new OrderedDictionary<string, string>();

    internal void Render(HelmArguments arguments) => arguments
        .Options("--values", Files.Select(HelmEscape.Csv))
        .Options("--set-json", Assignments(SetJson, json => json), HelmRange.Since("3.10.0"))
        .Options("--set", Assignments(Set, HelmEscape.SetValue))
        .Options("--set-string", Assignments(SetString, HelmEscape.SetValue))
        .SecretValues("--set-string", SetSecret, HelmEscape.SetValue)
        .Options("--set-file", Assignments(SetFile, HelmEscape.SetValue))
        .Options("--set-literal", Assignments(SetLiteral, text => text), HelmRange.Since("3.12.0"));

    private static IEnumerable<string> Assignments(IDictionary<string, string> values, Func<string, string> escape) =>
        values.Select(pair => $"{pair.Key}={escape(pair.Value)}");
}
