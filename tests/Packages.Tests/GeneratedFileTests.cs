using ChartRelease.Docs;
using ChartRelease.Testing;

namespace ChartRelease.Packages.Tests;

/// <summary>What is made from the code is as the code has it.</summary>
public sealed class GeneratedFileTests
{
    private const string Refresh = "It is made from the code and its documentation. Run: dotnet run --project build/Docs";

    public static TheoryData<string> Files { get; } = [.. GeneratedFiles.All().Keys.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public void A_generated_file_is_up_to_date(string path)
    {
        var file = Path.Combine(TestTools.RepositoryRoot, path);

        Assert.True(File.Exists(file), $"{path} is missing. {Refresh}");
        Assert.True(GeneratedFiles.All()[path] == File.ReadAllText(file), $"{path} is not up to date. {Refresh}");
    }

    [Fact]
    public void No_page_is_left_of_an_alias_that_is_gone() => Assert.Equal(
        Files.Select(row => row.Data).Where(path => path.StartsWith(GeneratedFiles.AliasFolder, StringComparison.Ordinal)),
        Directory.EnumerateFiles(Path.Combine(TestTools.RepositoryRoot, GeneratedFiles.AliasFolder)).Select(file => Path.GetRelativePath(TestTools.RepositoryRoot, file)).Order(StringComparer.Ordinal));
}
