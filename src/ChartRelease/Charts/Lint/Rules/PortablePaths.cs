using ChartRelease.Charts.Archive;

namespace ChartRelease.Charts.Lint.Rules;

internal sealed class PortablePaths() : LintRule(
    "CR020",
    LintSeverity.Error,
    "Paths mean the same on every system",
    "A chart with paths that differ in letter case only, or with backslashes, unpacks differently elsewhere.")
{
    public override IEnumerable<LintFinding> Check(LintSubject subject)
    {
        var paths = new ArchivePathSet();
        return
        [
            .. from file in subject.Chart?.Files ?? subject.Files
               let fault = ArchivePath.Check(file.Path) ?? paths.Add(file.Path)
               where fault is not null
               select Finding(subject.At(file.Path), $"The path \"{file.Path}\" is not portable ({fault}).", "Rename the file."),
        ];
    }
}
