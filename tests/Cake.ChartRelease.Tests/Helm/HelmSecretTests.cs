using Cake.ChartRelease.Helm;
using Cake.ChartRelease.Helm.Package;
using Cake.ChartRelease.Helm.Registry;
using Cake.ChartRelease.Helm.Template;
using Cake.ChartRelease.Helm.Verify;
using Cake.ChartRelease.Tests.Infrastructure;
using ChartRelease;
using ChartRelease.Oci;
using ChartRelease.Release;
using ChartRelease.Testing;

namespace Cake.ChartRelease.Tests.Helm;

/// <summary>A fake helm that prints all it was given, and fails, so that every way out is looked at.</summary>
public sealed class HelmSecretTests : IDisposable
{
    private const string Value = "hunter2,\"x\"";

    private readonly TemporaryFolder _folder = new();
    private readonly CakeSetup _setup = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_registry_password_goes_by_standard_input_and_is_shown_nowhere()
    {
        var failure = Fails(helm => _setup.Context.HelmRegistryLogin(
            "host", new HelmRegistryLoginSettings { ToolPath = helm, HelmVersion = Helms.V4, Username = "ci", Password = new Secret(Value) }));

        Assert.Contains("--password-stdin", _setup.Log.Text, StringComparison.Ordinal);
        Assert.Contains("stdin ***", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_signing_passphrase_goes_by_standard_input_and_is_shown_nowhere()
    {
        var failure = Fails(helm => _setup.Context.HelmPackage(
            "app", new HelmPackageSettings { ToolPath = helm, HelmVersion = Helms.V4, Sign = true, Key = "me", Passphrase = new Secret(Value) }));

        Assert.Contains("--passphrase-file=-", _setup.Log.Text, StringComparison.Ordinal);
        Assert.Contains("stdin ***", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cluster_token_goes_by_the_environment_and_is_shown_nowhere()
    {
        var failure = Fails(helm => _setup.Context.HelmVerify(
            "a.tgz", new HelmVerifySettings { ToolPath = helm, HelmVersion = Helms.V4, Kube = { Token = new Secret(Value) } }));

        Assert.Contains("token ***", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_secret_value_is_rendered_and_shown_in_no_command_line_and_no_message()
    {
        var settings = new HelmTemplateSettings
        {
            ToolPath = FakeHelm.Write(_folder, $"echo \"$*\" >&2; echo '{Value}'; exit 3"),
            HelmVersion = Helms.V4,
            Values = { SetSecret = { ["database.password"] = new Secret(Value) } },
            HandleExitCode = code => code == 3,
        };

        Assert.Equal(Value + "\n", _setup.Context.HelmTemplate("app", settings));
        settings.HandleExitCode = null;
        var failure = Assert.Throws<HelmFailedException>(() => _setup.Context.HelmTemplate("app", settings));

        Assert.Contains("--set-string=database.password=***", failure.CommandLine, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", failure.ToString(), StringComparison.Ordinal);
        Assert.All(
            _setup.Log.Text.Split('\n').Where(line => line.StartsWith("Executing", StringComparison.Ordinal)),
            line => Assert.DoesNotContain("hunter2", line, StringComparison.Ordinal));
    }

    [Fact]
    public void User_information_in_an_address_is_shown_nowhere()
    {
        var helm = FakeHelm.Write(_folder, "echo 'Error: Get \"https://ci:hunter2@example.com/index.yaml\": EOF' >&2; exit 1");

        var failure = Assert.ThrowsAny<ChartReleaseException>(
            () => _setup.Context.HelmVerify("a.tgz", new HelmVerifySettings { ToolPath = helm, HelmVersion = Helms.V4 }));

        Assert.Contains("https://***@example.com", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", failure.Message + _setup.Log.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("push")]
    [InlineData("pull")]
    public async Task Push_and_pull_get_the_password_in_a_private_file_that_is_gone_afterwards(string verb)
    {
        var helm = FakeHelm.Write(_folder, $"""
            for argument; do case "$argument" in --registry-config=*) file="${"{"}argument#*={"}"}";; esac; done
            printf '%s' "$file" > '{_folder.Combine("path")}'
            ls -ld "$file" | cut -c1-10 > '{_folder.Combine("mode")}'
            cp "$file" '{_folder.Combine("copy")}'
            echo broken >&2
            exit 1
            """);
        var client = new HelmClient(_setup.Context, helm, Helms.V4);
        var registry = (RegistryReference)TargetReference.Parse("oci://example.com:5000/charts");
        var access = new HelmRegistryAccess(registry, PlainHttp: false, CaFile: null, "ci", new Secret(Value));
        var token = TestContext.Current.CancellationToken;

        var failure = await Assert.ThrowsAnyAsync<ChartReleaseException>(() => verb == "push"
            ? client.PushAsync("a.tgz", access, token)
            : client.PullAsync("app", "1.2.3", access, _folder.Path, token));

        Assert.Equal(FailureReason.ToolFailed, failure.Reason);
        Assert.Contains("broken", failure.Failure.Found, StringComparison.Ordinal);
        var auth = Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes($"ci:{Value}"));
        Assert.Equal("{\"auths\":{\"example.com:5000\":{\"auth\":\"" + auth + "\"}}}", await ReadAsync("copy"));
        Assert.Equal("-rw-------", (await ReadAsync("mode")).Trim());
        Assert.False(File.Exists(await ReadAsync("path")));
        Assert.DoesNotContain(auth, _setup.Log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", failure + _setup.Log.Text, StringComparison.Ordinal);
        Assert.Empty(Directory.GetDirectories(_folder.Path, ".pull-*"));
    }

    private Task<string> ReadAsync(string name) => File.ReadAllTextAsync(_folder.Combine(name), TestContext.Current.CancellationToken);

    private ChartReleaseException Fails(Action<string> command)
    {
        var helm = FakeHelm.Write(_folder, """
            echo "args $*" >&2
            echo "token $HELM_KUBETOKEN" >&2
            [ -t 0 ] || echo "stdin $(timeout 1 cat)" >&2
            echo "token $HELM_KUBETOKEN"
            exit 3
            """);
        var failure = Assert.ThrowsAny<ChartReleaseException>(() => command(helm));
        Assert.Equal(FailureReason.ToolFailed, failure.Reason);
        Assert.DoesNotContain("hunter2", failure.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", _setup.Log.Text, StringComparison.Ordinal);
        Assert.Contains("args", _setup.Log.Text, StringComparison.Ordinal);
        return failure;
    }
}
