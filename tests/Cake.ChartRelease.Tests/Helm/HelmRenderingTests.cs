using Cake.ChartRelease.Helm;
using Cake.ChartRelease.Helm.Package;
using Cake.ChartRelease.Helm.Pull;
using Cake.ChartRelease.Helm.Push;
using Cake.ChartRelease.Helm.Registry;
using Cake.ChartRelease.Helm.Show;
using Cake.ChartRelease.Helm.Template;
using Cake.ChartRelease.Helm.Verify;
using Cake.ChartRelease.Tests.Helm.Commands;
using Cake.ChartRelease.Tests.Infrastructure;
using Cake.Core;
using Cake.Core.IO;
using Cake.Core.Tooling;
using ChartRelease;
using NSubstitute;

namespace Cake.ChartRelease.Tests.Helm;

public sealed class HelmRenderingTests
{
    private static readonly FilePath AnyFile = typeof(HelmRenderingTests).Assembly.Location;

    private readonly RecordingProcessRunner _runner = new()
    {
        Output =
        [
            "1 chart(s) linted, 0 chart(s) failed",
            "Successfully packaged chart and saved it to: /out/app-1.2.3.tgz",
            "Pushed: host/app:1.2.3",
            "Digest: sha256:00",
        ],
    };

    private readonly ICakeContext _context;

    public HelmRenderingTests() => _context = new CakeSetup(_ => _runner).Context;

    [Fact]
    public void Settings_that_say_nothing_add_nothing() => Assert.All(HelmCommands.All, command =>
    {
        var runner = new RecordingProcessRunner { Output = command.Output.Split('\n') };
        var settings = With(command.NewSettings());
        if (settings is HelmRegistryLoginSettings login)
        {
            (login.Username, login.Password) = ("me", new Secret("hidden"));
        }

        command.Run(new CakeSetup(_ => runner).Context, settings, command.Arguments);

        string[] demanded = command.Verb switch
        {
            "dependency list" => ["--max-col-width=4096"],
            "registry login" => ["--username=me", "--password-stdin"],
            _ => [],
        };
        Assert.Equal(string.Join(' ', [command.Verb, .. demanded, .. command.Arguments]), runner.CommandLine);
    });

    [Theory]
    [InlineData(Helms.V3)]
    [InlineData(Helms.V4)]
    public void All_settings_together_render_each_flag_of_this_helm(string version)
    {
        var lines = from command in HelmCommands.All
                    where command.Lines.Contains(version)
                    select $"{string.Join(' ', RenderAll(command, version))}\n";

        Assert.Equal(File.ReadAllText(System.IO.Path.Combine(AppContext.BaseDirectory, "Helm", "Commands", $"all-options-{version}.txt")), string.Concat(lines));
    }

    [Fact]
    public void Global_flags_come_first()
    {
        _context.HelmVerify("app.tgz", With(new HelmVerifySettings
        {
            Debug = true,
            Namespace = "my space",
            RegistryConfig = "registry.json",
            RepositoryConfig = "repositories.yaml",
            RepositoryCache = "cache",
            ContentCache = "content",
            Color = HelmColor.Never,
            Kube = { Context = "prod", AsGroups = { "a", "b" }, InsecureSkipTlsVerify = true, BurstLimit = 7, Qps = 1.5f },
            Keyring = "ring.gpg",
        }));

        Assert.Equal(
            "verify --debug \"--namespace=my space\" --registry-config=registry.json --repository-config=repositories.yaml "
            + "--repository-cache=cache --content-cache=content --color=never --kube-context=prod --kube-insecure-skip-tls-verify "
            + "--kube-as-group=a --kube-as-group=b --burst-limit=7 --qps=1.5 --keyring=ring.gpg app.tgz",
            _runner.CommandLine);
    }

    [Fact]
    public void Values_are_escaped_for_helm_and_for_the_process()
    {
        _context.HelmTemplate("app", With(new HelmTemplateSettings
        {
            ReleaseName = "demo",
            Values =
            {
                Files = { "a.yaml", "b,c \"d\".yaml" },
                Set = { ["a.b"] = "x,y=z", ["list"] = "{1}", ["path"] = @"C:\temp" },
                SetString = { ["n"] = "say \"hi\"" },
                SetJson = { ["j"] = """{"k":[1,2]}""" },
                SetFile = { ["f"] = @"dir\file,1" },
                SetLiteral = { ["l"] = @"a,b\c" },
            },
        }));

        Assert.Equal(
            """template --values=a.yaml "--values=\"b,c \"\"d\"\".yaml\"" "--set-json=j={\"k\":[1,2]}" --set=a.b=x\,y=z --set=list=\{1} """
            + """--set=path=C:\\temp "--set-string=n=say \"hi\"" --set-file=f=dir\\file\,1 --set-literal=l=a,b\c demo app""",
            _runner.CommandLine);
    }

