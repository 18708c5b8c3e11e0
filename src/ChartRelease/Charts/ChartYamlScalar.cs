using System.Text.RegularExpressions;
using ChartRelease.Charts.Yaml;
using YamlDotNet.Core;

namespace ChartRelease.Charts;

/// <summary>Writes a version as a YAML scalar.</summary>
internal static partial class ChartYamlScalar
{
    /// <summary>The value, if it can stand on one line.</summary>
    /// <exception cref="ChartReleaseException"><see cref="FailureReason.InvalidVersion"/>.</exception>
    public static string Check(string value) => value.Length > 0 && value.Trim() == value && !value.Any(c => char.IsControl(c) || char.IsSurrogate(c) || c is '\u2028' or '\u2029' or '\uFEFF' or >= '\uFFFE')
        ? value
        : throw new ChartReleaseException(
            FailureReason.InvalidVersion,
            "The version to write is empty, starts or ends with white space, or holds control characters.",
            "One line of text, such as 1.2.3.",
            "Correct --chart-version or --app-version.");

    /// <summary>The scalar in this style, or in double quotes when a plain one would be read as something else.</summary>
    public static string Render(string value, ScalarStyle style) => style switch
    {
        ScalarStyle.Plain when IsSafePlain(value) => value,
        ScalarStyle.SingleQuoted => $"'{value.Replace("'", "''", StringComparison.Ordinal)}'",
        _ => $"\"{value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"",
    };

    private static bool IsSafePlain(string value) =>
        Plain().IsMatch(value) && !Date().IsMatch(value) && !YamlScalarKinds.IsNumber(value)
        && YamlScalarKinds.AsBoolean(value) is null && value is not ("null" or "Null" or "NULL");

    // A version, a range that begins with a caret or a tilde, or a digest.
    [GeneratedRegex(@"\A(?:[\^~]?[A-Za-z0-9][A-Za-z0-9._+-]*|sha256:[0-9a-f]{64})\z")]
    private static partial Regex Plain();

    // https://yaml.org/type/timestamp.html
    [GeneratedRegex(@"\A[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}")]
    private static partial Regex Date();
}
