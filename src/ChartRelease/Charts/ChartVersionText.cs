using System.Diagnostics.CodeAnalysis;
using Semver;

namespace ChartRelease.Charts;

/// <summary>Whether a text is a chart version that can be released: strictly a Semantic Version 2.0.0 (<see href="https://semver.org/"/>).</summary>
public static class ChartVersionText
{
    /// <summary>Checks a version; helm takes less strict ones, which its own clients then cannot find.</summary>
    /// <param name="version">The text.</param>
    /// <param name="why">When it is not one: what is wrong, as a clause without a full stop.</param>
    public static bool IsValid(string version, [NotNullWhen(false)] out string? why)
    {
        why = SemVersion.TryParse(version, SemVersionStyles.Strict, out _) ? null : Explain(version);
        return why is null;
    }

    private static string Explain(string version)
    {
        if (version.StartsWith('v') || version.StartsWith('V'))
        {
            return "it starts with \"v\"";
        }

        var core = version.Split('-', '+')[0].Split('.');
        return core switch
        {
            _ when version != version.Trim() => "it has white space around it",
            _ when core.Any(part => part.Length > 1 && part[0] == '0' && part.All(char.IsAsciiDigit)) => "a number starts with 0",
            { Length: 1 } when core[0].All(char.IsAsciiDigit) => "it has one number instead of three",
            { Length: 2 } when core.All(part => part.Length > 0 && part.All(char.IsAsciiDigit)) => "it has two numbers instead of three",
            { Length: > 3 } => "it has more than three numbers",
            _ when HasLeadingZero(version) => "a numeric identifier of the pre-release starts with 0; write hashes as g<hash>",
            _ => "it is not MAJOR.MINOR.PATCH with an optional -PRERELEASE and +BUILD",
        };
    }

    private static bool HasLeadingZero(string version)
    {
        var dash = version.IndexOf('-', StringComparison.Ordinal);
        return dash >= 0 && version[(dash + 1)..].Split('+')[0].Split('.').Any(part => part.Length > 1 && part[0] == '0' && part.All(char.IsAsciiDigit));
    }
}
