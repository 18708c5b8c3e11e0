using Cake.ChartRelease.Helm;
using Cake.ChartRelease.Helm.Registry;
using Cake.ChartRelease.Tests.Infrastructure;
using Cake.Core;
using ChartRelease;

namespace Cake.ChartRelease.Tests.Helm.Commands;

/// <summary>A helm command as the tests go through all of them.</summary>
/// <param name="Verb">The words after <c>helm</c>.</param>
/// <param name="Arguments">What follows the flags.</param>
/// <param name="NewSettings">Settings that say nothing.</param>
/// <param name="Run">Runs the alias that hands out the text, where there is a choice.</param>
internal sealed record HelmCommand(
    string Verb, IReadOnlyList<string> Arguments, Func<HelmSettings> NewSettings, Action<ICakeContext, HelmSettings, IReadOnlyList<string>> Run)
{
    private static readonly (string Verb, string Name)[] Excluding =
    [
        ("install", "NameTemplate"), ("install", "GenerateName"), ("upgrade", "ReuseValues"), ("upgrade", "ResetThenReuseValues"),
    ];

    /// <summary>The helm lines that have it.</summary>
    public IReadOnlyList<string> Lines { get; init; } = [Helms.V3, Helms.V4];

    /// <summary>What helm has to print for the alias to be content.</summary>
    public string Output { get; init; } = "";

    /// <summary>The properties that this helm has flags for, without those that exclude others.</summary>
    public IEnumerable<SettingsLeaf> LeavesOf(string version) => SettingsLeaf.Of(NewSettings())
        .Where(leaf => !Excluding.Contains((Verb, leaf.Name)) && Render(leaf, version).Except(Render(leaf: null, version)).Any());

    /// <summary>The flags that any of its properties adds for this helm.</summary>
    public IReadOnlySet<string> FlagsOf(string version) =>
        SettingsLeaf.Of(NewSettings()).SelectMany(leaf => Render(leaf, version)).Select(argument => argument.Split('=')[0]).ToHashSet();

    /// <summary>What setting one property adds to the command line; nothing when this helm does not know it.</summary>
    public IEnumerable<string> Render(SettingsLeaf? leaf, string version)
    {
        var settings = NewSettings();
        leaf?.Fill(settings);
        var arguments = new HelmArguments(version);
        try
        {
            settings.Render(arguments);
        }
        catch (HelmSettingsException)
        {
            return [];
        }

        return arguments.Builder.Select(argument => argument.Render());
    }

    /// <summary>Whether its alias starts this helm at all.</summary>
    public bool IsKnownTo(string version)
    {
        var runner = new RecordingProcessRunner { Output = Output.Split('\n') };
        var settings = NewSettings();
        (settings.ToolPath, settings.HelmVersion) = (typeof(HelmCommand).Assembly.Location, version);
        if (settings is HelmRegistryLoginSettings login)
        {
            (login.Username, login.Password) = ("me", new Secret("hidden"));
        }

        try
        {
            Run(new CakeSetup(_ => runner).Context, settings, Arguments);
        }
        catch (HelmSettingsException)
        {
            Assert.Empty(runner.Started);
            return false;
        }

        return true;
    }

    public static HelmCommand Of<TSettings>(
        string verb, IReadOnlyList<string> arguments, Action<ICakeContext, TSettings, IReadOnlyList<string>> run)
        where TSettings : HelmSettings, new() =>
        new(verb, arguments, () => new TSettings(), (context, settings, values) => run(context, (TSettings)settings, values));
}
