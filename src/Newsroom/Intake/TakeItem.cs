using Wireroom.Newsroom.Intake.Dedupe;
using Wireroom.Newsroom.Intake.Planning;
using Wireroom.Newsroom.Intake.Routing;
using Wireroom.Newsroom.Intake.Withdrawals;
using Wireroom.Storage;
using Wireroom.Stories;
using Wireroom.Stories.Routing;
using Wireroom.Wire;

namespace Wireroom.Newsroom.Intake;

/// <summary>Takes the items of one document, one after the other: same as before?, ask the rules, store, link to its copies, tell the desk what it must know, release.</summary>
internal sealed class TakeItem(Store store, Delivery delivery, Source source, HouseFacts house, ArrivalReport report)
{
    private readonly KnownBefore known = new(store, source, house.Sources);
    private readonly CarryKill kill = new(store, source, house.Sources);
    private readonly LinkCopies copies = new(store);
    private readonly RoutingNames names = house.Names;
    private readonly HashSet<StoryId> releasedByRule = [];

    /// <summary>Takes one item; returns it with its story where the wire's copy is now its newest version and may go out.</summary>
    public async Task<(StoryId Story, TakenItem Taken)?> TakeAsync(TakenItem taken, bool isCutOff, CancellationToken cancel)
    {
        if (TakeEvent.Is(taken.Item))
        {
            report.Planned(taken, await TakeEvent.TakeAsync(store, TakeEvent.Of(taken.Item, source.Slug, taken.Copy.Section, house.Zone), house.Zone, Signals.Agency(source), cancel).ConfigureAwait(false));
            return null;
        }

        // Same as before?
        var before = await known.FindAsync(taken, cancel).ConfigureAwait(false);
        if (before.Ambiguous.Count > 0 && taken.Item.Signal is WireSignal.Withdrawal or WireSignal.Hold)
        {
            await HoldAllAsync(taken, before.Ambiguous, cancel).ConfigureAwait(false);
            return null;
        }

        var story = before.Items.LastOrDefault(item => item.Story is not null)?.Story;
        var decision = SameAsBefore.Decide(taken.Item.Signal, taken.Item.Version, taken.ContentHash, before.Items);
        // The last item of a document that was cut off may be half of what it was: never over a whole one.
        if (decision is ArrivalDecision.Update && isCutOff)
            decision = ArrivalDecision.Note;
        // What has been sent anew since is not laid over by its older document.
        if ((delivery.IsReplay || delivery.IsFinished) && before.Items.Any(item => item.ArrivedAt > taken.ArrivedAt))
        {
            if (delivery.IsReplay && decision is not (ArrivalDecision.New or ArrivalDecision.Repeat))
                decision = ArrivalDecision.Repeat;
            else if (decision is ArrivalDecision.Update)
                decision = ArrivalDecision.Late;
        }

        // Store; the store rings when the whole document stands.
        switch (decision)
        {
            case ArrivalDecision.New:
                var routed = Ask(taken, taken.Item.Signal is WireSignal.Hold ? AskRules.HoldsStay : null);
                taken = taken with { Copy = routed.Of(taken.Copy), Desk = routed.Desk };
                if (routed.Drop)
                {
                    await store.RememberAsync(taken, null, cancel).ConfigureAwait(false);
                    report.Dropped(taken, routed.Trace);
                    await AlertAsync(routed, taken, null, cancel).ConfigureAwait(false);
                    return null;
                }

                story = await store.TakeNewAsync(taken, cancel).ConfigureAwait(false);
                report.Taken(taken, story.Value, decision, routed.Trace);
                await FollowAsync(routed, taken, story.Value, cancel).ConfigureAwait(false);
                await LinkAsync(story.Value, taken, cancel).ConfigureAwait(false);
                if (before.KilledByName)
                    await kill.HoldNamedAsync(taken, story.Value, cancel).ConfigureAwait(false);
                else if (taken.Item.Signal is WireSignal.Hold)
                    await TellHoldAsync(taken, story.Value, cancel).ConfigureAwait(false);
                return (story.Value, taken);
            case ArrivalDecision.Update:
                return await UpdateAsync(taken, story!.Value, cancel).ConfigureAwait(false);
            case ArrivalDecision.Kill:
                await kill.KillAsync(taken, story!.Value, cancel).ConfigureAwait(false);
                report.Updated(taken, story.Value, decision);
                break;
            case ArrivalDecision.Hold:
                await store.TakeHoldAsync(taken, story!.Value, cancel).ConfigureAwait(false);
                await TellHoldAsync(taken, story.Value, cancel).ConfigureAwait(false);
                report.Updated(taken, story.Value, decision);
                break;
            case ArrivalDecision.Dead:
                story = await store.TakeNewAsync(taken, cancel).ConfigureAwait(false);
                await store.WithdrawAsync(story.Value, new Withdrawal($"{Signals.Agency(source)} withdrew it before it arrived."), Store.ByWire, cancel).ConfigureAwait(false);
                await copies.LinkAsync(story.Value, taken.Copy, cancel).ConfigureAwait(false);
                report.Taken(taken, story.Value, decision);
                break;
            case ArrivalDecision.Repeat:
                report.Repeated(taken, story, decision);
                break;
            default:
                await store.RememberAsync(taken, story, cancel).ConfigureAwait(false);
                if (decision is ArrivalDecision.KillBeforeItem && !before.Items.Any(IsDropped))
                    await store.TellDeskAsync(NoticeKind.KillUnmatched, null, source.Slug, DeskWords.KillBefore(taken, source), cancel).ConfigureAwait(false);
                report.Repeated(taken, story, decision);
                break;
        }

        return null;
    }

