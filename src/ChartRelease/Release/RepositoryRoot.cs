namespace ChartRelease.Release;

/// <summary>Finds the repository a folder stands in, without starting Git; for settings and the tool cache, before anything is read.</summary>
public static class RepositoryRoot
{
    /// <summary>
    /// The nearest folder upwards that holds <c>.git</c> (a folder, or a file in a linked worktree) or is a bare repository itself;
    /// <see langword="null"/> when there is none.
    /// </summary>
    /// <param name="folder">Full path of the folder to start from.</param>
    public static string? Find(string folder)
    {
        for (var current = folder; current is not null; current = Path.GetDirectoryName(current))
        {
            if (Path.Exists(Path.Combine(current, ".git")) || IsBare(current))
            {
                return current;
            }
        }

        return null;
    }

    // What git itself takes for a repository; of a working tree's .git it is not this folder that matters.
    private static bool IsBare(string folder) =>
        Path.GetFileName(folder) != ".git"
        && File.Exists(Path.Combine(folder, "HEAD"))
        && Directory.Exists(Path.Combine(folder, "objects"))
        && Directory.Exists(Path.Combine(folder, "refs"));
}
