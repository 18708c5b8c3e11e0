using System.Globalization;
using System.Text.RegularExpressions;

namespace ChartRelease.Charts.Yaml;

/// <summary>What Helm's YAML library takes a plain scalar for (YAML 1.1 with the core schema's numbers).</summary>
internal static partial class YamlScalarKinds
{
    /// <summary>The Boolean a plain scalar stands for; <see langword="null"/> when it is none.</summary>
    public static bool? AsBoolean(string value) => value switch
    {
        "true" or "True" or "TRUE" or "yes" or "Yes" or "YES" or "on" or "On" or "ON" or "y" or "Y" => true,
        "false" or "False" or "FALSE" or "no" or "No" or "NO" or "off" or "Off" or "OFF" or "n" or "N" => false,
        _ => null,
    };

    /// <summary>Whether a plain scalar is a number.</summary>
    public static bool IsNumber(string value) => Number().IsMatch(value);

    /// <summary>The integer a plain decimal scalar stands for; <see langword="null"/> when it is none.</summary>
    public static long? AsInteger(string value) =>
        long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>
    /// The text that helm's YAML library gives a field of type string: plain Booleans and decimal fractions are read and written again, so
    /// that <c>yes</c> becomes <c>true</c> and <c>1.10</c> becomes <c>1.1</c>. helm's lock digests are made of such texts.
    /// </summary>
    public static string AsHelmText(YamlScalar scalar) => scalar switch
    {
        { IsPlain: false } or { IsDecorated: true } => scalar.Value,
        _ when AsBoolean(scalar.Value) is { } flag => flag ? "true" : "false",
        _ when Fraction().IsMatch(scalar.Value) => double.Parse(scalar.Value, CultureInfo.InvariantCulture).ToString("R", CultureInfo.InvariantCulture),
        _ => scalar.Value,
    };

    // Within these lengths .NET and Go write the same shortest form.
    [GeneratedRegex(@"\A[-+]?[0-9]{1,9}\.[0-9]{1,4}\z")]
    private static partial Regex Fraction();

    // https://yaml.org/type/float.html and https://yaml.org/type/int.html, without sexagesimals, which Helm's library leaves alone.
    [GeneratedRegex(@"\A[-+]?(?:0b[01_]+|0o?[0-7_]+|0x[0-9a-fA-F_]+|[0-9][0-9_]*|(?:[0-9][0-9_]*)?\.[0-9_]+(?:[eE][-+]?[0-9]+)?|[0-9][0-9_]*\.?(?:[eE][-+]?[0-9]+)?|\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))\z")]
    private static partial Regex Number();
}
