using System.Text.Json;
using ChartRelease.Release.Planning;
using ChartRelease.Release.Reporting;
using ChartRelease.Tests.Release.Support;

namespace ChartRelease.Tests.Release.Reporting;

public sealed class ReleasePlanMatrixTests
{
    private const string Target = "oci://one.example";

    [Fact]
    public void Each_chart_to_publish_is_a_job_and_those_that_depend_on_each_other_share_one()
    {
        var plan = new ReleasePlan(
        [
            Plans.Chart("a", (Target, ReleaseAction.Publish)) with { DependsOn = ["c", "d"] },
            Plans.Chart("b", (Target, ReleaseAction.Publish)),
            Plans.Chart("c", (Target, ReleaseAction.Publish)),
            Plans.Chart("d", (Target, ReleaseAction.Skip)),
            Plans.Chart("e", (Target, ReleaseAction.BumpNeeded)),
        ]);

        Assert.Equal(
            """{"include":[{"name":"c-1.2.3 a-1.2.3","charts":"helm/c,helm/a"},{"name":"b-1.2.3","charts":"helm/b"}]}""" + "\n",
            ReleasePlanMatrix.Render(plan));
    }

    [Fact]
    public void Nothing_to_publish_is_an_empty_matrix() =>
        Assert.Equal("{\"include\":[]}\n", ReleasePlanMatrix.Render(new ReleasePlan([Plans.Chart("a", (Target, ReleaseAction.Skip))])));

    [Fact]
    public void There_are_no_more_jobs_than_a_matrix_may_have()
    {
        var plan = new ReleasePlan([.. Enumerable.Range(0, 300).Select(index => Plans.Chart($"c{index:000}", (Target, ReleaseAction.Publish)))]);

        using var json = JsonDocument.Parse(ReleasePlanMatrix.Render(plan));

        var jobs = json.RootElement.GetProperty("include").EnumerateArray().Select(job => job.GetProperty("charts").GetString()!.Split(',')).ToList();
        Assert.Equal(ReleasePlanMatrix.MostJobs, jobs.Count);
        Assert.Equal(300, jobs.SelectMany(job => job).Distinct().Count());
        Assert.All(jobs, job => Assert.InRange(job.Length, 1, 2));
    }
}
