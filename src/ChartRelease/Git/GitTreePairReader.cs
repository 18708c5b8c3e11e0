using ChartRelease.Processes;

namespace ChartRelease.Git;

/// <summary>Gets the content of a tree and of another.</summary>
internal delegate void TreePairVisitor(TreePair pair, ReadOnlySpan<byte> before, ReadOnlySpan<byte> after);

/// <summary>Reads pairs of trees: one <c>git cat-file --batch --buffer</c> for all, of which a few trees are in memory at a time.</summary>
internal static class GitTreePairReader
{
    /// <summary>What a tree is unpacked from is needed for its neighbours in history only; with the default of 96 MiB git is slower for looking after it.</summary>
    public const string DeltaCache = "core.deltaBaseCacheLimit=8m";

    private static readonly string[] _arguments = ["-c", DeltaCache, "cat-file", "--batch", "--buffer"];

    /// <summary>Reads the trees.</summary>
    /// <param name="git">The repository.</param>
    /// <param name="pairs">The pairs, neighbours in history beside each other.</param>
    /// <param name="visit">Gets each of them.</param>
    /// <param name="cancellationToken">Ends git.</param>
    public static async Task ReadAsync(GitCommand git, IReadOnlyList<TreePair> pairs, TreePairVisitor visit, CancellationToken cancellationToken)
    {
        var isWhole = false;
        var result = await ProcessRunner.RunAsync(
            git.Reader(_arguments) with { Input = Names(pairs) },
            async (stream, token) =>
            {
                // Not read by asynchronous calls: each would be a turn of the thread pool. And on a thread of its own, since the pool has few.
                isWhole = await Task.Factory.StartNew(
                    () => Read(stream, pairs, visit), token, TaskCreationOptions.LongRunning, TaskScheduler.Default).ConfigureAwait(false);
                return true;
            },
            cancellationToken).ConfigureAwait(false);
        if (result.ExitCode != 0 || !isWhole)
        {
            throw GitCommand.Failed("cat-file", result);
        }
    }

    private static string Names(IReadOnlyList<TreePair> pairs)
    {
        var (window, names) = (new TreeWindow(), new System.Text.StringBuilder());
        foreach (var pair in pairs)
        {
            window.Hold(pair, (name, _) => names.Append(name).Append('\n'));
        }

        return names.ToString();
    }

    /// <returns>Whether git gave all of them; if not, it says why in its own words, with its exit code.</returns>
    private static bool Read(Stream stream, IReadOnlyList<TreePair> pairs, TreePairVisitor visit)
    {
        using var trees = new TreeReader(stream);
        var window = new TreeWindow();
        try
        {
            foreach (var pair in pairs)
            {
                var (before, after) = window.Hold(pair, trees.Read);
                visit(pair, trees[before], trees[after]);
            }

            return true;
        }
        catch (EndOfStreamException)
        {
            return false;
        }
    }
}
