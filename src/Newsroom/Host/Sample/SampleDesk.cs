using Wireroom.Newsroom.Desk.Editor;
using Wireroom.Newsroom.Desk.Live;
using Wireroom.Newsroom.Intake.Routing;
using Wireroom.Storage;
using Wireroom.Stories;

namespace Wireroom.Newsroom.Host.Sample;

/// <summary>The desk of the sample newsroom: does with each story what the plan says, through the same doors as any editor.</summary>
internal sealed class SampleDesk(Store store, DateTimeOffset start)
{
    /// <summary>Who did it.</summary>
    public const string Editor = "Sample desk";

    private readonly List<string> refused = [];

    /// <summary>What could not be done as planned.</summary>
    public IReadOnlyList<string> Refused => refused;

    /// <summary>Notes that something could not be done.</summary>
    public void Refuse(string file, string why) => refused.Add($"{file}: {why}");

    /// <summary>Adds an entry to a story, which becomes a live story with the first; returns the entry's key.</summary>
    public async Task<long> TellAsync(string file, StoryId story, SampleEntry entry, CancellationToken cancel)
    {
        try
        {
            if (await store.LiveFrameAsync(story, cancel).ConfigureAwait(false) is null)
                await store.BeginLiveAsync(story, cancel).ConfigureAwait(false);
            var key = await store.AddEntryAsync(story, new EntryCopy(entry.Headline ?? "", EntryText.Blocks(entry.Text), entry.Key), Editor, cancel).ConfigureAwait(false);
            if (entry.Pin)
                await store.PinEntryAsync(story, key, cancel).ConfigureAwait(false);
            return key;
        }
        catch (MoveRefusedException refusal)
        {
            Refuse(file, refusal.Message);
            return 0;
        }
    }

    /// <summary>Corrects an entry, or takes it back.</summary>
    public async Task PutRightAsync(string file, StoryId story, long key, SampleEntry entry, CancellationToken cancel)
    {
        try
        {
            if (entry.Withdrawn is { } reason)
                await store.WithdrawEntryAsync(story, key, new Withdrawal(reason), Editor, cancel).ConfigureAwait(false);
            else
                await store.ChangeEntryAsync(story, key, 1, new EntryCopy(entry.Headline ?? "", EntryText.Blocks(entry.Corrected ?? entry.Text), entry.Key), new Correction(entry.Wrong ?? ""), Editor, cancel).ConfigureAwait(false);
        }
        catch (MoveRefusedException refusal)
        {
            Refuse(file, refusal.Message);
        }
    }

    /// <summary>Does one thing with one story.</summary>
    public async Task ActAsync(string file, StoryId story, SampleAct act, string by, CancellationToken cancel)
    {
        try
        {
            await ActAsync(story, act, by, cancel).ConfigureAwait(false);
        }
        catch (MoveRefusedException refusal)
        {
            Refuse(file, refusal.Message);
        }
    }

    private async Task ActAsync(StoryId story, SampleAct act, string by, CancellationToken cancel)
    {
        switch (act.Desk)
        {
            case "release" or "update" or "correct" or "schedule":
                await EditAsync(story, act, by, cancel).ConfigureAwait(false);
                var order = new ReleaseOrder
                {
                    AllowWorkingTitle = true,
                    At = act.For is { } offset ? SampleTimes.At(offset, start) : null,
                    Correction = act.WhatWasWrong is { } wrong ? new Correction(wrong) : null,
                };
                await store.ReleaseAsync(story, order, by, cancel).ConfigureAwait(false);
                break;
            case "withdraw" when await store.FindStoryAsync(story, cancel).ConfigureAwait(false) is { Row.State: not StoryState.Withdrawn }:
                await store.WithdrawAsync(story, new Withdrawal(act.Reason ?? ""), by, cancel).ConfigureAwait(false); // the agency's kill has often been quicker
                break;
            case "take":
                await store.MoveAsync(story, Move.Take, by, cancel).ConfigureAwait(false);
                break;
            case "approve":
                await store.MoveAsync(story, Move.Take, by, cancel).ConfigureAwait(false);
                await store.MoveAsync(story, Move.Approve, by, cancel).ConfigureAwait(false);
                break;
            case "spike":
                await store.MoveAsync(story, Move.Spike, by, cancel).ConfigureAwait(false);
                break;
        }

        if (Enum.TryParse<CheckKind>(act.Check, ignoreCase: true, out var check))
            await store.CheckAsync(story, check, CheckState.Needed, by, cancel).ConfigureAwait(false);
        if (act.Suggest is { } suggest && await store.FindStoryAsync(story, cancel).ConfigureAwait(false) is { Head: var head })
        {
            var draft = EditorDraft.Suggesting(Draft.Of(head), suggest.Words, suggest.Instead, by, (await store.LogAsync(story, cancel).ConfigureAwait(false)) is [.., var last] ? last.At : head.MadeAt);
            await store.SaveVersionAsync(story, draft.Copy, head.Number, by, cancel, suggested: draft.Suggested).ConfigureAwait(false);
        }

        if (act.Comment is { } comment)
            await store.CommentAsync(story, new CommentedPassage(comment.On, 0), comment.Words, 0, by, cancel).ConfigureAwait(false);
    }

    /// <summary>Takes in the wire's newest version where one waits, and files the story as the plan says.</summary>
    private async Task EditAsync(StoryId story, SampleAct act, string by, CancellationToken cancel)
    {
        var standing = (await store.FindStoryAsync(story, cancel).ConfigureAwait(false))!;
        var copy = standing.Row.WireVersion > 0 ? await WireCopyAsync(standing, cancel).ConfigureAwait(false) : standing.Head.Copy;
        copy = copy with { Section = act.Section ?? copy.Section, Advisory = act.Advisory ?? "" };
        if (act.Headline is { } headline)
            copy = copy with { Headline = headline, HeadlineIsWorkingTitle = false };
        await store.SaveVersionAsync(story, copy, standing.Head.Number, by, cancel).ConfigureAwait(false);
        if (standing.Row.WireVersion > 0)
            await store.SettleWireAsync(story, cancel).ConfigureAwait(false);
    }

    private async Task<Copy> WireCopyAsync(DeskStory standing, CancellationToken cancel)
    {
        var wires = await store.WireItemsAsync(standing.Row.Story, cancel).ConfigureAwait(false);
        return FileCopy.Of(wires[^1].Item, standing.Row.Source, await store.HouseAsync(cancel).ConfigureAwait(false));
    }
}
