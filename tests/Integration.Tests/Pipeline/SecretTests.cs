using System.Text;
using ChartRelease.Testing;
using ChartRelease.Testing.Registry;
using Microsoft.AspNetCore.Http;

namespace ChartRelease.Integration.Pipeline;

/// <summary>No secret in any output, file or foreign request, at the verbosity that shows the most.</summary>
public sealed class SecretTests(Registries registries)
{
    private const string Wrong = "wr0ng-but-s3cret-Pa55word";
    private const string GitHubToken = "ghp_s3cretT0kenOfGitHub0123456789abcd";

    [Theory]
    [InlineData("native")]
    [InlineData("helm")]
    public async Task A_password_from_the_environment(string engine)
    {
        using var repository = await ReleaseRepository.CreateAsync();
        repository.With("CHART_RELEASE_USERNAME", DockerRegistry.User).With("CHART_RELEASE_PASSWORD", DockerRegistry.Password);

        var run = await PublishAsync(repository, await registries.HtpasswdAsync(), $"--engine={engine}");

        HostAssert.Succeeded(run);
        await AssertHiddenAsync(repository, run, DockerRegistry.Password);
    }

    [Fact]
    public async Task A_password_from_standard_input()
    {
        using var repository = await ReleaseRepository.CreateAsync();
        repository.Setup = repository.Setup with { Input = DockerRegistry.Password };

        var run = await PublishAsync(repository, await registries.HtpasswdAsync(), $"--username={DockerRegistry.User}", "--password-stdin");

        HostAssert.Succeeded(run);
        await AssertHiddenAsync(repository, run, DockerRegistry.Password);
    }

    [Fact]
    public async Task A_password_from_the_docker_file()
    {
        using var repository = await ReleaseRepository.CreateAsync();
        var registry = await registries.HtpasswdAsync();
        RegistryPublishTests.WriteDockerFile(repository, registry, DockerRegistry.Password);

        var run = await PublishAsync(repository, registry);

        HostAssert.Succeeded(run);
        await AssertHiddenAsync(repository, run, DockerRegistry.Password);
    }

    [Fact]
    public async Task A_password_that_earned_a_token()
    {
        using var repository = await ReleaseRepository.CreateAsync();
        repository.With("CHART_RELEASE_USERNAME", Registries.Writer).With("CHART_RELEASE_PASSWORD", Registries.TokenPassword);

        var run = await PublishAsync(repository, await registries.TokenAsync());

        HostAssert.Succeeded(run);
        await AssertHiddenAsync(repository, run, Registries.TokenPassword);
        Assert.DoesNotContain("eyJ", run.All, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("environment")]
    [InlineData("stdin")]
    [InlineData("docker")]
    public async Task A_password_that_is_refused(string source)
    {
        using var repository = await ReleaseRepository.CreateAsync();
        var registry = await registries.HtpasswdAsync();
        string[] arguments = [];
        switch (source)
        {
            case "environment":
                repository.With("CHART_RELEASE_USERNAME", DockerRegistry.User).With("CHART_RELEASE_PASSWORD", Wrong);
                break;
            case "stdin":
                repository.Setup = repository.Setup with { Input = Wrong };
                arguments = [$"--username={DockerRegistry.User}", "--password-stdin"];
                break;
            default:
                RegistryPublishTests.WriteDockerFile(repository, registry, Wrong);
                break;
        }

        var run = await PublishAsync(repository, registry, arguments);

        Assert.Equal(1, run.ExitCode);
        await AssertHiddenAsync(repository, run, Wrong);
    }

    [Fact]
    public async Task A_password_that_the_registry_repeats_in_its_answer()
    {
        await using var server = await ScriptedServer.StartAsync(TestContext.Current.CancellationToken);
        server.On("GET", "/manifests/", EchoAsync);
        using var repository = await ReleaseRepository.CreateAsync();
        repository.With("CHART_RELEASE_USERNAME", DockerRegistry.User).With("CHART_RELEASE_PASSWORD", Wrong);

        var run = await repository.PublishAsync("--verbosity=diagnostic", $"--registry=oci://{server.Host}/charts");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains(server.Requests, request => request.Authorization is not null);
        await AssertHiddenAsync(repository, run, Wrong);

        static Task EchoAsync(HttpContext context) => context.Request.Headers.Authorization.ToString() is { Length: > 0 } sent
            ? Answers.Error(403, "DENIED", $"{sent} is {Wrong}")(context)
            : Answers.Challenge("Basic realm=\"test\"")(context);
    }

    [Fact]
    public async Task The_token_of_GitHub_goes_to_no_other_registry()
    {
        await using var server = await ScriptedServer.StartAsync(TestContext.Current.CancellationToken);
        server.On("POST", "/uploads/", Answers.Challenge("Basic realm=\"test\""));
        using var repository = await ReleaseRepository.CreateAsync();
        repository.With("GITHUB_ACTOR", "octocat").With("GITHUB_TOKEN", GitHubToken);

        var run = await repository.PublishAsync("--verbosity=diagnostic", $"--registry=oci://{server.Host}/charts");

        Assert.Equal(1, run.ExitCode);
        Assert.All(server.Requests, request => Assert.Null(request.Authorization));
        await AssertHiddenAsync(repository, run, GitHubToken);
    }

    [Fact]
    public async Task The_token_of_GitHub_is_not_shown_when_its_registry_cannot_be_reached()
    {
        using var repository = await ReleaseRepository.CreateAsync();
        repository.With("GITHUB_ACTOR", "octocat").With("GITHUB_TOKEN", GitHubToken).With("HTTPS_PROXY", "http://127.0.0.1:1");

        var run = await repository.PublishAsync("--verbosity=diagnostic", "--registry=oci://ghcr.io/octocat/charts");

        Assert.Equal(1, run.ExitCode);
        await AssertHiddenAsync(repository, run, GitHubToken);
    }

    private static Task<HostResult> PublishAsync(ReleaseRepository repository, DockerRegistry registry, params string[] arguments) =>
        repository.PublishAsync(["--verbosity=diagnostic", $"--registry={Registries.Target(registry)}", .. arguments]);

    private static async Task AssertHiddenAsync(ReleaseRepository repository, HostResult run, string secret)
    {
        // A search that finds nothing proves nothing unless the run wrote something to search.
        Assert.Contains("Package", run.Output, StringComparison.Ordinal);
        var forms = Forms(secret);
        Assert.All(forms, form => Assert.DoesNotContain(form, run.All, StringComparison.Ordinal));

        string[] folders = [repository.Git.Path, HostSetup.Temporary(repository.Home), Path.Combine(repository.Home, ".config"), Path.Combine(repository.Home, ".cache")];
        foreach (var file in folders.Where(Directory.Exists).SelectMany(folder => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)))
        {
            var content = Encoding.Latin1.GetString(await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken));
            Assert.All(forms, form => Assert.False(content.Contains(form, StringComparison.Ordinal), $"{file} holds the secret."));
        }
    }

    // As it is, in addresses, and in base64, which looks different for each of three places in what is encoded.
    private static string[] Forms(string secret) =>
    [
        secret,
        Uri.EscapeDataString(secret),
        .. Enumerable.Range(0, 3).Select(before =>
        {
            var encoded = Convert.ToBase64String(Encoding.UTF8.GetBytes(new string(' ', before) + secret));
            // The first and last characters depend on the neighbours.
            return encoded[4..^4];
        }),
    ];
}
