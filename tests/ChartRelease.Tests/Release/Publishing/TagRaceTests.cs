using ChartRelease.Release.Packaging;
using ChartRelease.Release.Planning;
using ChartRelease.Release.Publishing;
using ChartRelease.Testing;
using ChartRelease.Tests.Release.Support;

namespace ChartRelease.Tests.Release.Publishing;

public sealed class TagRaceTests
{
    private static readonly PackagedChart _chart = Packages.Create();
    private readonly MemoryRepository _repository = new();
    private readonly SteppedTime _time = new();

    [Fact]
    public async Task A_fresh_answer_is_believed()
    {
        await PublishAsync(Packages.Create(archive: "other"));

        Assert.True(await Race().MayTagAsync(ReleaseAssert.Token));
    }

    [Fact]
    public async Task After_a_long_upload_the_tag_is_looked_up_once_more()
    {
        var race = Race();
        _time.Advance(TagRace.FreshFor + TimeSpan.FromMilliseconds(1));

        Assert.True(await race.MayTagAsync(ReleaseAssert.Token));
        Assert.Null(race.Found);
    }

    [Fact]
    public async Task Who_wrote_the_same_meanwhile_has_done_our_work()
    {
        var race = Race();
        _time.Advance(TagRace.FreshFor * 2);
        await PublishAsync(_chart);

        Assert.False(await race.MayTagAsync(ReleaseAssert.Token));
        Assert.NotNull(race.Found);
    }

    [Fact]
    public async Task Who_wrote_something_else_meanwhile_has_won_and_is_named_by_digest()
    {
        var race = Race();
        _time.Advance(TagRace.FreshFor * 2);
        var other = Packages.Create(archive: "other");
        await PublishAsync(other);

        AssertNames(other, await ReleaseAssert.FailsAsync(FailureReason.VersionConflict, () => race.MayTagAsync(ReleaseAssert.Token)));
    }

    [Theory]
    [InlineData(0, 250)]
    [InlineData(100, 250)]
    [InlineData(400, 800)]
    [InlineData(60_000, 10_000)]
    public void The_tag_settles_for_twice_the_time_that_was_needed_within_bounds(int neededMilliseconds, int expectedMilliseconds)
    {
        var race = Race();
        _time.Advance(TimeSpan.FromMilliseconds(neededMilliseconds));

        Assert.Equal(TimeSpan.FromMilliseconds(expectedMilliseconds), _time.GetElapsedTime(_time.GetTimestamp(), race.SettledAt()));
    }

    [Fact]
    public async Task A_refused_overwrite_of_our_own_content_is_success()
    {
        await PublishAsync(_chart);

        await Race().AcceptRefusalAsync(Refusal(), ReleaseAssert.Token);
    }

    [Fact]
    public async Task A_refused_overwrite_of_other_content_names_both_digests()
    {
        var other = Packages.Create(archive: "other");
        await PublishAsync(other);

        AssertNames(other, await ReleaseAssert.FailsAsync(FailureReason.VersionConflict, () => Race().AcceptRefusalAsync(Refusal(), ReleaseAssert.Token)));
    }

    [Fact]
    public async Task A_refusal_to_write_an_absent_tag_stays_what_it_is()
    {
        var failure = await ReleaseAssert.FailsAsync(FailureReason.VersionConflict, () => Race().AcceptRefusalAsync(Refusal(), ReleaseAssert.Token));

        Assert.Equal("Immutable.", failure.Found);
    }

    [Fact]
    public async Task A_tag_that_settled_on_our_content_is_ours()
    {
        await PublishAsync(_chart);

        await SettleAsync();
    }

    [Fact]
    public async Task A_tag_that_another_publisher_wrote_over_is_not_ours()
    {
        await PublishAsync(_chart);
        var other = Packages.Create(archive: "other");
        await PublishAsync(other);

        AssertNames(other, await ReleaseAssert.FailsAsync(FailureReason.VersionConflict, SettleAsync));
    }

    [Fact]
    public Task A_tag_that_is_gone_is_told() => ReleaseAssert.FailsAsync(FailureReason.VerificationFailed, SettleAsync);

    [Fact]
    public async Task Nothing_is_looked_up_before_the_tag_has_settled()
    {
        var settledAt = _time.GetTimestamp() + _time.TimestampFrequency;
        await PublishAsync(Packages.Create(archive: "other"));
        var check = SettledTag.CheckAsync(Claim, settledAt, _time, ReleaseAssert.Token);

        _time.Advance(TimeSpan.FromMilliseconds(999));
        Assert.False(check.IsCompleted);
        await PublishAsync(_chart);
        _time.Advance(TimeSpan.FromMilliseconds(1));

        await check;
    }

    private static ChartReleaseException Refusal() => new(FailureReason.VersionConflict, "Immutable.", "Absent.", "Bump.");

    private static void AssertNames(PackagedChart other, Failure failure)
    {
        foreach (var chart in new[] { other, _chart })
        {
            Assert.Contains(chart.Manifest.Descriptor.Digest.Value, failure.Found, StringComparison.Ordinal);
            Assert.Contains(chart.Archive.Descriptor.Digest.Value, failure.Found, StringComparison.Ordinal);
        }
    }

    private TagClaim Claim => TagClaim.Of(_chart, _repository, ContentComparison.ConfigAndArchive);

    private TagRace Race() => new(Claim, _time, _time.GetTimestamp());

    private Task PublishAsync(PackagedChart chart) => _repository.PushManifestAsync(chart.Manifest, chart.Tag, ReleaseAssert.Token);

    private Task SettleAsync() =>
        SettledTag.CheckAsync(Claim, _time.GetTimestamp(), _time, ReleaseAssert.Token);
}
