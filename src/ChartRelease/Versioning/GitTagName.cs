using System.Buffers;

namespace ChartRelease.Versioning;

/// <summary>What Git allows as the name of a tag (<see href="https://git-scm.com/docs/git-check-ref-format"/>).</summary>
internal static class GitTagName
{
    private static readonly SearchValues<char> _forbidden = SearchValues.Create(" ~^:?*[\\\u007f");

    public static bool IsValid(string name) =>
        name.Length > 0
        && name[0] != '-'
        && name != "@"
        && !name.Contains("..", StringComparison.Ordinal)
        && !name.Contains("@{", StringComparison.Ordinal)
        && !name.EndsWith('.')
        && !name.AsSpan().ContainsAny(_forbidden)
        && !name.Any(character => character < ' ')
        && name.Split('/').All(part => part.Length > 0 && part[0] != '.' && !part.EndsWith(".lock", StringComparison.Ordinal));
}
