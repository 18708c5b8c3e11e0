namespace ChartRelease.Release.Bumping;

/// <summary>Finds the lines that an edit of a text file changed: what is left when the longest common run of lines is taken out. Pure.</summary>
internal static class LineChanges
{
    /// <summary>The lines in which two versions of a file differ, in their order.</summary>
    public static IReadOnlyList<ChangedLine> Of(string before, string after)
    {
        var (old, now) = (Split(before), Split(after));
        var common = CommonFrom(old, now);
        var changes = new List<ChangedLine>();
        var (i, j) = (0, 0);
        while (i < old.Length || j < now.Length)
        {
            if (i < old.Length && j < now.Length && old[i] == now[j])
            {
                (i, j) = (i + 1, j + 1);
                continue;
            }

            var goes = i < old.Length && common[i + 1][j] == common[i][j];
            var comes = j < now.Length && common[goes ? i + 1 : i][j + 1] == common[i][j];
            changes.Add(new ChangedLine(j + 1, goes ? old[i] : null, comes ? now[j] : null));
            (i, j) = (goes ? i + 1 : i, comes ? j + 1 : j);
        }

        return changes;
    }

    private static string[] Split(string text) => [.. text.Split('\n').Select(line => line.TrimEnd('\r'))];

    /// <summary>How many lines the rests of both texts have in common, from each pair of places on.</summary>
    private static int[][] CommonFrom(string[] old, string[] now)
    {
        int[][] common = [.. Enumerable.Range(0, old.Length + 1).Select(_ => new int[now.Length + 1])];
        for (var i = old.Length - 1; i >= 0; i--)
        {
            for (var j = now.Length - 1; j >= 0; j--)
            {
                common[i][j] = old[i] == now[j] ? common[i + 1][j + 1] + 1 : Math.Max(common[i + 1][j], common[i][j + 1]);
            }
        }

        return common;
    }
}
