namespace ChartRelease.Charts.Lint.Rules;

internal sealed class KnownKeys() : LintRule(
    "CR022",
    LintSeverity.Warning,
    "Chart.yaml has only keys that Helm knows",
    "A misspelt key is silently ignored.")
{
    public override IEnumerable<LintFinding> Check(LintSubject subject) =>
        from entry in subject.ChartMap?.Named ?? []
        let key = entry.Key
        where key.Value != "<<" && !ChartMetadataReader.KnownKeys.Contains(key.Value)
        select Finding(subject.At(ChartYaml.FileName, key.Line), $"Helm does not know the key \"{key.Value}\".", Advice(key.Value));

    private static string Advice(string key) =>
        ChartMetadataReader.KnownKeys.FirstOrDefault(known => Simplify(known) == Simplify(key)) is { } known
            ? $"Write \"{known}\"."
            : "Remove it, or move it to annotations.";

    private static string Simplify(string key) => key.Replace("-", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal).ToUpperInvariant();
}
