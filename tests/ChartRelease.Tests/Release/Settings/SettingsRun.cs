using ChartRelease.Release;
using ChartRelease.Release.Settings;

namespace ChartRelease.Tests.Release.Settings;

/// <summary>One resolution of settings, written as a user would write them.</summary>
internal sealed class SettingsRun
{
    private readonly Dictionary<string, IReadOnlyList<string>> _arguments = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> _environment = [];
    private readonly Dictionary<string, string> _files = [];
    private string _standardInput = "";

    public SettingsRun Argument(string name, params string[] values)
    {
        _arguments[name] = values;
        return this;
    }

    public SettingsRun Variable(string name, string value)
    {
        _environment[name] = value;
        return this;
    }

    public SettingsRun File(string text, string name = SettingsFile.DefaultName)
    {
        _files[name] = text;
        return this;
    }

    public SettingsRun StandardInput(string text)
    {
        _standardInput = text;
        return this;
    }

    public ReleaseOptions Resolve() => SettingsResolver.Resolve(new SettingsInput
    {
        WorkingDirectory = "/repository",
        Arguments = _arguments,
        Environment = _environment,
        ReadFile = name => _files.GetValueOrDefault(name),
        ReadStandardInput = () => _standardInput,
    });

    public Failure Fails(FailureReason reason = FailureReason.InvalidSettings) => Support.ReleaseAssert.Fails(reason, () => Resolve());
}
