using System.Text.RegularExpressions;
using ChartRelease.Integration.Pipeline;
using ChartRelease.Testing;
using ChartRelease.Testing.Registry;

namespace ChartRelease.Integration.Documentation;

/// <summary>The variables and the arguments that the page gives to CI systems, run against a registry that wants a password.</summary>
public sealed partial class CiSystemsTests
{
    [Theory]
    [InlineData("GitLab CI")]
    [InlineData("Azure Pipelines")]
    public async Task What_is_shown_publishes(string system)
    {
        await using var registry = await DockerRegistry.StartAsync(TestContext.Current.CancellationToken, new DockerRegistryOptions { Htpasswd = true });
        using var repository = await ReleaseRepository.CreateAsync();
        var page = await File.ReadAllTextAsync(Path.Combine(TestTools.RepositoryRoot, "docs/guide/ci-systems.md"), TestContext.Current.CancellationToken);
        var job = page.Split("\n## ").Single(section => section.StartsWith(system, StringComparison.Ordinal));
        foreach (Match variable in Variable().Matches(job))
        {
            repository.With(variable.Groups["name"].Value, Fill(variable.Groups["value"].Value, registry.Host));
        }

        HostAssert.Succeeded(await repository.RunAsync(Command().Match(job).Groups["arguments"].Value.Split(' ')));

        Assert.Equal("published", repository.Action());
    }

    // What the system, or the reader, fills in.
    private static string Fill(string value, string host) => value
        .Replace("$CI_REGISTRY_IMAGE", $"{host}/group/app", StringComparison.Ordinal)
        .Replace("NAME.azurecr.io", host, StringComparison.Ordinal)
        .Replace("$CI_REGISTRY_USER", DockerRegistry.User, StringComparison.Ordinal)
        .Replace("$(registryUser)", DockerRegistry.User, StringComparison.Ordinal)
        .Replace("$CI_REGISTRY_PASSWORD", DockerRegistry.Password, StringComparison.Ordinal)
        .Replace("$(registryPassword)", DockerRegistry.Password, StringComparison.Ordinal);

    [GeneratedRegex(@"(?<name>CHART_RELEASE_[A-Z]+): (?<value>\S+)")]
    private static partial Regex Variable();

    [GeneratedRegex("dotnet-chart-release\"? (?<arguments>--.+)")]
    private static partial Regex Command();
}
