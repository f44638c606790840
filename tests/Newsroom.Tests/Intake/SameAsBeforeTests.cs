using Wireroom.Newsroom.Intake.Dedupe;
using Wireroom.Storage;
using Wireroom.Stories;
using Wireroom.Wire;

namespace Wireroom.Newsroom.Tests.Intake;

public sealed class SameAsBeforeTests
{
    private static readonly StoryId Story = new(1);

    [Fact]
    public void What_was_never_here_is_new() => Assert.Equal(ArrivalDecision.New, Decide(1, "a", []));

    [Fact]
    public void The_same_version_with_the_same_content_is_a_repeat() => Assert.Equal(ArrivalDecision.Repeat, Decide(2, "b", [Known(1, "a"), Known(2, "b")]));

    [Fact]
    public void A_version_that_was_here_before_the_newest_is_a_repeat_too() => Assert.Equal(ArrivalDecision.Repeat, Decide(1, "a", [Known(1, "a"), Known(2, "b")]));

    [Fact]
    public void A_higher_version_is_an_update() => Assert.Equal(ArrivalDecision.Update, Decide(3, "c", [Known(1, "a"), Known(2, "b")]));

    [Fact]
    public void Changed_content_without_versions_is_an_update() => Assert.Equal(ArrivalDecision.Update, Decide(null, "b", [Known(null, "a")]));

    [Fact]
    public void Unchanged_content_without_versions_is_a_repeat() => Assert.Equal(ArrivalDecision.Repeat, Decide(null, "a", [Known(null, "a")]));

    [Fact]
    public void Content_that_goes_back_to_what_it_was_is_an_update() => Assert.Equal(ArrivalDecision.Update, Decide(null, "a", [Known(null, "a"), Known(null, "b")]));

    [Fact]
    public void An_older_version_that_comes_late_is_late() => Assert.Equal(ArrivalDecision.Late, Decide(2, "b", [Known(1, "a"), Known(3, "c")]));

    [Fact]
    public void A_late_version_does_not_stand_for_the_newest()
    {
        KnownItem[] known = [Known(1, "a"), Known(3, "c"), Known(2, "b")];
        Assert.Equal(ArrivalDecision.Repeat, Decide(3, "c", known));
        Assert.Equal(ArrivalDecision.Update, Decide(4, "d", known));
        Assert.Equal(3, SameAsBefore.Newest(known)!.Version);
    }

    [Fact]
    public void Changed_content_under_the_same_version_is_an_update() => Assert.Equal(ArrivalDecision.Update, Decide(1, "b", [Known(1, "a")]));

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void A_kill_kills_whatever_its_version(long version) =>
        Assert.Equal(ArrivalDecision.Kill, Decide(version, "k", [Known(2, "a")], WireSignal.Withdrawal));

    [Fact]
    public void A_kill_sent_twice_is_a_repeat() =>
        Assert.Equal(ArrivalDecision.Repeat, Decide(3, "k", [Known(2, "a"), Known(3, "k", WireSignal.Withdrawal)], WireSignal.Withdrawal));

    [Fact]
    public void A_kill_before_its_item_is_remembered_and_the_item_arrives_dead()
    {
        Assert.Equal(ArrivalDecision.KillBeforeItem, Decide(2, "k", [], WireSignal.Withdrawal));
        Assert.Equal(ArrivalDecision.Dead, Decide(1, "a", [Known(2, "k", WireSignal.Withdrawal) with { Story = null }]));
    }

    [Fact]
    public void What_was_killed_does_not_come_back() =>
        Assert.Equal(ArrivalDecision.Late, Decide(4, "d", [Known(1, "a"), Known(2, "k", WireSignal.Withdrawal)]));

    [Fact]
    public void A_hold_binds_a_known_story_and_a_newer_version_is_an_update()
    {
        Assert.Equal(ArrivalDecision.Hold, Decide(2, "h", [Known(1, "a")], WireSignal.Hold));
        Assert.Equal(ArrivalDecision.Update, Decide(3, "c", [Known(1, "a"), Known(2, "h", WireSignal.Hold)]));
    }

    [Fact]
    public void A_note_to_editors_does_not_take_the_place_of_the_copy() =>
        Assert.Equal(ArrivalDecision.Note, Decide(2, "n", [Known(1, "a")], WireSignal.Advisory));

    [Fact]
    public void A_test_of_the_line_is_never_a_story() => Assert.Equal(ArrivalDecision.Note, Decide(null, "t", [], WireSignal.Test));

    private static ArrivalDecision Decide(long? version, string hash, IReadOnlyList<KnownItem> known, WireSignal signal = WireSignal.New) =>
        SameAsBefore.Decide(signal, version, hash, known);

    private static KnownItem Known(long? version, string hash, WireSignal signal = WireSignal.New) => new(0, Story, version, hash, signal);
}
