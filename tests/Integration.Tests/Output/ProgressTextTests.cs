using Cake.Frosting.ChartRelease;
using ChartRelease.Oci;
using ChartRelease.Release.Progress;

namespace ChartRelease.Integration.Output;

public sealed class ProgressTextTests
{
    [Theory]
    [InlineData(0, "0 B")]
    [InlineData(999, "999 B")]
    [InlineData(1000, "1.0 kB")]
    [InlineData(12_345_678, "12.3 MB")]
    [InlineData(3_200_000_000, "3.2 GB")]
    public void Sizes_are_told_in_decimal_units(long bytes, string text) => Assert.Equal(text, ProgressText.Size(bytes));

    [Fact]
    public void A_part_is_told_in_the_unit_of_the_whole() => Assert.Equal("0.5 of 20.0 MB", ProgressText.Part(500_000, 20_000_000));

    [Theory]
    [InlineData(0.04, "0.0 s")]
    [InlineData(9.94, "9.9 s")]
    [InlineData(59, "59 s")]
    [InlineData(185, "3 min 5 s")]
    public void Times_are_told_as_exactly_as_they_matter(double seconds, string text) =>
        Assert.Equal(text, ProgressText.Time(TimeSpan.FromSeconds(seconds)));

    [Theory]
    [InlineData("oci://ghcr.io/acme/charts", "ghcr.io")]
    [InlineData("oci://127.0.0.1:5000", "127.0.0.1:5000")]
    [InlineData("oci-layout:artifacts/registry", "artifacts/registry")]
    public void A_target_is_told_by_where_it_is(string target, string host) => Assert.Equal(host, ProgressText.Host(target));

    [Fact]
    public void What_ended_has_one_line_with_reference_result_bytes_and_retries()
    {
        var time = new HandTime();
        var digest = Digest.Of("manifest"u8);
        var board = new ProgressBoard(Boards.Pushing("a", "b", "c"), time).With(new StepStarted(Boards.Step("a"), 1500));
        time.Advance(TimeSpan.FromSeconds(2));
        board.With(
            new StepMoved(Boards.Step("a"), 1500),
            new RequestRepeated(Boards.Step("a").Repository),
            new StepEnded(Boards.Step("a"), StepOutcome.Published),
            new StepEnded(Boards.Step("b"), StepOutcome.Skipped),
            new StepStarted(Boards.Step("c"), 10),
            new StepEnded(Boards.Step("c"), StepOutcome.ReadBack, digest));

        Assert.Equal(
            [
                "oci://ghcr.io/acme/charts/a:1.2.0: published, 1.5 kB sent in 2.0 s, 1 retry",
                "oci://ghcr.io/acme/charts/b:1.2.0: skipped, the same is there",
                $"oci://ghcr.io/acme/charts/c:1.2.0: read back, {digest}",
            ],
            board.Look().Rows.Select(ProgressText.Ended));
    }

    [Fact]
    public void Where_no_bytes_were_counted_none_are_told()
    {
        var board = new ProgressBoard(Boards.Pushing("a"), new HandTime())
            .With(new StepStarted(Boards.Step("a"), 1500), new StepEnded(Boards.Step("a"), StepOutcome.Published));

        Assert.Equal("oci://ghcr.io/acme/charts/a:1.2.0: published in 0.0 s", ProgressText.Ended(board.Look().Rows[0]));
    }
}
