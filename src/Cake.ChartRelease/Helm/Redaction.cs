using System.Text.RegularExpressions;
using ChartRelease;

namespace Cake.ChartRelease.Helm;

/// <summary>Takes secrets out of what helm prints, before a log or message gets it.</summary>
internal sealed partial class Redaction(IReadOnlyList<Secret> secrets)
{
    public const string Mask = "***";

    /// <summary>The line without the secrets of this command and without user information in URLs.</summary>
    public string Apply(string line)
    {
        foreach (var secret in secrets)
        {
            line = line.Replace(secret.Reveal(), Mask, StringComparison.Ordinal);
        }

        return WithoutUserInformation(line);
    }

    /// <summary>The text without user information in URLs.</summary>
    public static string WithoutUserInformation(string text) =>
        text.Contains("://", StringComparison.Ordinal) ? UserInformation().Replace(text, $"://{Mask}@") : text;

    [GeneratedRegex(@"://[^/\s:@]*:[^/\s@]+@")]
    private static partial Regex UserInformation();
}
