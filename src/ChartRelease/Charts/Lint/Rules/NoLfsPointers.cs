namespace ChartRelease.Charts.Lint.Rules;

internal sealed class NoLfsPointers() : LintRule(
    "CR019",
    LintSeverity.Error,
    "No file is a Git LFS pointer",
    "The chart would ship the pointer instead of the content.")
{
    private const int MaximumPointer = 1024;

    private static ReadOnlySpan<byte> Signature => "version https://git-lfs.github.com/spec/v"u8;

    public override IEnumerable<LintFinding> Check(LintSubject subject) =>
        from file in subject.Chart?.Files ?? subject.Files
        where file.Size <= MaximumPointer && IsPointer(subject, file)
        select Finding(
            subject.At(file.Path),
            $"{file.Path} is a Git LFS pointer, not the file itself.",
            "Keep the files of a chart out of Git LFS, or leave this one out with .helmignore.");

    private static bool IsPointer(LintSubject subject, SourceFile file)
    {
        Span<byte> start = stackalloc byte[Signature.Length];
        using var content = subject.Open(file);
        return content.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) == start.Length && start.SequenceEqual(Signature);
    }
}
