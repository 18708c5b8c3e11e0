using ChartRelease.Release;
using ChartRelease.Tests.Release.Support;

namespace ChartRelease.Tests.Release;

public sealed class FailureListTests
{
    private static readonly Failure _first = new(FailureReason.Forbidden, "One.", "Yes one.", "Do one.") { Location = new SourceLocation("a", 1) };
    private static readonly Failure _second = new(FailureReason.Unauthorized, "Two.", "Yes two.", "Do two.");

    [Fact]
    public void No_failure_throws_nothing() => FailureList.ThrowIfAny([]);

    [Fact]
    public void One_failure_is_thrown_as_it_is() =>
        Assert.Same(_first, ReleaseAssert.Fails(FailureReason.Forbidden, () => FailureList.ThrowIfAny([_first])));

    [Fact]
    public void The_same_failure_of_several_charts_is_told_once() =>
        Assert.Same(_first, ReleaseAssert.Fails(FailureReason.Forbidden, () => FailureList.ThrowIfAny([_first, _first with { }])));

    [Fact]
    public void Several_are_thrown_as_one_that_holds_every_part_of_each()
    {
        var failure = ReleaseAssert.Fails(FailureReason.Forbidden, () => FailureList.ThrowIfAny([_first, _second]));

        Assert.All(
            ["a:1", "One.", "Yes one.", "Do one.", "Two.", "Yes two.", "Do two."],
            part => Assert.Contains(part, failure.Found, StringComparison.Ordinal));
        Assert.Null(failure.Location);
    }
}
