using ChartRelease.Charts;
using ChartRelease.Versioning;

namespace ChartRelease.Release.Bumping;

/// <summary>Decides the new version of a chart. Pure.</summary>
internal static class VersionChange
{
    /// <summary>The version a chart gets; its own when only appVersion changes.</summary>
    /// <exception cref="ChartReleaseException"><see cref="FailureReason.InvalidVersion"/>.</exception>
    public static string NewVersion(BumpRequest request, ChartMetadata chart, SourceLocation location)
    {
        var current = ChartVersion.Parse(chart.Version, location);
        if (request.ChartVersion is { } exact)
        {
            var next = ChartVersion.Parse(exact, location);
            ChartVersion.RequireHigher(next, current, location);
            return next.ToString();
        }

        return request.Kind is { } kind ? VersionBump.Next(current, kind).ToString() : chart.Version;
    }

    /// <summary>The lines in which two versions of a file differ; the edit never removes a line.</summary>
    public static IReadOnlyList<ChangedLine> Lines(string before, string after)
    {
        var (old, now) = (before.Split('\n'), after.Split('\n'));
        var changes = new List<ChangedLine>();
        for (int i = 0, j = 0; j < now.Length; j++)
        {
            var added = now.Length > old.Length && (i >= old.Length || (now[j] != old[i] && j + 1 < now.Length && now[j + 1] == old[i]));
            var (left, right) = (added || i >= old.Length ? null : old[i].TrimEnd('\r'), now[j].TrimEnd('\r'));
            if (left != right)
            {
                changes.Add(new ChangedLine(j + 1, left, right));
            }

            i += added ? 0 : 1;
        }

        return changes;
    }
}
