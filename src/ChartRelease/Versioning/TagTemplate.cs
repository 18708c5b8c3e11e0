using System.Diagnostics.CodeAnalysis;
using Semver;

namespace ChartRelease.Versioning;

/// <summary>How Git tags are named: text with <c>{version}</c> once and <c>{name}</c> at most once, for example <c>{name}-{version}</c> or <c>helm-v{version}</c>.</summary>
public sealed record TagTemplate
{
    private const string NameField = "{name}";
    private const string VersionField = "{version}";

    private TagTemplate(string value) => Value = value;

    /// <summary>The template as written.</summary>
    public string Value { get; }

    /// <summary>Whether each chart has tags of its own. Without <c>{name}</c> all charts of a repository share them.</summary>
    public bool NamesChart => Value.Contains(NameField, StringComparison.Ordinal);

    /// <summary>Reads a template.</summary>
    /// <param name="value">The template as written.</param>
    /// <param name="location">Where it is written, for the message; <see langword="null"/> for an argument.</param>
    /// <exception cref="ChartReleaseException">
    /// <see cref="FailureReason.InvalidSettings"/>: no or a second <c>{version}</c>, another field, or text that Git forbids in a tag.
    /// </exception>
    public static TagTemplate Parse(string value, SourceLocation? location = null)
    {
        var why = value.Split(VersionField).Length != 2 ? $"It must have {VersionField} exactly once."
            : value.Split(NameField).Length > 2 ? $"It has {NameField} more than once."
            : Fill(value, "", "").AsSpan().ContainsAny('{', '}') ? $"It has a brace that is neither of {NameField} nor of {VersionField}."
            : !GitTagName.IsValid(Fill(value, "name", "1.0.0")) ? "Git does not allow such a tag."
            : null;
        return why is null ? new TagTemplate(value) : throw new ChartReleaseException(new Failure(
            FailureReason.InvalidSettings,
            $"The tag template \"{value}\" cannot be used. {why}",
            $"Text with {VersionField} and, for several charts, {NameField}; for example {NameField}-{VersionField}.",
            "Correct the tag template in the settings.")
        {
            Location = location,
        });
    }

    /// <summary>The tag of a chart's version.</summary>
    /// <exception cref="ChartReleaseException"><see cref="FailureReason.InvalidVersion"/>: Git does not allow the tag, as with a version that ends in <c>.lock</c>.</exception>
    public string Format(string chartName, SemVersion version)
    {
        var tag = Fill(Value, chartName, version.ToString());
        return GitTagName.IsValid(tag) ? tag : throw new ChartReleaseException(
            FailureReason.InvalidVersion,
            $"The tag of {chartName} {version} would be \"{tag}\", which Git does not allow.",
            "A name that git check-ref-format accepts.",
            "Choose another version, or another tag template.");
    }

    /// <summary>Reads the version out of a tag that <see cref="Format"/> could have made for this chart.</summary>
    /// <returns>
    /// Whether it could. The chart must be known: <c>redis-7.0.0-1.0.0</c> is version 1.0.0 of redis-7.0.0 and 7.0.0-1.0.0 of redis.
    /// </returns>
    public bool TryMatch(string tag, string chartName, [NotNullWhen(true)] out SemVersion? version)
    {
        version = null;
        var (before, after) = Around(chartName);
        return tag.Length > before.Length + after.Length
            && tag.StartsWith(before, StringComparison.Ordinal)
            && tag.EndsWith(after, StringComparison.Ordinal)
            && SemVersion.TryParse(tag[before.Length..^after.Length], SemVersionStyles.Strict, out version);
    }

    /// <summary>The text before and after the version in a chart's tags.</summary>
    internal (string Before, string After) Around(string chartName) =>
        Value.Replace(NameField, chartName, StringComparison.Ordinal).Split(VersionField) is [var before, var after]
            ? (before, after)
            : throw new InvalidOperationException($"{Value} was parsed, and has {VersionField} once.");

    /// <summary>Same as <see cref="Value"/>.</summary>
    public override string ToString() => Value;

    private static string Fill(string template, string name, string version) =>
        template.Replace(NameField, name, StringComparison.Ordinal).Replace(VersionField, version, StringComparison.Ordinal);
}
