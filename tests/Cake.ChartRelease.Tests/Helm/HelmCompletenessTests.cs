using Cake.ChartRelease.Helm;
using Cake.ChartRelease.Helm.Registry;
using Cake.ChartRelease.Helm.Repo;
using Cake.ChartRelease.Helm.Rollback;
using Cake.ChartRelease.Helm.Template;
using Cake.ChartRelease.Tests.Helm.Commands;
using Cake.ChartRelease.Tests.Infrastructure;

namespace Cake.ChartRelease.Tests.Helm;

/// <summary>Compares what settings can render with what the help of the real helms lists, command by command and flag by flag.</summary>
public sealed class HelmCompletenessTests
{
    /// <summary>Commands without an alias, each with its reason.</summary>
    private static readonly string[] LeftCommands =
    [
        "completion bash", "completion fish", "completion powershell", "completion zsh", // for shells
        "help", // for people
    ];

    /// <summary>Flags without a property, each with its reason.</summary>
    private static readonly string[] LeftFlags =
    [
        "--help", // for people
        "--colour", // another spelling of --color
        "--kube-token", // goes by HELM_KUBETOKEN
    ];

    /// <summary>Properties without a flag, each with its reason.</summary>
    private static readonly (Type Settings, string Name)[] NoFlags =
    [
        (typeof(HelmSettings), nameof(HelmSettings.HelmVersion)), // tells which flags there are
        (typeof(HelmSettings), nameof(HelmSettings.Timeout)), // ends the process
        (typeof(HelmKubeSettings), nameof(HelmKubeSettings.Token)), // goes by HELM_KUBETOKEN
        (typeof(HelmTemplateSettings), nameof(HelmTemplateSettings.ReleaseName)), // an argument
        (typeof(HelmRollbackSettings), nameof(HelmRollbackSettings.Revision)), // an argument
    ];

    public static TheoryData<string> Versions => [Helms.V3, Helms.V4];

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task Every_command_of_this_helm_has_an_alias_and_no_other_command_has(string version)
    {
        var help = await HelmHelp.OfAsync(version);

        Assert.Equal(
            help.Flags.Keys.Except(LeftCommands).Order(),
            HelmCommands.All.Where(command => command.Lines.Contains(version)).Select(command => command.Verb).Order());
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task Every_flag_of_this_helm_has_a_property_and_no_other_flag_is_rendered(string version)
    {
        var help = await HelmHelp.OfAsync(version);

        Assert.All(HelmCommands.All.Where(command => command.Lines.Contains(version)), command =>
        {
            Assert.Equal(help.Flags[command.Verb].Except(LeftFlagsOf(command)).Order(), command.FlagsOf(version).Order());
        });
    }

    /// <summary>What the help of older helms listed, kept as it was read from the real ones: the setting's first version is right.</summary>
    [Theory]
    [InlineData("3.9.4")]
    [InlineData("3.11.1")]
    [InlineData("3.12.1")]
    [InlineData("3.14.0")]
    [InlineData("3.15.1")]
    [InlineData("3.16.1")]
    public void Every_flag_is_known_to_exactly_the_helms_that_had_it(string version)
    {
        var help = File.ReadLines(System.IO.Path.Combine(AppContext.BaseDirectory, "Helm", "Commands", $"help-{version}.txt"))
            .Select(line => line.Split(": "))
            .ToDictionary(parts => parts[0].TrimEnd(':'), parts => parts.ElementAtOrDefault(1)?.Split(' ') ?? []);

        Assert.All(HelmCommands.All, command =>
        {
            Assert.Equal(help.ContainsKey(command.Verb), command.IsKnownTo(version));
            if (help.TryGetValue(command.Verb, out var own))
            {
                Assert.Equal(own.Concat(help["(every command)"]).Except(LeftFlagsOf(command)).Order(), command.FlagsOf(version).Order());
            }
        });
    }

    [Fact]
    public void Every_property_renders_a_flag() => Assert.All(
        from command in HelmCommands.All
        from leaf in SettingsLeaf.Of(command.NewSettings())
        where !NoFlags.Contains((leaf.Path[^1].DeclaringType!, leaf.Name))
        select (command, leaf),
        pair => Assert.NotEmpty(Lines(pair.command, pair.leaf).Except(Lines(pair.command, leaf: null))));

    /// <summary>Where helm reads a password from standard input it has no business among the arguments.</summary>
    private static string[] LeftFlagsOf(HelmCommand command) =>
        command.NewSettings() is HelmRegistryLoginSettings or HelmRepoAddSettings ? [.. LeftFlags, "--password"] : LeftFlags;

    private static IEnumerable<string> Lines(HelmCommand command, SettingsLeaf? leaf) =>
        command.Render(leaf, Helms.V3).Concat(command.Render(leaf, Helms.V4));
}
