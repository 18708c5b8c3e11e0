namespace ChartRelease.Host.Testing;

/// <summary>Finds the repository this host was built from.</summary>
internal static class SolutionRoot
{
    public const string Solution = "ChartRelease.slnx";

    public static string Find()
    {
        for (var folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(Path.Combine(folder, Solution)))
            {
                return folder;
            }
        }

        throw new ChartReleaseException(
            FailureReason.InvalidSettings,
            $"The program does not stand below a folder with {Solution}.",
            "The target Test run from a clone of ChartRelease.",
            "Run ./build.sh --target=Test in the clone.");
    }
}
