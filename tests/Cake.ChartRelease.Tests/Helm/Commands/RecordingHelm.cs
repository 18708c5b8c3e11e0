using Cake.ChartRelease.Helm;
using Cake.ChartRelease.Helm.Registry;
using Cake.ChartRelease.Tests.Infrastructure;
using ChartRelease;
using ChartRelease.Testing;

namespace Cake.ChartRelease.Tests.Helm.Commands;

/// <summary>A program in helm's place that keeps the arguments it gets.</summary>
internal sealed class RecordingHelm(TemporaryFolder folder, HelmCommand command, string version)
{
    private readonly string _recorded = folder.Combine("argv");
    private readonly string _helm = FakeHelm.Write(
        folder, $"printf '%s\\0' \"$@\" > '{folder.Combine("argv")}'; printf '%s\\n' '{command.Output}'");

    /// <summary>Runs the command.</summary>
    /// <param name="leaves">The properties to fill.</param>
    /// <param name="textOf">What each gets, if it takes any text.</param>
    /// <param name="arguments">What follows the flags.</param>
    /// <returns>The arguments as they arrived.</returns>
    public IReadOnlyList<string> Run(List<SettingsLeaf> leaves, Func<int, string> textOf, IReadOnlyList<string> arguments)
    {
        command.Run(new CakeSetup().Context, Settings(leaves, textOf), arguments);
        return File.ReadAllText(_recorded).Split('\0')[..^1];
    }

    /// <summary>The flags as they are before anything is escaped, when no text needs it.</summary>
    public IEnumerable<string> Render(List<SettingsLeaf> leaves, Func<int, string> textOf)
    {
        var runner = new RecordingProcessRunner { Output = command.Output.Split('\n') };
        command.Run(new CakeSetup(_ => runner).Context, Settings(leaves, textOf), command.Arguments);
        return runner.CommandLine.Split(' ').SkipLast(command.Arguments.Count);
    }

    private HelmSettings Settings(List<SettingsLeaf> leaves, Func<int, string> textOf)
    {
        var settings = command.NewSettings();
        foreach (var (index, leaf) in leaves.Index())
        {
            leaf.Fill(settings, textOf(index));
        }

        if (settings is HelmRegistryLoginSettings { Username: null } login)
        {
            (login.Username, login.Password) = ("me", new Secret("hidden"));
        }

        (settings.ToolPath, settings.HelmVersion) = (_helm, version);
        return settings;
    }
}