    [Fact]
    public void The_flags_of_an_installation_are_shared_by_template()
    {
        _context.HelmTemplate("app", With(new HelmTemplateSettings
        {
            Labels = { ["team"] = "a" },
            PostRenderer = "fix",
            PostRendererArguments = { "one two" },
            Apply = { OperationTimeout = TimeSpan.FromSeconds(90.5), ServerSide = HelmServerSide.Off, WaitStrategy = HelmWaitStrategy.Legacy, DryRun = HelmDryRun.Client },
            ApiVersions = { "v1/A" },
            ShowOnly = { "templates/a.yaml" },
            IncludeCrds = true,
        }));

        Assert.Equal(
            "template --labels=team=a --post-renderer=fix \"--post-renderer-args=one two\" --timeout=90.5s --wait=legacy "
            + "--dry-run=client --server-side=false --api-versions=v1/A --include-crds --show-only=templates/a.yaml app",
            _runner.CommandLine);
    }

    [Fact]
    public void Package_push_and_pull_render_their_own_flags()
    {
        _context.HelmPackage("app", With(new HelmPackageSettings
        {
            Destination = "out dir",
            Version = "1.0.0",
            AppVersion = "v2",
            Sign = true,
            Key = "me",
            Keyring = "ring",
            PassphraseFile = "pass",
        }));
        Assert.Equal(
            "package \"--destination=out dir\" --version=1.0.0 --app-version=v2 --sign --key=me --keyring=ring --passphrase-file=pass app",
            _runner.CommandLine);

        _context.HelmPush("app.tgz", "oci://host", With(new HelmPushSettings
        {
            CaFile = "ca.pem",
            CertFile = "cert.pem",
            KeyFile = "key.pem",
            InsecureSkipTlsVerify = true,
            PlainHttp = true,
        }));
        Assert.Equal(
            "push --ca-file=ca.pem --cert-file=cert.pem --key-file=key.pem --insecure-skip-tls-verify --plain-http app.tgz oci://host",
            _runner.CommandLine);

        _context.HelmPull("app", With(new HelmPullSettings
        {
            Version = ">=1 <2",
            Repo = "https://example.com",
            Devel = true,
            Verify = true,
            Untar = true,
            UntarDirectory = "x",
            Provenance = true,
        }));
        Assert.Equal(
            "pull \"--version=>=1 <2\" --devel --repo=https://example.com --verify --prov --untar --untardir=x app",
            _runner.CommandLine);
    }

    [Fact]
    public void Something_that_looks_like_a_flag_stays_an_argument()
    {
        _context.HelmShowChart("--help", With(new HelmShowSettings()));

        Assert.Equal("show chart -- --help", _runner.CommandLine);
    }

    [Fact]
    public void The_callers_settings_are_not_changed() => Assert.All(HelmCommands.All, command =>
    {
        var settings = With(command.NewSettings());
        foreach (var leaf in command.LeavesOf(Helms.V4))
        {
            leaf.Fill(settings);
        }

        var before = Describe(settings);
        command.Run(new CakeSetup(_ => new RecordingProcessRunner { Output = command.Output.Split('\n') }).Context, settings, command.Arguments);

        Assert.Equal(before, Describe(settings));
    });

    [Fact]
    public void Time_zone_and_locale_are_fixed_and_the_callers_variables_win()
    {
        var variables = new Dictionary<string, string> { ["LC_ALL"] = "de" };

        _context.HelmPackage("app", With(new HelmPackageSettings { EnvironmentVariables = variables }));

        Assert.Equal("UTC", _runner.Started[^1].EnvironmentVariables["TZ"]);
        Assert.Equal("de", _runner.Started[^1].EnvironmentVariables["LC_ALL"]);
    }

    [Fact]
    public void A_login_without_a_password_does_not_wait_for_the_terminal()
    {
        var failure = Assert.Throws<HelmSettingsException>(
            () => _context.HelmRegistryLogin("host", With(new HelmRegistryLoginSettings { Username = "ci" })));

        Assert.Equal(FailureReason.InvalidSettings, failure.Reason);
        Assert.Empty(_runner.Started);
    }

    [Fact]
    public void A_known_path_is_not_searched_for()
    {
        var tools = Substitute.For<IToolLocator>();

        new CakeSetup(_ => _runner, tools).Context.HelmVerify("app.tgz", With(new HelmVerifySettings()));

        Assert.Empty(tools.ReceivedCalls());
    }

    private static IEnumerable<string> RenderAll(HelmCommand command, string version)
    {
        var settings = command.NewSettings();
        foreach (var leaf in SettingsLeaf.Of(settings).Where(leaf => command.Render(leaf, version).Any()))
        {
            leaf.Fill(settings);
        }

        var arguments = new HelmArguments(version).Verb(command.Verb);
        settings.Render(arguments);
        return arguments.Positionals(command.Arguments).Builder.Select(argument => argument.Render());
    }

    private static List<string> Describe(HelmSettings settings) =>
    [
        .. SettingsLeaf.Of(settings).Select(leaf => leaf.ValueIn(settings) switch
        {
            IDictionary<string, string> dictionary => string.Join(',', dictionary),
            IDictionary<string, Secret> secrets => string.Join(',', secrets),
            IList<string> list => string.Join(',', list),
            var value => value?.ToString() ?? "",
        }),
        string.Join(',', settings.EnvironmentVariables ?? new Dictionary<string, string>()),
        settings.ToolPath.FullPath,
    ];

    private static T With<T>(T settings)
        where T : HelmSettings
    {
        settings.ToolPath = AnyFile;
        settings.HelmVersion ??= "4.1.4";
        return settings;
    }
}
