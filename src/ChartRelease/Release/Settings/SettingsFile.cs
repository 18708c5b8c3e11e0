using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace ChartRelease.Release.Settings;

/// <summary>Reads chart-release.yaml into values with their lines. An empty file is valid.</summary>
public static class SettingsFile
{
    /// <summary>Name of the file unless <c>--config</c> says otherwise.</summary>
    public const string DefaultName = "chart-release.yaml";

    /// <summary>Reads the text of a settings file.</summary>
    /// <param name="text">The YAML.</param>
    /// <param name="file">Path for messages, relative to the repository root.</param>
    /// <exception cref="ChartReleaseException"><see cref="FailureReason.InvalidSettings"/>, with file and line.</exception>
    public static IReadOnlyDictionary<string, SettingValue> Parse(string text, string file)
    {
        var values = new Dictionary<string, SettingValue>(StringComparer.Ordinal);
        foreach (var (key, value) in Load(text, file)?.Children.ToList() ?? [])
        {
            var location = new SourceLocation(file, (int)key.Start.Line);
            var name = (key as YamlScalarNode)?.Value ?? "";
            if (name is "password" or "token")
            {
                throw SettingsFailure.Secret($"in {file}", location);
            }

            var setting = SettingDefinitions.All.FirstOrDefault(s => s.Name == name && s.Scope.HasFlag(SettingScope.File))
                ?? throw SettingsFailure.Unknown("setting", name, Names(), location);
            values.Add(setting.Name, new SettingValue(SettingsFileValue.Read(setting, value, location), location.ToString()) { Location = location });
        }

        return values;
    }

    private static IEnumerable<string> Names() =>
        SettingDefinitions.All.Where(setting => setting.Scope.HasFlag(SettingScope.File)).Select(setting => setting.Name);

    private static YamlMappingNode? Load(string text, string file)
    {
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            return RootOf(stream, file) switch
            {
                YamlMappingNode mapping => mapping,
                null or YamlScalarNode { Value: null or "" } => null,
                var other => throw SettingsFailure.Create(
                    "The settings file is not a mapping.",
                    "Keys and values, for example charts: [helm/*].",
                    "Correct the file; see docs/reference/settings.md.",
                    new SourceLocation(file, (int)other.Start.Line)),
            };
        }
        catch (YamlException exception)
        {
            throw SettingsFailure.Create(
                $"The settings file is not valid YAML: {exception.Message}",
                "YAML without duplicate keys.",
                "Correct the line; see docs/reference/settings.md.",
                new SourceLocation(file, (int)exception.Start.Line));
        }
    }

    // A second document would be passed over without a word.
    private static YamlNode? RootOf(YamlStream stream, string file) => stream.Documents.Count < 2
        ? stream.Documents.FirstOrDefault()?.RootNode
        : throw SettingsFailure.Create(
            $"The settings file holds {stream.Documents.Count} YAML documents.",
            "One document.",
            "Remove the line ---, or what follows it.",
            new SourceLocation(file, (int)stream.Documents[1].RootNode.Start.Line));
}
