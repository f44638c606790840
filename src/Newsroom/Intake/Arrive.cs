using Wireroom.Newsroom.Intake.Dedupe;
using Wireroom.Newsroom.Intake.Translation;
using Wireroom.Storage;
using Wireroom.Stories;

namespace Wireroom.Newsroom.Intake;

/// <summary>
/// How a wire comes in, step by step. Every transport hands its bytes to this page: keep raw, recognise, read, same as before?, translate, route, store, ring.
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

        // The very bytes that came last: nothing is read again.
        if (await store.SameBytesBeforeAsync(arrival, cancel).ConfigureAwait(false) is { } before)
        {
            var same = ArrivalReport.SameBytes(delivery.Name, before);
            await store.FinishArrivalAsync(arrival, same.Outcome, cancel).ConfigureAwait(false);
            return same;
        }

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

    /// <summary>
    /// Takes several documents in: they are kept together and stored together, so that the disk is waited for twice and not twice for each. Where that goes wrong,
    /// each is taken by itself.
    /// </summary>
    public async Task<IReadOnlyList<ArrivalReport>> TakeTogetherAsync(IReadOnlyList<(Delivery Delivery, ReadDocument Document)> documents, CancellationToken cancel)
    {
        var arrivedAt = clock.GetUtcNow();
        var arrivals = new List<long>();
        await store.InOneGoAsync(
            async go =>
            {
                arrivals.Clear();
                foreach (var (delivery, _) in documents)
                    arrivals.Add(await KeepAsync(delivery, delivery.ArrivedAt ?? arrivedAt, go).ConfigureAwait(false));
            },
            cancel).ConfigureAwait(false);
        var reports = new List<ArrivalReport>();
        try
        {
            await store.InOneGoAsync(TakeAllAsync, cancel).ConfigureAwait(false);
        }
        catch (Exception fault) when (documents.Count > 1 && fault is not StoreException && !cancel.IsCancellationRequested)
        {
            await TakeAllAsync(cancel).ConfigureAwait(false);
        }

        return reports;

        async Task TakeAllAsync(CancellationToken go)
        {
            reports.Clear();
            for (var at = 0; at < documents.Count; at++)
            {
                var (delivery, document) = documents[at];
                reports.Add(await TakeReadAsync(arrivals[at], delivery, document, delivery.ArrivedAt ?? arrivedAt, go).ConfigureAwait(false));
            }
        }
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

    /// <summary>
    /// Reads a kept document again, after a reader was mended, and takes what it reads now: what had been misread becomes a newer version, what had been missed
    /// a story. Where <paramref name="apply"/> is false everything is taken back in the end. Returns the items that changed, or null where the bytes are not kept.
    /// </summary>
    public async Task<IReadOnlyList<ArrivedItem>?> ReplayAsync(Arrival arrival, bool apply, CancellationToken cancel)
    {
        if (await store.RawBytesAsync(arrival.Id, cancel).ConfigureAwait(false) is not { } bytes)
            return null;
        var delivery = new Delivery
        {
            Source = arrival.Source, Name = arrival.Name, Bytes = bytes, ArrivedAt = arrival.ArrivedAt, MediaType = arrival.MediaType, Charset = arrival.Charset, IsReplay = true,
        };
        var report = new ArrivalReport(delivery.Name, ReadDocument.Of(delivery));
        try
        {
            await store.InOneGoAsync(
                async go =>
                {
                    report = await TakeReadAsync(arrival.Id, delivery, ReadDocument.Of(delivery), arrival.ArrivedAt, go).ConfigureAwait(false);
                    if (!apply || !report.BroughtSomething)
                        throw new TakenBackException();
                },
                cancel).ConfigureAwait(false);
        }
        catch (TakenBackException)
        {
            // The transaction is gone, and with it everything that was only looked at.
        }

        return report.Changes;
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
        var pictures = await DeliveredPictures.KeepAsync(delivery, document, store, report, cancel).ConfigureAwait(false);
        await store.InOneGoAsync(
            async go =>
            {
                report.Begin();
                var house = await store.HouseAsync(go).ConfigureAwait(false);
                var source = house.Source(delivery.Source);
                var context = new TranslationContext(source, house.Sections, house.Language)
                {
                    Section = delivery.Section,
                    GuessSection = delivery.Release || source.Trusted,
                };
                var hashes = document.Items.Select(ContentHash.Of).ToList();
                var identities = Identity.Decide(document.Items, hashes);
                var take = new TakeItem(store, delivery, source, house, report);
                var ready = new List<(StoryId Story, TakenItem Taken)>();
                for (var index = 0; index < document.Items.Count; index++)
                {
                    var item = pictures.MarkOn(index, Signals.Settle(document.Items[index]));
                    var isCutOff = index == document.Items.Count - 1 && document.IsCutOff;
                    foreach (var identity in Identity.Targets(item, identities[index]))
                    {
                        var taken = new TakenItem
                        {
                            Arrival = arrival, Index = index, Source = delivery.Source, Item = item, Identity = identity, Name = NamedBefore.NameOf(item),
                            ContentHash = hashes[index], Copy = Translate.Of(item, context), ArrivedAt = arrivedAt,
                        };
                        if (await take.TakeAsync(taken, isCutOff, go).ConfigureAwait(false) is { } story)
                            ready.Add(story);
                    }
                }

                // What stands first in a document is its newest or weightiest: released last, it stands first in every list where the dates are the same.
                foreach (var (story, taken) in Enumerable.Reverse(ready).DistinctBy(item => item.Story))
                    await take.ReleaseAsync(story, taken, go).ConfigureAwait(false);

                await store.FinishArrivalAsync(arrival, report.Outcome, go).ConfigureAwait(false);
            },
            cancel).ConfigureAwait(false);
        return report;
    }

    private sealed class TakenBackException : Exception;
}
