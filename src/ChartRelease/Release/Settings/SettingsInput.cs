namespace ChartRelease.Release.Settings;

/// <summary>What a run was given, before anything is decided.</summary>
public sealed record SettingsInput
{
    /// <summary>Full path of the working directory.</summary>
    public required string WorkingDirectory { get; init; }

    /// <summary>Arguments by name without dashes; an empty value stands for the bare name.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Arguments { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Names, without dashes, of arguments that are no settings and allowed.</summary>
    public IReadOnlyCollection<string> OwnArguments { get; init; } = [];

    /// <summary>The environment.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>Reads a settings file by its path relative to the repository root; <see langword="null"/> when there is none.</summary>
    public Func<string, string?> ReadFile { get; init; } = _ => null;

    /// <summary>Reads standard input to its end, for <c>--password-stdin</c>.</summary>
    public Func<string> ReadStandardInput { get; init; } = () => "";
}
