using Wireroom.Newsroom.Intake.Dedupe;
using Wireroom.Newsroom.Intake.Withdrawals;
using Wireroom.Storage;
using Wireroom.Stories;
using Wireroom.Wire;

namespace Wireroom.Newsroom.Intake;

/// <summary>Takes the items of one document, one after the other: same as before?, store, link to its copies, tell the desk what it must know, release.</summary>
internal sealed class TakeItem(Store store, Delivery delivery, Source source, IReadOnlyList<Source> sources, ArrivalReport report)
{
    private readonly KnownBefore known = new(store, source, sources);
    private readonly CarryKill kill = new(store, source, sources);
    private readonly LinkCopies copies = new(store);

    /// <summary>Takes one item; returns its story where the wire's copy is now its newest version and may go out.</summary>
    public async Task<StoryId?> TakeAsync(TakenItem taken, bool isCutOff, CancellationToken cancel)
    {
        // Same as before?
        var before = await known.FindAsync(taken, cancel).ConfigureAwait(false);
        if (before.Ambiguous.Count > 0 && taken.Item.Signal is WireSignal.Withdrawal or WireSignal.Hold)
            return await HoldAllAsync(taken, before.Ambiguous, cancel).ConfigureAwait(false);
        var story = before.Items.LastOrDefault(item => item.Story is not null)?.Story;
        var decision = SameAsBefore.Decide(taken.Item.Signal, taken.Item.Version, taken.ContentHash, before.Items);
        // The last item of a document that was cut off may be half of what it was: never over a whole one.
        if (decision is ArrivalDecision.Update && isCutOff)
            decision = ArrivalDecision.Note;
        if (delivery.IsReplay && decision is not (ArrivalDecision.New or ArrivalDecision.Repeat) && before.Items.Any(item => item.ArrivedAt > taken.ArrivedAt))
            decision = ArrivalDecision.Repeat;

        // Store; the store rings when the whole document stands.
        switch (decision)
        {
            case ArrivalDecision.New:
                story = await store.TakeNewAsync(taken, cancel).ConfigureAwait(false);
                report.Taken(taken, story.Value, decision);
                await LinkAsync(story.Value, taken, cancel).ConfigureAwait(false);
                if (before.KilledByName)
                    await kill.HoldNamedAsync(taken, story.Value, cancel).ConfigureAwait(false);
                else if (taken.Item.Signal is WireSignal.Hold)
                    await TellHoldAsync(taken, story.Value, cancel).ConfigureAwait(false);
                return story;
            case ArrivalDecision.Update:
                return await UpdateAsync(taken, story!.Value, cancel).ConfigureAwait(false) ? story : null;
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
                if (decision is ArrivalDecision.KillBeforeItem)
                    await store.TellDeskAsync(NoticeKind.KillUnmatched, null, source.Slug, DeskWords.KillBefore(taken, source), cancel).ConfigureAwait(false);
                report.Repeated(taken, story, decision);
                break;
        }

        return null;
    }

    /// <summary>Releases what goes out by itself; what stands in its way is noted in the arrival's history.</summary>
    public async Task ReleaseAsync(StoryId story, TakenItem taken, CancellationToken cancel)
    {
        if (await store.FindStoryAsync(story, cancel).ConfigureAwait(false) is not { } standing)
            return;
        var isOut = Lifecycle.IsOut(standing.Row.State);
        if (!SelfRelease.Decide(taken.Item, taken.Copy, delivery.Release || source.Trusted || (source.Follows && isOut)))
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

    private async Task<bool> UpdateAsync(TakenItem taken, StoryId story, CancellationToken cancel)
    {
        var outcome = await store.TakeUpdateAsync(taken, story, source.Follows, cancel).ConfigureAwait(false);
        report.Updated(taken, story, outcome);
        if (outcome is WireUpdate.WaitsUnderEmbargo && await store.FindStoryAsync(story, cancel).ConfigureAwait(false) is { } standing)
            await store.TellDeskAsync(NoticeKind.Embargo, story, source.Slug, DeskWords.Embargo(taken, standing.Row, source), cancel).ConfigureAwait(false);
        if (outcome is WireUpdate.IsNewest)
            await LinkAsync(story, taken, cancel).ConfigureAwait(false);
        return outcome is WireUpdate.IsNewest;
    }

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
    private async Task<StoryId?> HoldAllAsync(TakenItem taken, IReadOnlyList<StoryId> stories, CancellationToken cancel)
    {
        await store.RememberAsync(taken, null, cancel).ConfigureAwait(false);
        foreach (var story in stories)
            await kill.HoldNamedAsync(taken, story, cancel).ConfigureAwait(false);
        report.Repeated(taken, null, ArrivalDecision.Hold);
        return null;
    }

    private async Task TellHoldAsync(TakenItem taken, StoryId story, CancellationToken cancel)
    {
        if (await store.FindStoryAsync(story, cancel).ConfigureAwait(false) is { Row.State: not StoryState.Withdrawn } standing)
            await store.TellDeskAsync(NoticeKind.Hold, story, source.Slug, DeskWords.Hold(taken, standing.Row, source), cancel).ConfigureAwait(false);
    }
}
