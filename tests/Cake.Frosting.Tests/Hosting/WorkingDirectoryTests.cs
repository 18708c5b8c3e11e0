using Cake.Frosting.Tests.Support;
using ChartRelease.Testing;

namespace Cake.Frosting.Tests.Hosting;

/// <summary>The current folder belongs to the whole process, so these run in one of their own.</summary>
public sealed class WorkingDirectoryTests
{
    [Theory]
    [InlineData("-w")]
    [InlineData("--working")]
    public async Task Working_wins_over_UseWorkingDirectory(string option)
    {
        using var folder = new TemporaryFolder();
        var program = new Dictionary<string, string?> { ["SAMPLE_WORKING_DIRECTORY"] = Path.GetTempPath() };

        var run = await SampleProcess.RunAsync(program, "--target=Where", option, folder.Path);

        Assert.Contains($"in {folder.Path}", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task UseWorkingDirectory_sets_the_folder_and_its_cake_config_is_read()
    {
        using var folder = new TemporaryFolder();
        folder.Write("cake.config", "[Settings]\nVerbosity=Diagnostic\n");
        var program = new Dictionary<string, string?> { ["SAMPLE_WORKING_DIRECTORY"] = folder.Path };

        var run = await SampleProcess.RunAsync(program, "--target=Where");

        Assert.Contains($"in {folder.Path}", run.Output, StringComparison.Ordinal);
        Assert.Contains("at Diagnostic", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_does_not_exist_is_an_error()
    {
        using var folder = new TemporaryFolder();

        var run = Host.Run([], "--working", folder.Combine("missing"));

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("missing' does not exist.", run.Errors, StringComparison.Ordinal);
    }
}
