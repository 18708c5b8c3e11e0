namespace ChartRelease.Charts.Lint.Rules;

internal sealed class UniqueDependencies() : LintRule(
    "CR025",
    LintSeverity.Error,
    "No two dependencies have the same name or alias",
    "Helm refuses the chart: their values would share one key.")
{
    public override IEnumerable<LintFinding> Check(LintSubject subject) =>
        from dependencies in (subject.Chart?.Metadata.Dependencies ?? []).GroupBy(dependency => dependency.Alias ?? dependency.Name, StringComparer.Ordinal)
        where dependencies.Count() > 1
        select Finding(
            subject.At(ChartYaml.FileName, subject.ChartMap?.FindKey("dependencies")?.Line ?? 0),
            $"{dependencies.Count()} dependencies are called \"{dependencies.Key}\".",
            "Give each an alias of its own.");
}
