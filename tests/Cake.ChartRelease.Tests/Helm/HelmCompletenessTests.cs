using System.Reflection;
using System.Text.RegularExpressions;
using Cake.ChartRelease.Helm;
using Cake.ChartRelease.Helm.Dependency;
using Cake.ChartRelease.Helm.Lint;
using Cake.ChartRelease.Helm.Package;
using Cake.ChartRelease.Helm.Pull;
using Cake.ChartRelease.Helm.Push;
using Cake.ChartRelease.Helm.Registry;
using Cake.ChartRelease.Helm.Show;
using Cake.ChartRelease.Helm.Template;
using Cake.ChartRelease.Helm.Verify;
using Cake.ChartRelease.Helm.Version;
using Cake.ChartRelease.Tests.Infrastructure;
using Cake.Core.IO;
using ChartRelease;

namespace Cake.ChartRelease.Tests.Helm;

/// <summary>Compares the flags that settings can render with those that the help of the real helms lists.</summary>
public sealed partial class HelmCompletenessTests
{
    /// <summary>Flags without a property, each with its reason.</summary>
    private static readonly string[] Left =
    [
        "--help",
        "--colour", // another spelling of --color
        "--kube-token", // goes by HELM_KUBETOKEN
        "--password", // visible to every user of the machine; see HelmConnectionSettings
    ];

    /// <summary>Properties without a flag, each with its reason.</summary>
    private static readonly string[] NoFlags =
    [
        nameof(HelmSettings.HelmVersion), // tells which flags there are
        nameof(HelmKubeSettings.Token), // goes by HELM_KUBETOKEN
        nameof(HelmTemplateSettings.ReleaseName), // an argument
    ];

    private static readonly Dictionary<string, Func<HelmSettings>> Commands = new()
    {
        ["version"] = () => new HelmVersionSettings(),
        ["lint"] = () => new HelmLintSettings(),
        ["template"] = () => new HelmTemplateSettings(),
        ["package"] = () => new HelmPackageSettings(),
        ["push"] = () => new HelmPushSettings(),
        ["pull"] = () => new HelmPullSettings(),
        ["show all"] = () => new HelmShowSettings(),
        ["show chart"] = () => new HelmShowSettings(),
        ["show readme"] = () => new HelmShowSettings(),
        ["show crds"] = () => new HelmShowSettings(),
        ["show values"] = () => new HelmShowValuesSettings(),
        ["registry login"] = () => new HelmRegistryLoginSettings(),
        ["registry logout"] = () => new HelmRegistryLogoutSettings(),
        ["dependency build"] = () => new HelmDependencyBuildSettings(),
        ["dependency update"] = () => new HelmDependencyUpdateSettings(),
        ["dependency list"] = () => new HelmDependencyListSettings(),
        ["verify"] = () => new HelmVerifySettings(),
    };

    public static TheoryData<string, string> Cases
    {
        get
        {
            var cases = new TheoryData<string, string>();
            foreach (var verb in Commands.Keys)
            {
                cases.Add(verb, Helms.V3);
                cases.Add(verb, Helms.V4);
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Every_flag_of_this_helm_has_a_property_and_no_other_flag_is_rendered(string verb, string version)
    {
        var listed = await FlagsOfHelpAsync(verb, version);
        var rendered = Leaves(Commands[verb]().GetType()).SelectMany(leaf => Render(verb, leaf, version)).ToHashSet();

        var left = verb == "registry login" ? Left : [.. Left, "--username"];
        Assert.Equal(listed.Except(left).Order(), rendered.Order());
    }

    [Fact]
    public void Every_property_renders_a_flag()
    {
        foreach (var verb in Commands.Keys)
        {
            foreach (var leaf in Leaves(Commands[verb]().GetType()).Where(leaf => !NoFlags.Contains(leaf[^1].Name)))
            {
                Assert.NotEmpty(Render(verb, leaf, Helms.V3).Concat(Render(verb, leaf, Helms.V4)));
            }
        }
    }

    private static async Task<HashSet<string>> FlagsOfHelpAsync(string verb, string version)
    {
        using var process = System.Diagnostics.Process.Start(
            new System.Diagnostics.ProcessStartInfo(await Helms.PathAsync(version), [.. verb.Split(' '), "--help"])
            {
                RedirectStandardOutput = true,
            })!;
        var help = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        return [.. FlagOfHelp().Matches(help).Select(match => match.Groups[1].Value)];
    }

    /// <summary>The flags that setting this one property adds; none when this helm does not know them.</summary>
    private static IEnumerable<string> Render(string verb, IReadOnlyList<PropertyInfo> leaf, string version)
    {
        var settings = Commands[verb]();
        object owner = settings;
        foreach (var step in leaf.SkipLast(1))
        {
            owner = step.GetValue(owner)!;
        }

        Fill(owner, leaf[^1]);
        var arguments = new HelmArguments(() => version);
        try
        {
            settings.Render(arguments);
        }
        catch (ChartReleaseException exception) when (exception.Reason == FailureReason.InvalidSettings)
        {
            return [];
        }

        return arguments.Builder.Render().Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(token => token.Split('=')[0]);
    }

    private static IEnumerable<IReadOnlyList<PropertyInfo>> Leaves(Type type) =>
        from property in type.GetProperties()
        where property.DeclaringType!.Assembly == typeof(HelmSettings).Assembly
        from leaf in IsPart(property.PropertyType) ? Leaves(property.PropertyType) : [[]]
        select (IReadOnlyList<PropertyInfo>)[property, .. leaf];

    private static bool IsPart(Type type) => type.Assembly == typeof(HelmSettings).Assembly;

    private static void Fill(object owner, PropertyInfo property)
    {
        switch (property.GetValue(owner))
        {
            case IDictionary<string, string> dictionary:
                dictionary["key"] = "value";
                break;
            case IList<string> list:
                list.Add("value");
                break;
            default:
                property.SetValue(owner, Sample(Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType));
                break;
        }
    }

    private static object Sample(Type type) =>
        type == typeof(string) ? "value"
        : type == typeof(bool) ? true
        : type == typeof(FilePath) ? new FilePath("file")
        : type == typeof(DirectoryPath) ? new DirectoryPath("folder")
        : type == typeof(Secret) ? new Secret("secret")
        : type == typeof(TimeSpan) ? TimeSpan.FromSeconds(1)
        : Convert.ChangeType(1, type, System.Globalization.CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^ +(?:-\w, )?(--[a-z][a-z0-9-]*)", RegexOptions.Multiline)]
    private static partial Regex FlagOfHelp();
}
