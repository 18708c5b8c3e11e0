using Cake.ChartRelease.Helm;
using Cake.ChartRelease.Helm.Package;
using Cake.ChartRelease.Helm.Pull;
using Cake.ChartRelease.Helm.Repo;
using Cake.ChartRelease.Helm.Search;
using Cake.ChartRelease.Helm.Show;
using Cake.ChartRelease.Tests.Infrastructure;
using ChartRelease;
using ChartRelease.Testing.Registry;
using Microsoft.AspNetCore.Http;

namespace Cake.ChartRelease.Tests.Helm.Real;

/// <summary>Chart repositories over HTTP, with both real helms.</summary>
public sealed class ChartRepositoryTests
{
    private const string Password = "hunter2 \"x\"";

    public static TheoryData<string> Versions => [Helms.V3, Helms.V4];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task A_repository_is_indexed_added_searched_pulled_from_updated_and_removed(string version)
    {
        using var bed = await HelmBed.CreateAsync(version);
        Package(bed, "1.2.3");
        Package(bed, "1.3.0-rc.1");
        bed.Cake.HelmRepoIndex(bed.Folder.Combine("archives"), bed.Settings<HelmRepoIndexSettings>());
        await using var server = await ServerAsync(bed);

        bed.Cake.HelmRepoAdd("local", $"http://{server.Host}", bed.With(new HelmRepoAddSettings { Username = "ci", Password = new Secret(Password) }));

        Assert.Equal([new HelmRepository { Name = "local", Url = $"http://{server.Host}" }], bed.Cake.HelmRepoList(bed.Settings<HelmRepoListSettings>()));
        Assert.Equal(
            [new HelmFoundChart { Name = "local/app", Version = "1.2.3", AppVersion = "2.0", Description = "For tests" }],
            bed.Cake.HelmSearchRepo("app", bed.Settings<HelmSearchRepoSettings>()));
        Assert.Equal(
            ["1.3.0-rc.1", "1.2.3"],
            bed.Cake.HelmSearchRepo("", bed.With(new HelmSearchRepoSettings { Versions = true, Devel = true })).Select(chart => chart.Version));
        Assert.Contains("local/app", bed.Cake.HelmSearchRepoText("local/a.p", bed.With(new HelmSearchRepoSettings { Regexp = true })), StringComparison.Ordinal);
        Assert.Empty(bed.Cake.HelmSearchRepo("none", bed.Settings<HelmSearchRepoSettings>()));
        Assert.Throws<HelmFailedException>(() => bed.Cake.HelmSearchRepo("none", bed.With(new HelmSearchRepoSettings { FailOnNoResult = true })));

        Directory.CreateDirectory(bed.Folder.Combine("pulled"));
        bed.Cake.HelmPull("local/app", bed.With(new HelmPullSettings { Version = "1.2.3", Destination = bed.Folder.Combine("pulled") }));
        Assert.Equal(
            await File.ReadAllBytesAsync(bed.Folder.Combine("archives/app-1.2.3.tgz"), Token),
            await File.ReadAllBytesAsync(bed.Folder.Combine("pulled/app-1.2.3.tgz"), Token));

        bed.Cake.HelmRepoUpdate(bed.Settings<HelmRepoUpdateSettings>());
        bed.Cake.HelmRepoUpdate(["local"], bed.Settings<HelmRepoUpdateSettings>());
        bed.Cake.HelmRepoRemove("local", bed.Settings<HelmRepoRemoveSettings>());
        Assert.Empty(bed.Cake.HelmRepoList(bed.Settings<HelmRepoListSettings>()));
        Assert.DoesNotContain("hunter2", bed.Log, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task A_password_that_only_has_a_flag_reaches_the_repository_and_no_log(string version)
    {
        using var bed = await HelmBed.CreateAsync(version);
        Package(bed, "1.2.3");
        bed.Cake.HelmRepoIndex(bed.Folder.Combine("archives"), bed.With(new HelmRepoIndexSettings { Json = true }));
        await using var server = await ServerAsync(bed);
        HelmShowSettings Settings(string password)
        {
            var settings = bed.With(new HelmShowSettings { Repo = $"http://{server.Host}", Username = "ci", Password = new Secret(password) });

            // helm prefers a folder of the chart's name.
            settings.WorkingDirectory = bed.Folder.Combine("archives");
            return settings;
        }

        Assert.Contains("name: app", bed.Cake.HelmShowChart("app", Settings(Password)), StringComparison.Ordinal);
        var failure = Assert.Throws<HelmFailedException>(() => bed.Cake.HelmShowChart("app", Settings("hunter3")));

        Assert.Contains("--password=***", failure.CommandLine, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter", bed.Log + failure, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task A_hub_is_searched(string version)
    {
        using var bed = await HelmBed.CreateAsync(version);
        await using var hub = await ScriptedServer.StartAsync(Token);
        hub.On("GET", "q=redis", context => context.Response.WriteAsync(
            """
            {"data":[{"id":"shop/redis","artifactHub":{"packageUrl":"https://hub.example.com/redis"},
            "attributes":{"name":"redis","description":"A store","repo":{"name":"shop","url":"https://charts.example.com"}},
            "relationships":{"latestChartVersion":{"data":{"version":"21.2.14","app_version":"8.0"}}}}]}
            """,
            context.RequestAborted));

        Assert.Equal(
            new HelmHubChart
            {
                Url = "https://hub.example.com/redis",
                Version = "21.2.14",
                AppVersion = "8.0",
                Description = "A store",
                Repository = new HelmHubRepository { Name = "shop", Url = "https://charts.example.com" },
            },
            Assert.Single(bed.Cake.HelmSearchHub("redis", bed.With(new HelmSearchHubSettings { Endpoint = $"http://{hub.Host}" }))));
        Assert.Contains("https://charts.example.com", bed.Cake.HelmSearchHubText("redis", bed.With(new HelmSearchHubSettings
        {
            Endpoint = $"http://{hub.Host}",
            ListRepoUrl = true,
            MaximumColumnWidth = 200,
        })), StringComparison.Ordinal);
    }

    private static void Package(HelmBed bed, string version) => bed.Cake.HelmPackage(
        Charts.Clean(bed.Folder, "app", "icon: https://example.com/icon.svg\ndescription: For tests\nappVersion: \"2.0\"\n"),
        bed.With(new HelmPackageSettings { Version = version, Destination = bed.Folder.Combine("archives") }));

    private static async Task<ScriptedServer> ServerAsync(HelmBed bed)
    {
        var expected = "Basic " + Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes($"ci:{Password}"));
        var server = await ScriptedServer.StartAsync(Token);
        return server.On("GET", "^/", async context =>
        {
            if (context.Request.Headers.Authorization != expected)
            {
                context.Response.StatusCode = 401;
                return;
            }

            await context.Response.SendFileAsync(bed.Folder.Combine("archives" + context.Request.Path), context.RequestAborted);
        });
    }
}
