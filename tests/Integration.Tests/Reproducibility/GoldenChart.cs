using ChartRelease.Testing;

namespace ChartRelease.Integration.Reproducibility;

/// <summary>
/// The chart <c>helm/agentapi-proxy</c> at one commit, and the digests it has had ever since. The commit comes with the tests, as a stream of
/// <c>git fast-export</c> with author, time and content, so that its id is as fixed as the digests: the history of this repository may be
/// shallow, rewritten or absent where the tests run.
/// </summary>
internal static class GoldenChart
{
    public const string Commit = "99b8e52335e78288ac730c28dd2c7ffe5332e70b";

    // Another digest here means that every chart that anybody released so far would be built differently from now on.
    public const string Archive = "sha256:2e30421bfb555b785f30c79148457718fae3429f572bb39ec8575eae0d42f5f1";
    public const string Manifest = "sha256:6f664fb60d2d2204c93f6d2ada4e68eae62ca04f64b83335d70717a89332cf8c";

    private static string Stream => Path.Combine(TestTools.RepositoryRoot, "tests", "Integration.Tests", "Reproducibility", "agentapi-proxy.fast-export");

    /// <summary>A repository whose HEAD is the commit.</summary>
    public static async Task<GitRepository> ImportAsync()
    {
        var git = await GitRepository.CreateAsync();
        await git.ImportAsync(await File.ReadAllTextAsync(Stream));
        await git.RunAsync("reset", "--quiet", "--hard", "main");
        Assert.Equal(Commit, await git.HeadAsync());
        return git;
    }
}
