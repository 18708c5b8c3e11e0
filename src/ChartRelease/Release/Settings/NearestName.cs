namespace ChartRelease.Release.Settings;

/// <summary>Finds the known name a misspelt one most likely stands for.</summary>
public static class NearestName
{
    /// <summary>The candidate with the smallest edit distance, or <see langword="null"/> when none is near.</summary>
    /// <param name="name">What was written.</param>
    /// <param name="candidates">What could have been meant.</param>
    public static string? Find(string name, IEnumerable<string> candidates)
    {
        var nearest = candidates
            .Select(candidate => (Name: candidate, Distance: Distance(name.ToUpperInvariant(), candidate.ToUpperInvariant())))
            .OrderBy(candidate => candidate.Distance)
            .ThenBy(candidate => candidate.Name, StringComparer.Ordinal)
            .FirstOrDefault();

        return nearest.Name is not null && nearest.Distance <= Math.Max(2, name.Length / 3) ? nearest.Name : null;
    }

    // Optimal string alignment: two swapped letters, the commonest slip, count as one edit.
    private static int Distance(string left, string right)
    {
        var (beforeLast, last) = (new int[right.Length + 1], Enumerable.Range(0, right.Length + 1).ToArray());
        for (var i = 1; i <= left.Length; i++)
        {
            var row = new int[right.Length + 1];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                row[j] = Math.Min(Math.Min(last[j] + 1, row[j - 1] + 1), last[j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                {
                    row[j] = Math.Min(row[j], beforeLast[j - 2] + 1);
                }
            }

            (beforeLast, last) = (last, row);
        }

        return last[^1];
    }
}
