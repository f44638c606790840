using Wireroom.Newsroom.Intake.Dedupe;
using Wireroom.Newsroom.Intake.Translation;
using Wireroom.Storage;
using Wireroom.Stories;

namespace Wireroom.Newsroom.Intake;

/// <summary>
/// How a wire comes in, step by step. Every transport hands its bytes to this page: keep raw, recognise, read, same as before?, translate, store, ring.
/// The bytes are kept before anything is tried with them; what is made of them stands in one transaction, so that a program that stops in the middle
/// has either taken a document whole or takes it whole when it starts again (<see cref="FinishAsync"/>).
/// </summary>
public sealed class Arrive(Store store, TimeProvider clock)
{
    /// <summary>Takes a document in.</summary>
    /// <exception cref="StoreException">The store cannot do its work; what had been kept is kept.</exception>
    public async Task<ArrivalReport> TakeAsync(Delivery delivery, CancellationToken cancel)
    {
        // Keep raw, first of all.
        var arrivedAt = delivery.ArrivedAt ?? clock.GetUtcNow();
        var arrival = await KeepAsync(delivery, arrivedAt, cancel).ConfigureAwait(false);

        // Recognise, read.
        return await TakeReadAsync(arrival, delivery, ReadDocument.Of(delivery), arrivedAt, cancel).ConfigureAwait(false);
    }

    /// <summary>As <see cref="TakeAsync(Delivery, CancellationToken)"/>, for who has read the document already: an import reads some while others are stored.</summary>
    public async Task<ArrivalReport> TakeAsync(Delivery delivery, ReadDocument document, CancellationToken cancel)
    {
        var arrivedAt = delivery.ArrivedAt ?? clock.GetUtcNow();
        var arrival = await KeepAsync(delivery, arrivedAt, cancel).ConfigureAwait(false);
        return await TakeReadAsync(arrival, delivery, document, arrivedAt, cancel).ConfigureAwait(false);
    }

    /// <summary>Takes in what was kept but never finished, because the program was stopped in between. Returns how many documents.</summary>
    public async Task<int> FinishAsync(CancellationToken cancel)
    {
        var finished = 0;
        while (await store.UnfinishedArrivalsAsync(100, cancel).ConfigureAwait(false) is { Count: > 0 } unfinished)
        {
            foreach (var arrival in unfinished)
            {
                var bytes = await store.RawBytesAsync(arrival.Id, cancel).ConfigureAwait(false) ?? [];
                var source = await store.FindSourceAsync(arrival.Source, cancel).ConfigureAwait(false);
                var delivery = new Delivery
                {
                    Source = arrival.Source, Name = arrival.Name, Bytes = bytes, ArrivedAt = arrival.ArrivedAt, MediaType = arrival.MediaType, Charset = arrival.Charset,
                    PictureFolders = source is { Kind: SourceKind.Folder } ? [source.Address] : [],
                };
                await TakeReadAsync(arrival.Id, delivery, ReadDocument.Of(delivery), arrival.ArrivedAt, cancel).ConfigureAwait(false);
                finished++;
            }
        }

        return finished;
    }

    private Task<long> KeepAsync(Delivery delivery, DateTimeOffset arrivedAt, CancellationToken cancel)
    {
        // What is too large to be read is not kept either: a full disk loses more.
        var bytes = delivery.Bytes.Length > ReadDocument.LargestDocument ? default : delivery.Bytes;
        return store.KeepRawAsync(new RawArrival(delivery.Source, delivery.Name, bytes, delivery.MediaType, delivery.Charset), arrivedAt, cancel);
    }

    private async Task<ArrivalReport> TakeReadAsync(long arrival, Delivery delivery, ReadDocument document, DateTimeOffset arrivedAt, CancellationToken cancel)
    {
        var report = new ArrivalReport(delivery.Name, document);
        var pictures = await DeliveredPictures.KeepAsync(delivery, document.Items, store, report, cancel).ConfigureAwait(false);
        await store.InOneGoAsync(
            async go =>
            {
                report.Begin();
                var source = await store.FindSourceAsync(delivery.Source, go).ConfigureAwait(false)
                    ?? new Source { Slug = delivery.Source, Name = delivery.Source, Kind = SourceKind.Import };
                var context = new TranslationContext(
                    source,
                    await store.SectionsAsync(go).ConfigureAwait(false),
                    (await store.MastheadAsync(go).ConfigureAwait(false)).Language)
                {
                    Section = delivery.Section,
                    GuessSection = delivery.Release || source.Trusted,
                };
                var hashes = document.Items.Select(ContentHash.Of).ToList();
                var identities = Identity.Decide(document.Items, hashes);
                var ready = new List<(StoryId Story, TakenItem Taken)>();
                for (var index = 0; index < document.Items.Count; index++)
                {
                    var item = pictures.MarkOn(Signals.Settle(document.Items[index]));
                    var taken = new TakenItem
                    {
                        Arrival = arrival, Index = index, Source = delivery.Source, Item = item, Identity = identities[index], ContentHash = hashes[index],
                        Copy = Translate.Of(item, context), ArrivedAt = arrivedAt,
                    };
                    var isCutOff = index == document.Items.Count - 1 && document.IsCutOff;
                    if (await TakeItemAsync(taken, isCutOff, source, report, go).ConfigureAwait(false) is { } story)
                        ready.Add((story, taken));
                }

                // What stands first in a document is its newest or weightiest: released last, it stands first in every list where the dates are the same.
                foreach (var (story, taken) in Enumerable.Reverse(ready).DistinctBy(item => item.Story))
                    await ReleaseAsync(story, taken, source, delivery, report, go).ConfigureAwait(false);

                await store.FinishArrivalAsync(arrival, report.Outcome, go).ConfigureAwait(false);
            },
            cancel).ConfigureAwait(false);
        return report;
    }

