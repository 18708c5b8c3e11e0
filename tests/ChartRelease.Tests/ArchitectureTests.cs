using ChartRelease.Tests.Architecture;

namespace ChartRelease.Tests;

/// <summary>The layering rules of the design, held against the built assembly; each rule is also shown to fail on samples that break it.</summary>
public sealed class ArchitectureTests
{
    /// <summary>Decisions: they get data and return data. A type named here must exist.</summary>
    private static readonly string[] _pureTypes =
    [
        "ChartRelease.Oci.Layout.LayoutIndex",
        "ChartRelease.Oci.Tag",
        "ChartRelease.Release.Planning.ReleasePlanner",
        "ChartRelease.Versioning.ChartVersion",
        "ChartRelease.Versioning.TagTemplate",
        "ChartRelease.Versioning.VersionBump",
    ];

    private static readonly string[] _impure =
    [
        "System.IO.", "System.Net.", "System.Diagnostics.Process", "System.Console", "System.Environment", "System.TimeProvider",
        "ChartRelease.AtomicFile", "ChartRelease.Processes.",
    ];

    private static readonly string[] _hosts = ["Cake.", "Spectre.", "System.Console"];

    private static readonly Layers _core = new(
        "ChartRelease",
        ["Charts", "Git", "Oci", "Processes", "Release", "Tools", "Versioning"],
        [
            ("Git", "Charts"), // A committed tree is one source of chart files: IChartSource.
            ("Git", "Processes"), // The git command.
            ("Oci", "Processes"), // Docker's credential helpers.
            ("Tools", "Processes"), // helm --version.
            .. new[] { "Charts", "Git", "Oci", "Processes", "Tools", "Versioning" }.Select(folder => ("Release", folder)), // The pipeline ties all together.
        ]);

    private static readonly Layers _samples = new("ArchitectureSamples", ["Input", "Output", "Pure"], []);

    private static readonly Lazy<AssemblyUsage> _coreUsage = new(() => AssemblyUsage.Read(typeof(Failure).Assembly));

    private static readonly Lazy<AssemblyUsage> _sampleUsage = new(() => AssemblyUsage.Read(typeof(ArchitectureTests).Assembly));

    [Fact]
    public void The_core_knows_neither_Cake_nor_a_console() => Assert.Empty(References(_coreUsage.Value, _hosts));

    [Fact]
    public void Each_folder_of_the_core_knows_only_what_the_list_allows() => Assert.Empty(_core.Violations(_coreUsage.Value));

    [Fact]
    public void Decisions_neither_read_nor_write_nor_ask_the_clock() =>
        Assert.All(_pureTypes, type => Assert.Empty(Impurities(_coreUsage.Value, type)));

    [Fact]
    public void A_reference_to_a_host_would_be_seen() =>
        Assert.Contains("xunit.v3.assert", References(_sampleUsage.Value, ["xunit."]));

    [Theory]
    [InlineData("UsesInBody")]
    [InlineData("UsesInLambda")]
    [InlineData("UsesAsTypeArgument")]
    [InlineData("UsesInCatch", "TargetException")]
    [InlineData("UsesInField")]
    [InlineData("UsesAsAttribute", "TargetAttribute")]
    [InlineData("UsesAsConstraint`1")]
    [InlineData("UsesInAsync")]
    public void A_use_of_a_forbidden_folder_would_be_seen_wherever_it_stands(string user, string used = "Target") =>
        Assert.Contains($"ArchitectureSamples.Input.{user} → ArchitectureSamples.Output.{used}", _samples.Violations(_sampleUsage.Value));

    [Fact]
    public void A_folder_nobody_listed_would_be_seen() =>
        Assert.Contains("ArchitectureSamples.Elsewhere.Lost: unknown folder Elsewhere", _samples.Violations(_sampleUsage.Value));

    [Fact]
    public void Only_what_breaks_the_rule_is_reported() =>
        Assert.DoesNotContain(_samples.Violations(_sampleUsage.Value), violation => violation.Contains("UsesNothing", StringComparison.Ordinal));

    [Theory]
    [InlineData("ReadsFile", "System.IO.File")]
    [InlineData("AsksNetwork", "System.Net.Http.HttpClient")]
    [InlineData("StartsProcess", "System.Diagnostics.Process")]
    [InlineData("ReadsClock", "System.TimeProvider")]
    [InlineData("ReadsEnvironment", "System.Environment")]
    [InlineData("WritesConsole", "System.Console")]
    public void An_impure_decision_would_be_seen(string type, string used) =>
        Assert.Contains(used, Impurities(_sampleUsage.Value, $"ArchitectureSamples.Pure.{type}"));

    [Fact]
    public void A_pure_decision_passes() => Assert.Empty(Impurities(_sampleUsage.Value, "ArchitectureSamples.Pure.Pure"));

    [Fact]
    public void A_decision_that_does_not_exist_would_be_seen() =>
        Assert.Throws<KeyNotFoundException>(() => Impurities(_sampleUsage.Value, "ArchitectureSamples.Pure.Renamed"));

    private static IEnumerable<string> References(AssemblyUsage assembly, string[] prefixes) =>
        assembly.Assemblies.Where(name => prefixes.Any(prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)));

    private static IEnumerable<string> Impurities(AssemblyUsage assembly, string type) =>
        assembly.Types[type].Where(used => _impure.Any(prefix => used.StartsWith(prefix, StringComparison.Ordinal)));
}
