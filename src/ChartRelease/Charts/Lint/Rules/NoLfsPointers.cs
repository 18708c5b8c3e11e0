namespace ChartRelease.Charts.Lint.Rules;

internal sealed class NoLfsPointers() : LintRule(
    "CR019",
    LintSeverity.Error,
    "No file is a Git LFS pointer",
    "The chart would ship the pointer instead of the content.")
{
    public override IEnumerable<LintFinding> Check(LintSubject subject) =>
        from file in subject.Chart?.Files ?? subject.Files
        where file.Size <= LfsPointer.MaximumSize && IsPointer(subject, file)
        select Finding(subject.At(file.Path), LfsPointer.Found(file.Path), LfsPointer.Next);

    private static bool IsPointer(LintSubject subject, SourceFile file)
    {
        using var content = subject.Open(file);
        return LfsPointer.Is(content, file.Size);
    }
}
