using ChartRelease.Release.Planning;
using ChartRelease.Release.Publishing;
using ChartRelease.Tests.Release.Support;

namespace ChartRelease.Tests.Release.Publishing;

public sealed class RefusalTests
{
    [Fact]
    public void A_plan_without_refusals_passes() =>
        Refusal.ThrowIfAny(new ReleasePlan([Plans.Chart("a", ("oci://one.example", ReleaseAction.Publish), ("oci://two.example", ReleaseAction.Skip))]));

    [Fact]
    public void A_refusal_names_the_reference_the_file_and_the_way_out()
    {
        var plan = new ReleasePlan([Plans.Chart("a", ("oci://one.example", ReleaseAction.Refuse))]);

        var failure = ReleaseAssert.Fails(FailureReason.VersionConflict, () => Refusal.ThrowIfAny(plan));

        Assert.Equal(new SourceLocation("helm/a/Chart.yaml"), failure.Location);
        Assert.Contains("oci://one.example/a:1.2.3", failure.Found, StringComparison.Ordinal);
        Assert.Contains("--target=BumpVersion", failure.Next, StringComparison.Ordinal);
        Assert.Contains("--charts=helm/a", failure.Next, StringComparison.Ordinal);
    }

    [Fact]
    public void All_refusals_are_named()
    {
        var plan = new ReleasePlan(
        [
            Plans.Chart("a", ("oci://one.example", ReleaseAction.Refuse), ("oci://two.example", ReleaseAction.Refuse)),
            Plans.Chart("b", ("oci://one.example", ReleaseAction.Publish)),
            Plans.Chart("c", ("oci://one.example", ReleaseAction.Refuse)),
        ]);

        var failure = ReleaseAssert.Fails(FailureReason.VersionConflict, () => Refusal.ThrowIfAny(plan));

        Assert.All(
            ["oci://one.example/a:1.2.3", "oci://two.example/a:1.2.3", "oci://one.example/c:1.2.3", "helm/a/Chart.yaml", "helm/c/Chart.yaml"],
            part => Assert.Contains(part, failure.Found, StringComparison.Ordinal));
        Assert.DoesNotContain("/b:", failure.Found, StringComparison.Ordinal);
    }
}