    /// <summary>Releases what goes out by itself; what stands in its way is noted in the arrival's history.</summary>
    public async Task ReleaseAsync(StoryId story, TakenItem taken, CancellationToken cancel)
    {
        // Most copy waits for an editor, and its story need not be read for that.
        var trusted = delivery.Release || source.Trusted || releasedByRule.Contains(story);
        if (!SelfRelease.Decide(taken.Item, taken.Copy, trusted || source.Follows) || await store.FindStoryAsync(story, cancel).ConfigureAwait(false) is not { } standing)
            return;
        var isOut = Lifecycle.IsOut(standing.Row.State);
        if (!trusted && !isOut)
            return;
        try
        {
            await store.ReleaseAsync(story, Signals.Order(taken, source, delivery, isOut), Store.ByWire, cancel).ConfigureAwait(false);
        }
        catch (MoveRefusedException refusal)
        {
            report.NotReleased(taken, refusal.Message);
        }
    }

    private async Task<(StoryId Story, TakenItem Taken)?> UpdateAsync(TakenItem taken, StoryId story, CancellationToken cancel)
    {
        var routed = Ask(taken, AskRules.VersionsStay);
        taken = taken with { Copy = routed.Of(taken.Copy) };
        var outcome = await store.TakeUpdateAsync(taken, story, source.Follows, cancel).ConfigureAwait(false);
        report.Updated(taken, story, outcome, routed.Trace);
        await FollowAsync(routed, taken, story, cancel).ConfigureAwait(false);
        if (outcome is WireUpdate.WaitsUnderEmbargo && await store.FindStoryAsync(story, cancel).ConfigureAwait(false) is { } standing)
            await store.TellDeskAsync(NoticeKind.Embargo, story, source.Slug, DeskWords.Embargo(taken, standing.Row, source), cancel).ConfigureAwait(false);
        if (outcome is WireUpdate.IsNewest)
            await LinkAsync(story, taken, cancel).ConfigureAwait(false);
        return outcome is WireUpdate.IsNewest ? (story, taken) : null;
    }

    private Routed Ask(TakenItem taken, string? whyKept)
    {
        var routed = AskRules.Decide(house.Routing, new RoutingFacts(source.Slug, taken.Item, taken.Copy), source, names, whyKept);
        // The section that an operator asked for wins over every rule.
        return delivery.Section is null || routed.Section is null ? routed : routed with { Section = null, Trace = [.. routed.Trace, "The section is the one that was asked for at the import"] };
    }

    /// <summary>What a rule asks for beyond the copy itself.</summary>
    private async Task FollowAsync(Routed routed, TakenItem taken, StoryId story, CancellationToken cancel)
    {
        if (routed.Release)
            releasedByRule.Add(story);
        await AlertAsync(routed, taken, story, cancel).ConfigureAwait(false);
    }

    private async Task AlertAsync(Routed routed, TakenItem taken, StoryId? story, CancellationToken cancel)
    {
        if (routed.AlertedBy > 0 && !delivery.IsReplay)
        {
            var why = RoutingWords.Condition(house.Routing.Rules[routed.AlertedBy - 1], names);
            await store.TellDeskAsync(NoticeKind.Rule, story, source.Slug, DeskWords.Rule(taken, source, why), cancel).ConfigureAwait(false);
        }
    }

    /// <summary>What has come before and of which a rule let no story be made.</summary>
    private static bool IsDropped(KnownItem item) => item is { Story: null, Signal: not (WireSignal.Withdrawal or WireSignal.Hold or WireSignal.Test) };

    /// <summary>Links the story to its copies; where one of them was killed, it is held until an editor decides.</summary>
    private async Task LinkAsync(StoryId story, TakenItem taken, CancellationToken cancel)
    {
        foreach (var copy in await copies.LinkAsync(story, taken.Copy, cancel).ConfigureAwait(false))
        {
            report.Linked(taken, copy.Head.Copy.Headline);
            if (copy.Row.State is StoryState.Withdrawn)
                await kill.HoldCopyOfKilledAsync(story, copy, cancel).ConfigureAwait(false);
        }
    }

    /// <summary>A kill or hold that names several stories: none of them goes out until an editor has said which was meant.</summary>
    private async Task HoldAllAsync(TakenItem taken, IReadOnlyList<StoryId> stories, CancellationToken cancel)
    {
        await store.RememberAsync(taken, null, cancel).ConfigureAwait(false);
        foreach (var story in stories)
            await kill.HoldNamedAsync(taken, story, cancel).ConfigureAwait(false);
        report.Repeated(taken, null, ArrivalDecision.Hold);
    }

    private async Task TellHoldAsync(TakenItem taken, StoryId story, CancellationToken cancel)
    {
        if (await store.FindStoryAsync(story, cancel).ConfigureAwait(false) is { Row.State: not StoryState.Withdrawn } standing)
            await store.TellDeskAsync(NoticeKind.Hold, story, source.Slug, DeskWords.Hold(taken, standing.Row, source), cancel).ConfigureAwait(false);
    }
}