    /// <summary>Takes one item; returns its story where the wire's copy is now its newest version and may go out.</summary>
    private async Task<StoryId?> TakeItemAsync(TakenItem taken, bool isCutOff, Source source, ArrivalReport report, CancellationToken cancel)
    {
        // Same as before?
        var known = await KnownAsync(taken, cancel).ConfigureAwait(false);
        var story = known.LastOrDefault(item => item.Story is not null)?.Story;
        var decision = SameAsBefore.Decide(taken.Item.Signal, taken.Item.Version, taken.ContentHash, known);
        // The last item of a document that was cut off may be half of what it was: never over a whole one.
        if (decision is ArrivalDecision.Update && isCutOff)
            decision = ArrivalDecision.Note;

        // Store; the store rings when the whole document stands.
        switch (decision)
        {
            case ArrivalDecision.New:
                story = await store.TakeNewAsync(taken, cancel).ConfigureAwait(false);
                report.Taken(story.Value);
                return story;
            case ArrivalDecision.Update:
                report.Updated(story!.Value);
                return await store.TakeUpdateAsync(taken, story.Value, cancel).ConfigureAwait(false) ? story : null;
            case ArrivalDecision.Kill:
                await store.TakeWithdrawalAsync(taken, story!.Value, Signals.Withdrawal(taken.Item, source), cancel).ConfigureAwait(false);
                report.Updated(story.Value);
                break;
            case ArrivalDecision.Hold:
                await store.TakeHoldAsync(taken, story!.Value, cancel).ConfigureAwait(false);
                report.Updated(story.Value);
                break;
            case ArrivalDecision.Dead:
                story = await store.TakeNewAsync(taken, cancel).ConfigureAwait(false);
                await store.WithdrawAsync(story.Value, new Withdrawal($"{Signals.Agency(source)} withdrew it before it arrived."), Store.ByWire, cancel).ConfigureAwait(false);
                report.Taken(story.Value);
                report.Note(taken, decision);
                break;
            case ArrivalDecision.Repeat:
                report.Repeated(story);
                break;
            default:
                await store.RememberAsync(taken, story, cancel).ConfigureAwait(false);
                report.Repeated(story);
                report.Note(taken, decision);
                break;
        }

        return null;
    }

    /// <summary>What is stored under the item's identity, or else under the identity of the item that it says it corrects, replaces or withdraws.</summary>
    private async Task<IReadOnlyList<KnownItem>> KnownAsync(TakenItem taken, CancellationToken cancel)
    {
        var known = await store.KnownItemsAsync(taken.Source, taken.Identity!, cancel).ConfigureAwait(false);
        foreach (var link in taken.Item.Links)
        {
            if (known.Count == 0 && link is { Relation: "corrects" or "replaces" or "withdraws", Guid: { Length: > 0 } guid })
                known = await store.KnownItemsAsync(taken.Source, guid, cancel).ConfigureAwait(false);
        }

        return known;
    }

    private async Task ReleaseAsync(StoryId story, TakenItem taken, Source source, Delivery delivery, ArrivalReport report, CancellationToken cancel)
    {
        if (!SelfRelease.Decide(taken.Item, taken.Copy, delivery.Release || source.Trusted))
            return;
        try
        {
            var isOut = await store.FindStoryAsync(story, cancel).ConfigureAwait(false) is { } standing && Lifecycle.IsOut(standing.Row.State);
            await store.ReleaseAsync(story, Signals.Order(taken, source, delivery, isOut), Store.ByWire, cancel).ConfigureAwait(false);
        }
        catch (MoveRefusedException refusal)
        {
            report.NotReleased(taken, refusal.Message);
        }
    }
}
