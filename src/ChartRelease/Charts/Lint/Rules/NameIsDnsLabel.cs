namespace ChartRelease.Charts.Lint.Rules;

internal sealed class NameIsDnsLabel() : LintRule(
    "CR007",
    LintSeverity.Error,
    "name is a DNS label",
    "The name becomes part of a repository path and of the names of Kubernetes objects.")
{
    public override IEnumerable<LintFinding> Check(LintSubject subject)
    {
        if (subject.Field("name") is { Value.Length: > 0 } name && !ChartName.IsValid(name.Value))
        {
            yield return Finding(
                subject.At(ChartYaml.FileName, name.Line),
                $"The name \"{name.Value}\" is not a DNS label.",
                "Use at most 63 lower-case letters, digits and hyphens, with a letter or digit at both ends.");
        }
    }
}
