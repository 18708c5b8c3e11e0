namespace ChartRelease.Charts;

/// <summary>
/// Chart files as they stand on disk, for <c>--allow-dirty</c> and for linting. Symbolic links are followed inside the repository and
/// refused where they leave it; a <c>.git</c> folder is never listed.
/// </summary>
public sealed class WorkTreeChartSource : IChartSource
{
    private readonly string _root;
    private readonly WorkTreeLinks _links;

    /// <summary>Reads below a folder.</summary>
    /// <param name="root">Full path of the repository root.</param>
    public WorkTreeChartSource(string root)
    {
        _root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(root));
        _links = new WorkTreeLinks(_root);
    }

    /// <summary>The Chart.yaml paths that the globs can reach, for <see cref="ChartFinder.Find"/>; only folders that may match are walked.</summary>
    /// <exception cref="ChartReleaseException"><see cref="FailureReason.InvalidSettings"/>: a glob is malformed.</exception>
    public IReadOnlyList<string> FindChartFiles(IReadOnlyList<string> globs)
    {
        var patterns = globs.Select(ChartGlob.Parse).ToList();
        var found = new List<string>();
        var waiting = new Stack<string>([""]);
        while (waiting.TryPop(out var folder))
        {
            var directory = new DirectoryInfo(FullPath(folder));
            var chartFile = ChartFolders.Combine(folder, ChartYaml.FileName);
            found.AddRange(File.Exists(FullPath(chartFile)) ? [chartFile] : []);
            foreach (var child in patterns.Exists(pattern => pattern.MayMatchBelow(folder)) && directory.Exists ? directory.EnumerateDirectories() : [])
            {
                if (child.Name != ".git" && child.LinkTarget is null)
                {
                    waiting.Push(ChartFolders.Combine(folder, child.Name));
                }
            }
        }

        return found;
    }

    /// <inheritdoc/>
    public IReadOnlyList<SourceFile> List(string folder)
    {
        var files = new List<SourceFile>();
        var start = new DirectoryInfo(FullPath(folder));
        if (start.Exists)
        {
            AddFiles(start, "", files, [_links.Resolve(start)]);
        }

        return files;
    }

    /// <inheritdoc/>
    public Stream Open(SourceFile file) => new FileStream(file.Id, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);

    private void AddFiles(DirectoryInfo directory, string prefix, List<SourceFile> files, HashSet<string> above)
    {
        foreach (var entry in directory.EnumerateFileSystemInfos())
        {
            var path = prefix + entry.Name;
            var target = _links.Resolve(entry);
            if (entry.Name == ".git")
            {
                continue;
            }

            if (!Directory.Exists(target))
            {
                files.Add(new SourceFile(path, new FileInfo(target).Length, target));
            }
            else if (above.Add(target))
            {
                AddFiles(new DirectoryInfo(target), path + "/", files, above);
                above.Remove(target);
            }
            else
            {
                throw WorkTreeLinks.Refused(entry.FullName, "leads back to a folder above it");
            }
        }
    }

    private string FullPath(string path) => path.Length == 0 ? _root : Path.Combine(_root, path.Replace('/', Path.DirectorySeparatorChar));
}
