using Cake.ChartRelease.Helm.Dependency;
using Cake.ChartRelease.Helm.Lint;
using Cake.ChartRelease.Tests.Infrastructure;
using ChartRelease;
using ChartRelease.Oci;
using ChartRelease.Release;
using ChartRelease.Testing;
using ChartRelease.Testing.Registry;

namespace Cake.ChartRelease.Tests.Helm;

/// <summary>The real helms, in both versions.</summary>
public sealed class HelmClientTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly CakeSetup _setup;

    public HelmClientTests() => _setup = CakeSetup.Isolated(_folder.Path);

    public static TheoryData<string> Versions => [Helms.V3, Helms.V4];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task Lint_tells_what_it_finds_in_each_of_several_charts(string version)
    {
        var clean = Charts.Clean(_folder, "clean");
        var warning = Charts.Warning(_folder, "warning");
        var broken = Charts.Broken(_folder, "broken");
        var missing = _folder.Combine("missing");
        var client = await Helms.ClientAsync(version, _setup);

        var messages = await client.LintAsync([clean, warning, broken, missing], Token);

        Assert.DoesNotContain(messages, message => message.ChartFolder == clean);
        var named = Assert.Single(messages, message => message.ChartFolder == warning);
        Assert.Equal(("WARNING", "templates/configmap.yaml"), (named.Severity, named.Path));
        var failed = messages.Where(message => message.ChartFolder == broken).ToList();
        Assert.Equal([("ERROR", "values.yaml"), ("ERROR", "templates/")], failed.Select(message => (message.Severity, message.Path)));
        Assert.All(failed, message => Assert.Matches("other(.|\n)*\n(.|\n)*greeting", message.Message));
        var absent = Assert.Single(messages, message => message.ChartFolder == missing);
        Assert.Equal(("ERROR", ""), (absent.Severity, absent.Path));
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task A_clean_chart_has_no_findings(string version)
    {
        var client = await Helms.ClientAsync(version, _setup);

        Assert.Empty(await client.LintAsync([Charts.Clean(_folder, "app")], Token));
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task The_lint_alias_fails_on_warnings_only_when_strict(string version)
    {
        var chart = Charts.Warning(_folder, "warning");
        var helm = await Helms.PathAsync(version);

        Assert.Single(_setup.Context.HelmLint(chart, new HelmLintSettings { ToolPath = helm }));
        var failure = Assert.ThrowsAny<ChartReleaseException>(
            () => _setup.Context.HelmLint(chart, new HelmLintSettings { ToolPath = helm, Strict = true }));

        Assert.Equal(FailureReason.LintFailed, failure.Reason);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task Template_renders_a_folder_and_says_why_when_it_cannot(string version)
    {
        var client = await Helms.ClientAsync(version, _setup);

        Assert.Contains("kind: ConfigMap\n", await client.TemplateAsync(Charts.Clean(_folder, "app"), Token), StringComparison.Ordinal);
        var failure = await Assert.ThrowsAnyAsync<ChartReleaseException>(() => client.TemplateAsync(Charts.Broken(_folder, "broken"), Token));
        Assert.Equal(FailureReason.ToolFailed, failure.Reason);
        Assert.Contains("greeting", failure.Failure.Found, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task Package_returns_the_archive_it_wrote_and_show_reads_it(string version)
    {
        var client = await Helms.ClientAsync(version, _setup);
        var destination = _folder.Combine("out put");

        var archive = await client.PackageAsync(Charts.Clean(_folder, "app"), destination, Token);

        Assert.Equal(Path.Combine(destination, "app-1.2.3.tgz"), archive);
        Assert.True(File.Exists(archive));
        var show = new Cake.ChartRelease.Helm.Show.HelmShowSettings { ToolPath = await Helms.PathAsync(version) };
        Assert.Contains("version: 1.2.3", _setup.Context.HelmShowChart(archive, show), StringComparison.Ordinal);
        Assert.Contains("# app", _setup.Context.HelmShowReadme(archive, show), StringComparison.Ordinal);
        Assert.Equal("hello\n", _setup.Context.HelmShowValues(
            archive, new Cake.ChartRelease.Helm.Show.HelmShowValuesSettings { ToolPath = show.ToolPath, JsonPath = "{.greeting}" }));
        Assert.Contains("CustomResourceDefinition", _setup.Context.HelmShowCrds(archive, show), StringComparison.Ordinal);
        Assert.Contains("# app", _setup.Context.HelmShowAll(archive, show), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task Dependencies_on_disk_are_built_without_any_repository(string version)
    {
        Charts.Clean(_folder, "library");
        var app = Charts.Clean(_folder, "app", "dependencies:\n- name: library\n  version: 1.x.x\n  repository: file://../library\n");
        var helm = await Helms.PathAsync(version);

        // A repository nobody answers for: a refresh would go there.
        _folder.Write("helm-config/repositories.yaml", "apiVersion: \"\"\nrepositories:\n- name: dead\n  url: http://127.0.0.1:1\n");
        _setup.Context.HelmDependencyUpdate(app, new HelmDependencyUpdateSettings { ToolPath = helm });
        Assert.True(File.Exists(Path.Combine(app, "charts", "library-1.2.3.tgz")));
        Directory.Delete(Path.Combine(app, "charts"), recursive: true);
        Assert.Equal(
            new HelmDependency("library", "1.x.x", "file://../library", "missing"),
            Assert.Single(_setup.Context.HelmDependencyList(app, new HelmDependencyListSettings { ToolPath = helm })));

        _setup.Context.HelmDependencyBuild(app, new HelmDependencyBuildSettings { ToolPath = helm });

        Assert.True(File.Exists(Path.Combine(app, "charts", "library-1.2.3.tgz")));
        Assert.DoesNotContain("dead", _setup.Log.Text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task Helm_says_its_version(string version)
    {
        var settings = new Cake.ChartRelease.Helm.Version.HelmVersionSettings { ToolPath = await Helms.PathAsync(version) };

        Assert.Equal(version, _setup.Context.HelmVersion(settings).Version);
        Assert.Equal(version, (await Helms.ClientAsync(version, _setup)).Version);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task What_is_pushed_with_a_password_is_pulled_byte_for_byte(string version)
    {
        await using var registry = await DockerRegistry.StartAsync(Token, new() { Htpasswd = true });
        var client = await Helms.ClientAsync(version, _setup);
        var access = Access(registry, DockerRegistry.User, DockerRegistry.Password);
        var archive = await client.PackageAsync(Charts.Clean(_folder, "app"), _folder.Combine("out"), Token);

        await client.PushAsync(archive, access, Token);
        var pulled = await client.PullAsync("app", "1.2.3", access, Directory.CreateDirectory(_folder.Combine("in")).FullName, Token);

        Assert.Equal(_folder.Combine("in/app-1.2.3.tgz"), pulled);
        Assert.Equal(await File.ReadAllBytesAsync(archive, Token), await File.ReadAllBytesAsync(pulled, Token));
        Assert.DoesNotContain(DockerRegistry.Password, _setup.Log.Text, StringComparison.Ordinal);
        Assert.False(File.Exists(_folder.Combine("helm-config/registry/config.json")));
    }

    // Helm 3.17 falls back to HTTP for loopback hosts, whatever it is told.
    [Fact]
    public async Task A_certificate_is_checked_unless_told_otherwise()
    {
        await using var registry = await UntrustedRegistryAsync();
        var client = await Helms.ClientAsync(Helms.V4, _setup);
        var archive = await client.PackageAsync(Charts.Clean(_folder, "app"), _folder.Combine("out"), Token);
        var checking = Access(registry, DockerRegistry.User, DockerRegistry.Password) with { PlainHttp = false };
        var trusting = checking with { InsecureSkipTlsVerify = true };
        var destination = Directory.CreateDirectory(_folder.Combine("in")).FullName;

        await Assert.ThrowsAnyAsync<ChartReleaseException>(() => client.LoginAsync(checking, Token));
        await client.LoginAsync(trusting, Token);
        await Assert.ThrowsAnyAsync<ChartReleaseException>(() => client.PushAsync(archive, checking, Token));
        await client.PushAsync(archive, trusting, Token);
        await Assert.ThrowsAnyAsync<ChartReleaseException>(() => client.PullAsync("app", "1.2.3", checking, destination, Token));
        var pulled = await client.PullAsync("app", "1.2.3", trusting, destination, Token);

        Assert.Equal(await File.ReadAllBytesAsync(archive, Token), await File.ReadAllBytesAsync(pulled, Token));
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task A_login_is_stored_by_helm_and_used_when_no_user_is_given(string version)
    {
        await using var registry = await DockerRegistry.StartAsync(Token, new() { Htpasswd = true });
        var client = await Helms.ClientAsync(version, _setup);
        var archive = await client.PackageAsync(Charts.Clean(_folder, "app"), _folder.Combine("out"), Token);
        var anonymous = Access(registry, null, null);

        var refused = await Assert.ThrowsAnyAsync<ChartReleaseException>(() => client.PushAsync(archive, anonymous, Token));
        await client.LoginAsync(Access(registry, DockerRegistry.User, DockerRegistry.Password), Token);
        await client.PushAsync(archive, anonymous, Token);

        Assert.Equal(FailureReason.ToolFailed, refused.Reason);
        var stored = await File.ReadAllTextAsync(_folder.Combine("helm-config/registry/config.json"), Token);
        Assert.Contains(registry.Host, stored, StringComparison.Ordinal);
        _setup.Context.HelmRegistryLogout(
            registry.Host, new Cake.ChartRelease.Helm.Registry.HelmRegistryLogoutSettings { ToolPath = await Helms.PathAsync(version) });
        await Assert.ThrowsAnyAsync<ChartReleaseException>(() => client.PushAsync(archive, anonymous, Token));
        Assert.DoesNotContain(DockerRegistry.Password, _setup.Log.Text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task A_wrong_password_is_refused_without_being_shown(string version)
    {
        await using var registry = await DockerRegistry.StartAsync(Token, new() { Htpasswd = true });
        var client = await Helms.ClientAsync(version, _setup);

        var failure = await Assert.ThrowsAnyAsync<ChartReleaseException>(
            () => client.LoginAsync(Access(registry, DockerRegistry.User, "wrong-pa55"), Token));

        Assert.Equal(FailureReason.ToolFailed, failure.Reason);
        Assert.DoesNotContain("wrong-pa55", failure + _setup.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_old_helm_is_not_sent_to_a_remote_registry_in_the_clear()
    {
        var client = await Helms.ClientAsync(Helms.V3, _setup);
        var registry = (RegistryReference)TargetReference.Parse("oci://registry.example.com");
        var access = new HelmRegistryAccess(registry, PlainHttp: true, CaFile: null, "ci", new Secret("x1y2z3"));

        var failure = await Assert.ThrowsAnyAsync<ChartReleaseException>(() => client.LoginAsync(access, Token));

        Assert.Equal(FailureReason.InvalidSettings, failure.Reason);
    }

    [Fact]
    public async Task A_user_without_a_password_is_not_taken_for_nobody()
    {
        var client = await Helms.ClientAsync(Helms.V4, _setup);
        var registry = (RegistryReference)TargetReference.Parse("oci://127.0.0.1:1/charts");
        var access = new HelmRegistryAccess(registry, PlainHttp: true, CaFile: null, "ci", Password: null);

        var failure = await Assert.ThrowsAnyAsync<ChartReleaseException>(() => client.PullAsync("app", "1.2.3", access, _folder.Path, Token));

        Assert.Equal(FailureReason.InvalidSettings, failure.Reason);
    }

    [Fact]
    public async Task A_destination_that_cannot_be_written_is_named_as_such()
    {
        var client = await Helms.ClientAsync(Helms.V4, _setup);
        var registry = (RegistryReference)TargetReference.Parse("oci://127.0.0.1:1/charts");
        var access = new HelmRegistryAccess(registry, PlainHttp: true, CaFile: null, Username: null, Password: null);

        var failure = await Assert.ThrowsAnyAsync<ChartReleaseException>(
            () => client.PullAsync("app", "1.2.3", access, _folder.Write("file", "in the way"), Token));

        Assert.Equal(FailureReason.CannotWrite, failure.Reason);
    }

    private Task<DockerRegistry> UntrustedRegistryAsync() =>
        DockerRegistry.StartAsync(Token, new() { Tls = CertificateAuthority.Create(_folder, "registry.example.com"), Htpasswd = true });

    private static HelmRegistryAccess Access(DockerRegistry registry, string? username, string? password) => new(
        (RegistryReference)TargetReference.Parse($"oci://{registry.Host}/owner/charts"),
        PlainHttp: true,
        CaFile: null,
        username,
        password is null ? null : new Secret(password));
}
