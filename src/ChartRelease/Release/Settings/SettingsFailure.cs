namespace ChartRelease.Release.Settings;

/// <summary>The failures that settings can have, worded once.</summary>
internal static class SettingsFailure
{
    public static ChartReleaseException Unknown(string what, string name, IEnumerable<string> known, SourceLocation? location = null)
    {
        var names = known.ToList();
        var nearest = NearestName.Find(name, names);
        return Create(
            $"There is no {what} \"{name}\".",
            nearest is null ? $"One of: {string.Join(", ", names.Order(StringComparer.Ordinal))}." : "One of the known names, which docs/reference/settings.md lists.",
            nearest is null ? "Remove it, or see docs/reference/settings.md." : $"Write \"{nearest}\" (the nearest), or remove it.",
            location);
    }

    public static ChartReleaseException Value(SettingDefinition setting, SettingValue value, string expected, string? nearest = null) => Create(
        $"{(value.Location is null ? value.Origin : setting.Name)} has the value \"{value.Last}\".",
        expected,
        (nearest, setting.Default) switch
        {
            ({ } word, _) => $"Write \"{word}\".",
            (null, "") => $"Correct {setting.Name}, or leave it out.",
            (null, var normal) => $"Correct {setting.Name}; its default is \"{normal}\".",
        },
        value.Location);

    public static ChartReleaseException Secret(string where, SourceLocation? location = null) => Create(
        $"A password was written {where}, where others can read it.",
        "The password on standard input or in the environment.",
        "Use --password-stdin or CHART_RELEASE_PASSWORD, and change the password that was exposed.",
        location);

    public static ChartReleaseException Create(string found, string expected, string next, SourceLocation? location = null) =>
        new(new Failure(FailureReason.InvalidSettings, found, expected, next) { Location = location });
}
