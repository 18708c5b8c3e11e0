using Semver;

namespace ChartRelease.Release.Selection;

/// <summary>Which versions are meant: some by themselves, some by ranges as npm writes them. Pure.</summary>
internal sealed class VersionSelection
{
    private readonly IReadOnlyList<SemVersion> _exact;
    private readonly IReadOnlyList<SemVersionRange> _ranges;

    private VersionSelection(IReadOnlyList<SemVersion> exact, IReadOnlyList<SemVersionRange> ranges) => (_exact, _ranges) = (exact, ranges);

    /// <summary>Whether every version is meant.</summary>
    public bool IsAll => _exact.Count + _ranges.Count == 0;

    /// <summary>Reads versions and ranges; none stands for all.</summary>
    /// <exception cref="ChartReleaseException"><see cref="FailureReason.InvalidSettings"/>: neither a version nor a range.</exception>
    public static VersionSelection Parse(IReadOnlyList<string> texts)
    {
        var (exact, ranges) = (new List<SemVersion>(), new List<SemVersionRange>());
        foreach (var text in texts)
        {
            if (SemVersion.TryParse(text, SemVersionStyles.Strict, out var version))
            {
                exact.Add(version);
            }
            else if (SemVersionRange.TryParseNpm(text, out var range))
            {
                ranges.Add(range);
            }
            else
            {
                throw new ChartReleaseException(
                    FailureReason.InvalidSettings,
                    $"--versions has \"{text}\", which is neither a version nor a range.",
                    "Versions such as 1.2.3, or ranges such as ^1.2 or \">=1.0.0 <2.0.0\", separated by commas.",
                    "Correct --versions, or leave it out to mean every version.");
            }
        }

        return new(exact, ranges);
    }

    /// <summary>Whether a version is meant. One given by itself is meant with its build part, a range knows none.</summary>
    public bool Contains(SemVersion version) => IsAll || _exact.Contains(version) || _ranges.Any(range => range.Contains(version));

    /// <summary>The versions given by themselves that are not among these.</summary>
    public IReadOnlyList<SemVersion> Missing(IEnumerable<SemVersion> found)
    {
        var there = found.ToHashSet();
        return [.. _exact.Where(version => !there.Contains(version))];
    }
}
