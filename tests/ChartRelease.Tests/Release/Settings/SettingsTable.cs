using System.Text;
using ChartRelease.Release.Settings;

namespace ChartRelease.Tests.Release.Settings;

/// <summary>The table of settings.md, as <see cref="SettingDefinitions"/> imply it.</summary>
internal static class SettingsTable
{
    public const string Start = "<!-- settings: held equal to the program by a test -->\n";
    public const string End = "<!-- end of settings -->\n";

    public static string Write()
    {
        var text = new StringBuilder("| Name | Argument | Variable | Key | Default | Description |\n|---|---|---|---|---|---|\n");
        foreach (var setting in SettingDefinitions.All)
        {
            string[] cells =
            [
                setting.Name,
                $"`--{setting.Name}{Value(setting)}`",
                setting.Scope.HasFlag(SettingScope.Variable) ? $"`{setting.Variable}`" : "–",
                setting.Scope.HasFlag(SettingScope.File) ? $"`{setting.Name}`" : "–",
                setting.Default.Length > 0 ? $"`{setting.Default}`" : "–",
                setting.Description,
            ];
            text.Append("| ").AppendJoin(" | ", cells.Select(cell => cell.Replace("|", "\\|", StringComparison.Ordinal))).Append(" |\n");
        }

        return text.ToString();
    }

    private static string Value(SettingDefinition setting) => setting.Kind switch
    {
        SettingKind.Flag => "",
        SettingKind.List => "=A,B",
        SettingKind.Choice => $"={string.Join('|', setting.Choices)}",
        SettingKind.Number => "=N",
        SettingKind.Duration => "=TIME",
        SettingKind.Text => "=TEXT",
        var other => throw new ArgumentOutOfRangeException(nameof(setting), other, "No such kind."),
    };
}
