using System.Text;

namespace ChartRelease.Charts.Ignore;

/// <summary>
/// A chart's .helmignore with the meaning that helm gives it, which is not gitignore's
/// (<see href="https://helm.sh/docs/chart_template_guide/helm_ignore_file/"/>).
/// </summary>
internal sealed class HelmIgnore
{
    /// <summary>Name of the file; only the one at the root of a chart counts, also for its subcharts.</summary>
    public const string FileName = ".helmignore";

    private readonly List<HelmIgnoreRule> _rules = [];
    private readonly Dictionary<string, bool> _folders = new(StringComparer.Ordinal);

    private HelmIgnore()
    {
    }

    /// <summary>Reads a .helmignore.</summary>
    /// <param name="content">The bytes; empty when the chart has no such file.</param>
    /// <param name="file">Path relative to the repository root, for messages.</param>
    /// <exception cref="ChartReleaseException"><see cref="FailureReason.InvalidChart"/>: a pattern that helm refuses, with its line.</exception>
    public static HelmIgnore Parse(ReadOnlySpan<byte> content, string file)
    {
        var result = new HelmIgnore();
        var text = Encoding.UTF8.GetString(content.StartsWith(Encoding.UTF8.Preamble) ? content[Encoding.UTF8.Preamble.Length..] : content);
        var number = 0;
        foreach (var line in text.Split('\n').Select(line => line.Trim()))
        {
            number++;
            if (line.Length > 0 && !line.StartsWith('#'))
            {
                result._rules.Add(HelmIgnoreRule.TryParse(line) ?? throw Invalid(line, new SourceLocation(file, number)));
            }
        }

        // helm adds this rule to every chart, after the file's own.
        result._rules.Add(HelmIgnoreRule.TryParse("templates/.?*")!);
        return result;
    }

    /// <summary>Whether a file is left out, by itself or with a folder above it.</summary>
    /// <param name="path">Path relative to the chart folder, with <c>/</c> separators.</param>
    public bool Ignores(string path)
    {
        for (var slash = path.IndexOf('/', StringComparison.Ordinal); slash > 0; slash = path.IndexOf('/', slash + 1))
        {
            if (IgnoresFolder(path[..slash]))
            {
                return true;
            }
        }

        return Matches(path, isDirectory: false);
    }

    private bool IgnoresFolder(string folder)
    {
        if (!_folders.TryGetValue(folder, out var ignored))
        {
            _folders[folder] = ignored = Matches(folder, isDirectory: true);
        }

        return ignored;
    }

    private bool Matches(string path, bool isDirectory) => _rules.Exists(rule => rule.Ignores(path, isDirectory));

    private static ChartReleaseException Invalid(string line, SourceLocation location) => new(
        new Failure(
            FailureReason.InvalidChart,
            $"The pattern \"{line}\" cannot be used.",
            "A pattern that helm accepts: no **, every [ closed, nothing escaped at the end.",
            $"Correct {location.File} at line {location.Line}.")
        { Location = location });
}
