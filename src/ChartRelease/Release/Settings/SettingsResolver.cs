namespace ChartRelease.Release.Settings;

/// <summary>Puts a run's settings together: argument, then <c>CHART_RELEASE_*</c>, then chart-release.yaml, then the default.</summary>
public static class SettingsResolver
{
    // Read elsewhere, or by the test suite.
    private static readonly string[] OtherVariables = ["CHART_RELEASE_PASSWORD"];
    private const string TestPrefix = SettingDefinition.VariablePrefix + "TEST_";

    /// <summary>Resolves the settings of a run.</summary>
    /// <exception cref="ChartReleaseException"><see cref="FailureReason.InvalidSettings"/> or <see cref="FailureReason.InvalidReference"/>.</exception>
    public static ReleaseOptions Resolve(SettingsInput input)
    {
        var written = Arguments(input);
        AddMissing(written, Variables(input));
        AddMissing(written, File(input, written));
        return OptionsBuilder.Build(input, written);
    }

    private static Dictionary<string, SettingValue> Arguments(SettingsInput input)
    {
        var values = new Dictionary<string, SettingValue>(StringComparer.Ordinal);
        foreach (var (name, texts) in input.Arguments)
        {
            if (string.Equals(name, "password", StringComparison.OrdinalIgnoreCase) || string.Equals(name, "token", StringComparison.OrdinalIgnoreCase))
            {
                throw SettingsFailure.Secret("as an argument");
            }

            if (input.OwnArguments.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                continue;
            }

            var setting = SettingDefinitions.Find(name, SettingScope.Argument) ?? throw SettingsFailure.Unknown(
                "argument",
                $"--{name}",
                SettingDefinitions.All.Where(s => s.Scope.HasFlag(SettingScope.Argument)).Select(s => s.Name).Concat(input.OwnArguments).Select(known => $"--{known}")
                    .Concat(BuiltInArguments.Suggested));
            values[setting.Name] = new SettingValue([.. texts.Select(text => text ?? "")], $"--{setting.Name}");
        }

        return values;
    }

    private static Dictionary<string, SettingValue> Variables(SettingsInput input)
    {
        var values = new Dictionary<string, SettingValue>(StringComparer.Ordinal);
        foreach (var (variable, text) in input.Environment)
        {
            if (!variable.StartsWith(SettingDefinition.VariablePrefix, StringComparison.Ordinal)
                || variable.StartsWith(TestPrefix, StringComparison.Ordinal) || OtherVariables.Contains(variable))
            {
                continue;
            }

            var setting = SettingDefinitions.All.FirstOrDefault(s => s.Scope.HasFlag(SettingScope.Variable) && s.Variable == variable)
                ?? throw SettingsFailure.Unknown(
                    "variable",
                    variable,
                    SettingDefinitions.All.Where(s => s.Scope.HasFlag(SettingScope.Variable)).Select(s => s.Variable).Concat(OtherVariables));

            // CI systems pass a variable that is not set as an empty one.
            if (text.Length > 0)
            {
                values[setting.Name] = new SettingValue([text], variable);
            }
        }

        return values;
    }

    private static IReadOnlyDictionary<string, SettingValue> File(SettingsInput input, Dictionary<string, SettingValue> written)
    {
        var name = written.TryGetValue("config", out var config) ? config.Last : SettingsFile.DefaultName;
        return (input.ReadFile(name), config) switch
        {
            ({ } text, _) => SettingsFile.Parse(text, name),
            (null, null) => new Dictionary<string, SettingValue>(),
            (null, { } origin) => throw SettingsFailure.Create(
                $"{origin.Origin} names \"{name}\", which does not exist.",
                "A settings file, relative to the repository root.",
                $"Create it, or leave out {origin.Origin} (then {SettingsFile.DefaultName} is read if it exists)."),
        };
    }

    private static void AddMissing(Dictionary<string, SettingValue> written, IReadOnlyDictionary<string, SettingValue> others)
    {
        foreach (var (name, value) in others)
        {
            written.TryAdd(name, value);
        }
    }
}
