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
    public const string Archive = "sha256:4457b624661fb11afd4495b2c10b44dd863ef76d9569b9827b57195dad8d2a62";
    public const string Manifest = "sha256:37e0d5122e0e6500b8cdd6621792cad158b10953960e45a7b48f4d887cb80b0a";

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
