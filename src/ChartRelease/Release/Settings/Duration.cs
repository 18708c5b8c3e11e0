using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;

namespace ChartRelease.Release.Settings;

/// <summary>Spans of time as settings write them: <c>90s</c>, <c>5m</c>, <c>1h30m</c>, or a number of seconds; never zero.</summary>
internal static partial class Duration
{
    /// <summary>
    /// The form as a regular expression of both .NET and JSON Schema. The numbers of digits keep every span below the 49 days that timers can hold.
    /// </summary>
    public const string Form = "^(?=.*[1-9])(?:[0-9]{1,6}|(?:[0-9]{1,3}h)?(?:[0-9]{1,3}m)?(?:[0-9]{1,5}s)?)$";

    /// <summary>The largest number of seconds without a unit.</summary>
    public const int MaxSeconds = 999_999;

    /// <summary>Reads a span of time.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out TimeSpan duration)
    {
        duration = TimeSpan.Zero;
        if (text is null || text.EndsWith('\n') || !Pattern().IsMatch(text))
        {
            return false;
        }

        foreach (var part in Parts().EnumerateMatches(text))
        {
            var digits = text.AsSpan(part.Index, part.Length).TrimEnd("hms");
            var number = int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
            duration += text[part.Index + part.Length - 1] switch
            {
                'h' => TimeSpan.FromHours(number),
                'm' => TimeSpan.FromMinutes(number),
                _ => TimeSpan.FromSeconds(number),
            };
        }

        return true;
    }

    /// <summary>Writes a span of time in the form that is read, its fractions of a second left out.</summary>
    public static string Show(TimeSpan duration)
    {
        var (hours, minutes, seconds) = ((int)duration.TotalHours, duration.Minutes, duration.Seconds);
        var text = string.Concat(Part(hours, 'h'), Part(minutes, 'm'), Part(seconds, 's'));
        return text.Length > 0 ? text : "0s";

        static string Part(int number, char unit) => number == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{number}{unit}");
    }

    [GeneratedRegex(Form)]
    private static partial Regex Pattern();

    [GeneratedRegex("[0-9]+[hms]?")]
    private static partial Regex Parts();
}
