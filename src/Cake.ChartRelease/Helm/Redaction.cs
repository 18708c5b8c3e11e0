using System.Text.RegularExpressions;
using ChartRelease;

namespace Cake.ChartRelease.Helm;

/// <summary>Takes secrets out of what helm prints, before a log or message gets it.</summary>
internal sealed partial class Redaction(IReadOnlyList<Secret> secrets)
{
    private const string Mask = "***";

    /// <summary>The line without the secrets of this command and without user information in URLs.</summary>
    public string Apply(string line)
    {
        foreach (var secret in secrets)
        {
            line = line.Replace(secret.Reveal(), Mask, StringComparison.Ordinal);
        }

        return line.Contains("://", StringComparison.Ordinal) ? UserInformation().Replace(line, $"://{Mask}@") : line;
    }

    [GeneratedRegex(@"://[^/\s:@]*:[^/\s@]+@")]
    private static partial Regex UserInformation();
}
