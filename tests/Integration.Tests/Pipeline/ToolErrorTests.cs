using ChartRelease.Processes;
using ChartRelease.Testing;

namespace ChartRelease.Integration.Pipeline;

/// <summary>Machines without helm, or with the wrong one. No download can succeed: the proxy is a closed port.</summary>
public sealed class ToolErrorTests
{
    [Fact]
    public async Task Without_any_helm_the_three_ways_to_get_one_are_named()
    {
        using var repository = await ReleaseRepository.CreateAsync();

        HostAssert.Failed(await WithoutHelm(repository).PublishAsync(), "install helm", "--helm=PATH", "download");

        Assert.Empty(repository.Leftovers());
    }

    [Fact]
    public async Task A_plan_needs_no_helm()
    {
        using var repository = await ReleaseRepository.CreateAsync();

        HostAssert.Succeeded(await WithoutHelm(repository).RunAsync("--target=Plan"));
    }

    [Fact]
    public async Task A_helm_on_the_path_that_is_too_old_is_passed_over_and_named()
    {
        using var repository = await ReleaseRepository.CreateAsync();
        WriteHelm(WithoutHelm(repository), "v3.7.0");

        HostAssert.Failed(await repository.PublishAsync(), "3.7.0", "3.8.0");
    }

    [Theory]
    [InlineData("v3.7.0", "3.7.0")]
    [InlineData("nonsense", "nonsense")]
    public async Task A_helm_that_was_named_and_is_not_good_enough(string says, string named)
    {
        using var repository = await ReleaseRepository.CreateAsync();
        var helm = WriteHelm(WithoutHelm(repository), says);

        HostAssert.Failed(await repository.PublishAsync($"--helm={helm}"), helm, named, "3.8.0");
    }

    [Fact]
    public async Task A_helm_that_was_named_and_does_not_exist()
    {
        using var repository = await ReleaseRepository.CreateAsync();

        HostAssert.Failed(await repository.PublishAsync("--helm=/no/such/helm"), "/no/such/helm");
    }

    private static ReleaseRepository WithoutHelm(ReleaseRepository repository)
    {
        var folder = Path.Combine(repository.Home, "bin");
        Directory.CreateDirectory(folder);
        foreach (var program in (string[])["bash", "sh", "git", "find", "dirname"])
        {
            File.CreateSymbolicLink(Path.Combine(folder, program), ExecutablePath.Find(program)!);
        }

        return repository.With("PATH", folder).With("CHART_RELEASE_HELM", null).With("HTTPS_PROXY", "http://127.0.0.1:1");
    }

    private static string WriteHelm(ReleaseRepository repository, string version)
    {
        var path = Path.Combine(repository.Home, "bin", "helm");
        File.WriteAllText(path, $"#!/bin/sh\necho '{version}'\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }

        return path;
    }
}
