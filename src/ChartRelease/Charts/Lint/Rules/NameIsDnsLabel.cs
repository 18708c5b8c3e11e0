using System.Text.RegularExpressions;

namespace ChartRelease.Charts.Lint.Rules;

internal sealed partial class NameIsDnsLabel() : LintRule(
    "CR007",
    LintSeverity.Error,
    "name is a DNS label",
    "The name becomes part of a repository path and of the names of Kubernetes objects.")
{
    public override IEnumerable<LintFinding> Check(LintSubject subject)
    {
        if (subject.Field("name") is { Value.Length: > 0 } name && !Label().IsMatch(name.Value))
        {
            yield return Finding(
                subject.At(ChartYaml.FileName, name.Line),
                $"The name \"{name.Value}\" is not a DNS label.",
                "Use at most 63 lower-case letters, digits and hyphens, with a letter or digit at both ends.");
        }
    }

    // https://www.rfc-editor.org/rfc/rfc1123#section-2.1
    [GeneratedRegex(@"\A[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\z")]
    private static partial Regex Label();
}
