using ChartRelease.Processes;

namespace ChartRelease.Git;

/// <summary>Lists the commits of a revision: <c>git rev-list --topo-order --parents</c>.</summary>
internal static class GitGraphReader
{
    public static async Task<GitGraph> ReadAsync(GitCommand git, string commit, CancellationToken cancellationToken)
    {
        var graph = new GitGraph();
        var result = await ProcessRunner.RunAsync(
            git.Reader("rev-list", "--topo-order", "--parents", commit),
            async (stream, token) =>
            {
                using var reader = new StreamReader(stream);
                while (await reader.ReadLineAsync(token).ConfigureAwait(false) is { } line)
                {
                    graph.Add(line);
                }

                return true;
            },
            cancellationToken).ConfigureAwait(false);
        return result.ExitCode == 0 ? graph : throw GitCommand.Failed("rev-list", result);
    }
}
