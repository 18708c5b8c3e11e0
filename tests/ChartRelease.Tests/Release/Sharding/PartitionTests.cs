using ChartRelease.Release.Sharding;
using ChartRelease.Tests.Release.Support;

namespace ChartRelease.Tests.Release.Sharding;

public sealed class PartitionTests
{
    [Fact]
    public void Jobs_cost_about_the_same()
    {
        List<Work> work = [new("a", 90, []), new("b", 50, []), new("c", 40, []), new("d", 10, [])];

        Assert.Equal(["a,d", "b,c"], Shared(work, 2));
    }

    [Fact]
    public void What_depends_on_each_other_stays_together_in_order()
    {
        List<Work> work = [new("a", 1, ["c"]), new("b", 1, []), new("c", 1, ["d", "elsewhere"]), new("d", 1, [])];

        Assert.Equal(["d,c,a", "b"], Shared(work, 2));
    }

    [Fact]
    public void The_order_of_the_work_does_not_matter_and_nothing_is_lost()
    {
        List<Work> work = [.. Enumerable.Range(0, 50).Select(index => new Work($"{index:00}", 1 + (index * 37 % 11), index % 7 == 0 && index > 0 ? [$"{index - 1:00}"] : []))];

        var jobs = Shared(work, 4);

        Assert.Equal(jobs, Shared([.. work.AsEnumerable().Reverse()], 4));
        Assert.Equal(work.Select(one => one.Name), jobs.SelectMany(job => job.Split(',')).Order(StringComparer.Ordinal));
        var costs = jobs.Select(job => job.Split(',').Sum(name => work.Single(one => one.Name == name).Cost)).ToList();
        Assert.InRange(costs.Max() - costs.Min(), 0, 11);
    }

    [Fact]
    public void More_jobs_than_work_leave_some_empty() => Assert.Equal(["a", "", ""], Shared([new("a", 1, [])], 3));

    [Theory]
    [InlineData("1/1", 1, 1)]
    [InlineData("2/4", 2, 4)]
    public void A_shard_is_an_index_and_a_count(string text, int index, int count)
    {
        Assert.Equal(new Shard(index, count), Shard.Parse(text));
        Assert.Equal(text, $"{Shard.Parse(text)}");
    }

    [Theory]
    [InlineData("0/4")]
    [InlineData("5/4")]
    [InlineData("1")]
    [InlineData("1/2/3")]
    [InlineData("-1/2")]
    [InlineData("a/b")]
    public void Anything_else_is_none(string text) => ReleaseAssert.Fails(FailureReason.InvalidSettings, () => Shard.Parse(text));

    private static IEnumerable<string> Shared(List<Work> work, int count) => Partition.Share(work, count).Select(job => string.Join(',', job));
}
