using ChartRelease.Charts.Lint.Rules;

namespace ChartRelease.Charts.Lint;

/// <summary>The rules, written down rather than searched for: what runs is what stands here.</summary>
public static class LintRules
{
    internal static ReadableChartYaml Readable { get; } = new();

    internal static ILintRule UniqueChartKeys { get; } = new UniqueChartKeys();

    internal static ILintRule RequiredFields { get; } = new RequiredFields();

    internal static ILintRule AppVersionIsText { get; } = new AppVersionIsText();

    internal static ILintRule LockInStep { get; } = new LockInStep();

    /// <summary>Every rule, by id.</summary>
    public static IReadOnlyList<ILintRule> All { get; } =
    [
        Readable,
        UniqueChartKeys,
        RequiredFields,
        new ReadableChart(),
        new SemanticVersion(),
        new NameEqualsFolder(),
        new NameIsDnsLabel(),
        new KnownApiVersion(),
        new CurrentApiVersion(),
        AppVersionIsText,
        new AppVersionIsQuoted(),
        new KnownType(),
        LockInStep,
        new LockSatisfied(),
        new NoStaleDependencies(),
        new ReadableValues(),
        new UniqueValueKeys(),
        new ReadableSchema(),
        new NoLfsPointers(),
        new PortablePaths(),
        new NoRequirementsFile(),
        new KnownKeys(),
        new Icon(),
        new Maintainers(),
        new UniqueDependencies(),
    ];
}
