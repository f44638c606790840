using Wireroom.Storage;
using Wireroom.Stories;

namespace Wireroom.Newsroom.Intake.Withdrawals;

/// <summary>
/// Carries the wire's kill to every copy in the newsroom, in the transaction of the kill itself, and tells the desk. See docs/signals.md for what is
/// withdrawn and what is held.
/// </summary>
internal sealed class CarryKill(Store store, Source source, IReadOnlyList<Source> sources)
{
    /// <summary>Kills the story, and its copies by the rule of <see cref="KillReach"/>.</summary>
    public async Task KillAsync(TakenItem taken, StoryId story, CancellationToken cancel)
    {
        var before = await store.FindStoryAsync(story, cancel).ConfigureAwait(false);
        var withdrawal = Signals.Withdrawal(taken.Item, source);
        await store.TakeWithdrawalAsync(taken, story, withdrawal, cancel).ConfigureAwait(false);
        if (before is null || before.Row.State is StoryState.Withdrawn)
            return;
        await store.TellDeskAsync(NoticeKind.Kill, story, source.Slug, DeskWords.Killed(before.Row, withdrawal, source), cancel).ConfigureAwait(false);
        foreach (var copy in await store.CopiesAsync(story, cancel).ConfigureAwait(false))
        {
            switch (KillReach.Decide(copy, before.Row, source, sources))
            {
                case Reach.Withdraw:
                    await store.WithdrawAsync(copy.Row.Story, withdrawal, Store.ByWire, cancel).ConfigureAwait(false);
                    await store.TellDeskAsync(NoticeKind.Kill, copy.Row.Story, source.Slug, DeskWords.CopyKilled(copy.Row, withdrawal, source), cancel).ConfigureAwait(false);
                    break;
                case Reach.Hold:
                    await HoldAsync(copy.Row, before.Row.Headline, withdrawal.Reason, cancel).ConfigureAwait(false);
                    break;
            }
        }
    }

    /// <summary>Holds a story that has come after its copy was killed.</summary>
    public async Task HoldCopyOfKilledAsync(StoryId story, DeskStory killed, CancellationToken cancel)
    {
        if (await store.FindStoryAsync(story, cancel).ConfigureAwait(false) is { Row.State: not StoryState.Withdrawn } standing)
            await HoldAsync(standing.Row, killed.Head.Copy.Headline, killed.WithdrawalReason ?? "", cancel).ConfigureAwait(false);
    }

    /// <summary>Holds a story that a kill without a lasting name may have meant.</summary>
    public async Task HoldNamedAsync(TakenItem taken, StoryId story, CancellationToken cancel)
    {
        if (await store.FindStoryAsync(story, cancel).ConfigureAwait(false) is not { Row.State: not StoryState.Withdrawn } standing)
            return;
        await store.HoldCopyAsync(story, cancel).ConfigureAwait(false);
        await store.TellDeskAsync(NoticeKind.KillUnmatched, story, source.Slug, DeskWords.PerhapsMeant(taken, standing.Row, source), cancel).ConfigureAwait(false);
    }

    private async Task HoldAsync(QueueRow row, string killed, string reason, CancellationToken cancel)
    {
        await store.HoldCopyAsync(row.Story, cancel).ConfigureAwait(false);
        await store.TellDeskAsync(NoticeKind.CopyOfKilled, row.Story, source.Slug, DeskWords.CopyHeld(row, killed, reason), cancel).ConfigureAwait(false);
    }
}
