using System.Text;
using ChartRelease.Release.Packaging;
using ChartRelease.Release.Planning;
using ChartRelease.Release.Reporting;
using ChartRelease.Release.Saved;
using ChartRelease.Tests.Release.Support;

namespace ChartRelease.Tests.Release.Saved;

public sealed class PlanComparisonTests
{
    private const string One = "oci://one.example";
    private const string Two = "oci://two.example";

    private static readonly PackagedChart _a = Packages.Create("a");
    private static readonly PackagedChart _b = Packages.Create("b");

    private static readonly ReleasePlan _plan = new(
    [
        Plans.Chart(_a, (One, ReleaseAction.Publish), (Two, ReleaseAction.Skip)),
        Plans.Chart(_b, (One, ReleaseAction.Publish)),
    ])
    {
        Commit = "0123456789abcdef",
    };

    [Fact]
    public void The_same_plan_is_executed() => Compare(_plan);

    [Fact]
    public void What_the_plan_publishes_may_be_there_already() =>
        Compare(_plan with { Charts = [Plans.Chart(_a, (One, ReleaseAction.Skip), (Two, ReleaseAction.Skip)), _plan.Charts[1]] });

    [Fact]
    public void Another_commit_is_told_with_the_way_back()
    {
        var failure = Fails(_plan with { Commit = "fedcba9876543210" });

        Assert.Contains("the commit was 0123456789ab and is fedcba987654", failure.Found, StringComparison.Ordinal);
        Assert.Contains("--commit=0123456789abcdef", failure.Next, StringComparison.Ordinal);
    }

    [Fact]
    public void Everything_that_moved_is_told_at_once()
    {
        var other = Packages.Create("a", "1.2.4", "other");
        var failure = Fails(_plan with { Charts = [Plans.Chart(other, (One, ReleaseAction.Refuse)), Plans.Chart("c", (One, ReleaseAction.Publish))] });

        Assert.Contains("a was 1.2.3 and is 1.2.4", failure.Found, StringComparison.Ordinal);
        Assert.Contains("the archive of a is another one", failure.Found, StringComparison.Ordinal);
        Assert.Contains($"{Two} is no target of a any more", failure.Found, StringComparison.Ordinal);
        Assert.Contains($"{One}/a:1.2.4 was to publish, and now: refuse, why Refuse", failure.Found, StringComparison.Ordinal);
        Assert.Contains("b is gone", failure.Found, StringComparison.Ordinal);
        Assert.Contains("c is new", failure.Found, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ReleaseAction.Skip, ReleaseAction.Publish)]
    [InlineData(ReleaseAction.Publish, ReleaseAction.Unknown)]
    [InlineData(ReleaseAction.Publish, ReleaseAction.BumpNeeded)]
    [InlineData(ReleaseAction.Refuse, ReleaseAction.Refuse)]
    [InlineData(ReleaseAction.BumpNeeded, ReleaseAction.BumpNeeded)]
    public void An_action_that_moved_or_is_none_to_take_is_refused(ReleaseAction before, ReleaseAction now)
    {
        var saved = _plan with { Charts = [Plans.Chart(_b, (One, before))] };

        Fails(_plan with { Charts = [Plans.Chart(_b, (One, now))] }, saved);
    }

    [Fact]
    public void A_new_target_is_told() =>
        Assert.Contains($"{Two} is a new target of b", Fails(_plan with { Charts = [_plan.Charts[0], Plans.Chart(_b, (One, ReleaseAction.Publish), (Two, ReleaseAction.Publish))] }).Found, StringComparison.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"schemaVersion": 2, "commit": "1", "charts": []}""")]
    [InlineData("""{"schemaVersion": 1, "commit": null, "charts": []}""")]
    [InlineData("""{"schemaVersion": 1, "commit": "1", "charts": [{"name": "a"}]}""")]
    [InlineData("""{"schemaVersion": 1, "commit": "1", "charts": {}}""")]
    public void What_is_no_plan_is_refused(string json)
    {
        var failure = ReleaseAssert.Fails(FailureReason.InvalidSettings, () => SavedPlan.Parse(Encoding.UTF8.GetBytes(json), "plan.json"));

        Assert.Contains("plan.json", failure.Found, StringComparison.Ordinal);
    }

    private static void Compare(ReleasePlan now, ReleasePlan? saved = null) =>
        PlanComparison.ThrowIfMoved(SavedPlan.Parse(ReleasePlanJson.Serialize(saved ?? _plan), "plan.json"), now, "plan.json");

    private static Failure Fails(ReleasePlan now, ReleasePlan? saved = null) =>
        ReleaseAssert.Fails(FailureReason.PlanOutdated, () => Compare(now, saved));
}
