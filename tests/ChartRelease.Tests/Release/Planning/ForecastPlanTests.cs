using ChartRelease.Charts;
using ChartRelease.Git;
using ChartRelease.Oci;
using ChartRelease.Release.History;
using ChartRelease.Release.Planning;
using ChartRelease.Release.Reporting;
using ChartRelease.Tests.Release.Support;
using Semver;

namespace ChartRelease.Tests.Release.Planning;

/// <summary>What a plan says of the next versions; that the bump does the same is <see cref="History.ForecastPropertyTests"/>.</summary>
public sealed class ForecastPlanTests
{
    private const string Target = "oci://one.example/charts";

    [Fact]
    public void A_chart_that_depends_on_a_changed_one_by_the_registry_follows_and_the_plan_says_why()
    {
        var plan = Forecast(ReleaseAction.Skip, Released("1.2.3"), web: true);

        var web = plan.Charts[1];
        Assert.Equal(("1.2.4", "depends on app 1.3.0"), ($"{web.Forecast!.Next.Version}", web.Forecast.Next.Why));
        Assert.Equal("why Skip; 1.2.4 for \"depends on app 1.3.0\"", PlanWords.Of(web).Why(web.Targets[0]));
        Assert.Empty(plan.Notices);
    }

    [Fact]
    public void A_next_version_that_another_branch_released_is_told_as_the_refusal_it_would_be()
    {
        var plan = Forecast(ReleaseAction.BumpNeeded, [.. Released("1.2.3"), new KnownRelease(SemVersion.Parse("1.3.0")) { Tag = "app-1.3.0" }]);

        var notice = Assert.Single(plan.Notices);
        Assert.StartsWith("--bump=auto would be refused: app 1.3.0 is released already, as the Git tag app-1.3.0 says.", notice, StringComparison.Ordinal);
        Assert.Contains("--chart-version", notice, StringComparison.Ordinal);
        Assert.Equal("1.3.0", $"{plan.Charts[0].Forecast!.Next.Version}");
    }

    [Fact]
    public void A_version_that_a_build_gives_a_chart_does_not_hide_that_the_committed_one_has_to_move()
    {
        var plan = Forecast(ReleaseAction.Publish, Released("1.2.3"), version: "9.0.0");

        Assert.Equal("1.3.0", $"{plan.Charts[0].Forecast!.Next.Version}");
        Assert.True(plan.Charts[0].Forecast!.NeedsBump);
    }

    /// <summary>The plan of <c>app</c>, which has a feature since 1.2.3, and of <c>web</c>, which depends on it and has not changed.</summary>
    private static ReleasePlan Forecast(ReleaseAction action, IReadOnlyList<KnownRelease> releases, bool web = false, string version = "1.2.3")
    {
        var on = new ChartDependency { Name = "app", Version = "^1.2.0", Repository = Target };
        List<PlannedChart> charts = [Plans.Chart(Packages.Create(version: version), (Target, action))];
        List<ChartHistory> histories =
            [Of("app", releases) with { HasChanged = true, Commits = [new ChartCommit(new GitCommit("1", default, "", "feat: more"), IsOwn: true)] }];
        if (web)
        {
            charts.Add(Plans.Chart(Packages.Create(Packages.Metadata("web") with { Dependencies = [on] }), (Target, action)));
            histories.Add(Of("web", Released("1.2.3")) with { HasChanged = false });
        }

        return ForecastPlan.Add(new ReleasePlan(charts), new ReleaseHistory("1", histories, []), [TargetReference.Parse(Target)]);
    }

    private static ChartHistory Of(string name, IReadOnlyList<KnownRelease> releases) => new()
    {
        Name = name,
        Folder = $"helm/{name}",
        Version = SemVersion.Parse("1.2.3"),
        Releases = releases,
        LastRelease = releases[0],
        Base = releases[0],
    };

    private static KnownRelease[] Released(string version) => [new KnownRelease(SemVersion.Parse(version)) { Commit = "0", IsAncestor = true }];
}
