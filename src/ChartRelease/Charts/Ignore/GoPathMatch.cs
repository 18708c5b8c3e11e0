using System.Text;

namespace ChartRelease.Charts.Ignore;

/// <summary>Go's path.Match, which gives .helmignore its patterns (<see href="https://pkg.go.dev/path#Match"/>).</summary>
internal static class GoPathMatch
{
    /// <summary>Whether the whole name matches. <c>*</c> and <c>?</c> do not match <c>/</c>; a character class may.</summary>
    public static bool IsMatch(string pattern, string name) => Match([.. pattern.EnumerateRunes()], [.. name.EnumerateRunes()]);

    /// <summary>Whether Go would accept the pattern: classes closed, not empty, ranges complete, nothing escaped at the end.</summary>
    public static bool IsValid(string pattern)
    {
        Rune[] runes = [.. pattern.EnumerateRunes()];
        for (var at = 0; at < runes.Length; at++)
        {
            switch (runes[at].Value)
            {
                case '\\' when ++at == runes.Length:
                case '[' when !TryMatchClass(runes, ref at, new Rune('a'), out _):
                    return false;
                case '[':
                    at--;
                    break;
                default:
                    break;
            }
        }

        return true;
    }

    // Greedy with one remembered star: linear in practice, where recursion would be exponential.
    private static bool Match(Rune[] pattern, Rune[] name)
    {
        var (p, n, starP, starN) = (0, 0, -1, 0);
        while (n < name.Length || p < pattern.Length)
        {
            if (p < pattern.Length && pattern[p].Value == '*')
            {
                (starP, starN) = (++p, n);
            }
            else if (n < name.Length && p < pattern.Length && TryMatchOne(pattern, ref p, name[n]))
            {
                n++;
            }
            else if (starP >= 0 && starN < name.Length && name[starN].Value != '/')
            {
                (p, n) = (starP, ++starN);
            }
            else
            {
                return false;
            }
        }

        return true;
    }

    private static bool TryMatchOne(Rune[] pattern, ref int at, Rune rune)
    {
        switch (pattern[at].Value)
        {
            case '?':
                at++;
                return rune.Value != '/';
            case '[':
                var next = at;
                var matched = TryMatchClass(pattern, ref next, rune, out var inClass) && inClass;
                at = matched ? next : at;
                return matched;
            case '\\' when at + 1 < pattern.Length && pattern[at + 1] == rune:
                at += 2;
                return true;
            case '\\':
                return false;
            default:
                var same = pattern[at] == rune;
                at += same ? 1 : 0;
                return same;
        }
    }

    // Leaves `at` after the closing bracket.
    private static bool TryMatchClass(Rune[] pattern, ref int at, Rune rune, out bool matched)
    {
        matched = false;
        at++;
        var negated = at < pattern.Length && pattern[at].Value == '^';
        at += negated ? 1 : 0;
        for (var first = true; ; first = false)
        {
            if (!first && at < pattern.Length && pattern[at].Value == ']')
            {
                at++;
                matched ^= negated;
                return true;
            }

            if (!TryReadClassRune(pattern, ref at, out var low))
            {
                return false;
            }

            var high = low;
            if (pattern[at].Value == '-')
            {
                at++;
                if (!TryReadClassRune(pattern, ref at, out high))
                {
                    return false;
                }
            }

            matched |= low <= rune && rune <= high;
        }
    }

    // A class always ends with a bracket, so something must follow every rune.
    private static bool TryReadClassRune(Rune[] pattern, ref int at, out Rune rune)
    {
        rune = default;
        if (at >= pattern.Length || pattern[at].Value is '-' or ']')
        {
            return false;
        }

        at += pattern[at].Value == '\\' ? 1 : 0;
        if (at >= pattern.Length)
        {
            return false;
        }

        rune = pattern[at++];
        return at < pattern.Length;
    }
}
