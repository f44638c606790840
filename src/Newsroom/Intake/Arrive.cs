using System.Data.Common;
using Wireroom.Newsroom.Intake.Dedupe;
using Wireroom.Newsroom.Intake.Translation;
using Wireroom.Storage;
using Wireroom.Stories;
using Wireroom.Wire;

namespace Wireroom.Newsroom.Intake;

/// <summary>
/// How a wire comes in, step by step. Every transport hands its bytes to this page: keep raw, recognise, read, same as before?, translate, route, store, ring.
/// The bytes are kept before anything is tried with them; what is made of them stands in one transaction, so that a program that stops in the middle
/// has either taken a document whole or takes it whole when it starts again (<see cref="FinishAsync"/>).
/// </summary>
public sealed class Arrive(Store store, TimeProvider clock, ILogger<Arrive>? log = null)
{
    /// <summary>
    /// Takes a document in. A document that the newsroom itself cannot take, through a fault of its own, is reported as unreadable and keeps nobody from sending
    /// the next: its bytes are kept, and <c>wireroom replay</c> takes them once the fault is mended.
    /// </summary>
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
        return await TakeKeptAsync(arrival, delivery, ReadDocument.Of(delivery), arrivedAt, cancel).ConfigureAwait(false);
    }

    /// <summary>As <see cref="TakeAsync(Delivery, CancellationToken)"/>, for who has read the document already.</summary>
    public async Task<ArrivalReport> TakeAsync(Delivery delivery, ReadDocument document, CancellationToken cancel)
    {
        var arrivedAt = delivery.ArrivedAt ?? clock.GetUtcNow();
        var arrival = await KeepAsync(delivery, arrivedAt, cancel).ConfigureAwait(false);
        return await TakeKeptAsync(arrival, delivery, document, arrivedAt, cancel).ConfigureAwait(false);
    }

    /// <summary>
    /// As <see cref="TakeAsync(Delivery, CancellationToken)"/>, for who has read the document and made it ready: an import does that with some while others are
    /// stored. It may stand in a transaction of several; a fault then takes all of them back.
    /// </summary>
    public async Task<ArrivalReport> TakeAsync(ReadyDocument ready, CancellationToken cancel)
    {
        var arrivedAt = ready.Delivery.ArrivedAt ?? clock.GetUtcNow();
        var arrival = await KeepAsync(ready.Delivery, arrivedAt, cancel).ConfigureAwait(false);
        return store.IsInOneGo
            ? await StoreAsync(arrival, ready, arrivedAt, cancel).ConfigureAwait(false)
            : await UnlessRefusedAsync(arrival, ready.Delivery, ready.Document, () => StoreAsync(arrival, ready, arrivedAt, cancel), cancel).ConfigureAwait(false);
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
            var ready = new List<ReadyDocument>();
            foreach (var (delivery, document) in documents)
                ready.Add(await ReadyDocument.OfAsync(delivery, document, store, cancel).ConfigureAwait(false));
            await store.InOneGoAsync(
                async go =>
                {
                    reports.Clear();
                    for (var at = 0; at < ready.Count; at++)
                        reports.Add(await StoreAsync(arrivals[at], ready[at], ready[at].Delivery.ArrivedAt ?? arrivedAt, go).ConfigureAwait(false));
                },
                cancel).ConfigureAwait(false);
        }
        catch (Exception fault) when (fault is not StoreException && !cancel.IsCancellationRequested)
        {
            reports.Clear();
            for (var at = 0; at < documents.Count; at++)
            {
                var (delivery, document) = documents[at];
                reports.Add(await TakeKeptAsync(arrivals[at], delivery, document, delivery.ArrivedAt ?? arrivedAt, cancel).ConfigureAwait(false));
            }
        }

        return reports;
    }

    /// <summary>Takes in what was kept but never finished, because the program was stopped in between.</summary>
    public async Task FinishAsync(IReadOnlyList<Arrival> unfinished, CancellationToken cancel)
    {
        foreach (var arrival in unfinished)
        {
            var bytes = await store.RawBytesAsync(arrival.Id, cancel).ConfigureAwait(false) ?? [];
            var delivery = await DeliveryOfAsync(arrival, bytes, cancel).ConfigureAwait(false) with { IsFinished = true };
            await TakeKeptAsync(arrival.Id, delivery, ReadDocument.Of(delivery), arrival.ArrivedAt, cancel).ConfigureAwait(false);
        }
    }

    /// <summary>
    /// Reads a kept document again, after a reader was mended, and takes what it reads now: what had been misread becomes a newer version, what had been missed
    /// a story. Where <paramref name="apply"/> is false everything is taken back in the end. Returns the items that changed, or null where the bytes are not kept.
    /// </summary>
    public async Task<IReadOnlyList<ArrivedItem>?> ReplayAsync(Arrival arrival, bool apply, CancellationToken cancel)
    {
        if (await store.RawBytesAsync(arrival.Id, cancel).ConfigureAwait(false) is not { } bytes)
            return null;
        var delivery = await DeliveryOfAsync(arrival, bytes, cancel).ConfigureAwait(false) with { IsReplay = true };
        var ready = await ReadyDocument.OfAsync(delivery, ReadDocument.Of(delivery), store, cancel).ConfigureAwait(false);
        try
        {
            await store.InOneGoAsync(
                async go =>
                {
                    await StoreAsync(arrival.Id, ready, arrival.ArrivedAt, go).ConfigureAwait(false);
                    if (!apply || !ready.Report.BroughtSomething)
                        throw new TakenBackException();
                },
                cancel).ConfigureAwait(false);
        }
        catch (TakenBackException)
        {
            // The transaction is gone, and with it everything that was only looked at.
        }

        return ready.Report.Changes;
    }

    /// <summary>A kept document as its transport handed it over, as far as that is still known.</summary>
    private async Task<Delivery> DeliveryOfAsync(Arrival arrival, byte[] bytes, CancellationToken cancel)
    {
        var source = await store.FindSourceAsync(arrival.Source, cancel).ConfigureAwait(false);
        return new Delivery
        {
            Source = arrival.Source, Name = arrival.Name, Bytes = bytes, ArrivedAt = arrival.ArrivedAt, MediaType = arrival.MediaType, Charset = arrival.Charset,
            // What came from the web is named by its address, and what came from a folder has its pictures there.
            Base = Uri.TryCreate(arrival.Name, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? address : null,
            PictureFolders = source is { Kind: SourceKind.Folder } ? [source.Address] : [],
        };
    }

    private Task<long> KeepAsync(Delivery delivery, DateTimeOffset arrivedAt, CancellationToken cancel)
    {
        // What is too large to be read is not kept either: a full disk loses more.
        var bytes = delivery.Bytes.Length > ReadDocument.LargestDocument ? default : delivery.Bytes;
        return store.KeepRawAsync(new RawArrival(delivery.Source, delivery.Name, bytes, delivery.MediaType, delivery.Charset), arrivedAt, cancel);
    }

    private Task<ArrivalReport> TakeKeptAsync(long arrival, Delivery delivery, ReadDocument document, DateTimeOffset arrivedAt, CancellationToken cancel) => UnlessRefusedAsync(
        arrival,
        delivery,
        document,
        async () => await StoreAsync(arrival, await ReadyDocument.OfAsync(delivery, document, store, cancel).ConfigureAwait(false), arrivedAt, cancel).ConfigureAwait(false),
        cancel);

    /// <summary>Takes the document; where a fault of our own refuses it, that is its outcome: it must not come again at every start and stand in the way of all others.</summary>
    private async Task<ArrivalReport> UnlessRefusedAsync(long arrival, Delivery delivery, ReadDocument document, Func<Task<ArrivalReport>> take, CancellationToken cancel)
    {
        try
        {
            return await take().ConfigureAwait(false);
        }
        catch (Exception fault) when (!store.IsInOneGo && fault is not (StoreException or OperationCanceledException or OutOfMemoryException or DbException { IsTransient: true }))
        {
            log?.LogError(fault, "{Source}: {Name} was refused; its bytes are kept.", delivery.Source, delivery.Name);
            var refusal = new WireFault(WireFaultKind.Unreadable, "refused", $"The newsroom could not take it, through a fault of its own: {fault.Message} Its bytes are kept.");
            var report = new ArrivalReport(delivery.Name, new ReadDocument(document.Format, [], [refusal, .. document.Faults]));
            await store.FinishArrivalAsync(arrival, report.Outcome, cancel).ConfigureAwait(false);
            return report;
        }
    }

    private async Task<ArrivalReport> StoreAsync(long arrival, ReadyDocument ready, DateTimeOffset arrivedAt, CancellationToken cancel)
    {
        var (delivery, document, report) = (ready.Delivery, ready.Document, ready.Report);
        await store.InOneGoAsync(
            async go =>
            {
                report.Begin();
                foreach (var (picture, facts) in ready.Pictures.All)
                    await store.NotePictureAsync(picture, facts, go).ConfigureAwait(false);
                var house = await store.HouseAsync(go).ConfigureAwait(false);
                var source = house.Source(delivery.Source);
                var context = new TranslationContext(source, house.Sections, house.Language)
                {
                    Section = delivery.Section,
                    GuessSection = delivery.Release || source.Trusted,
                };
                var take = new TakeItem(store, delivery, source, house, report);
                var mayGoOut = new List<(StoryId Story, TakenItem Taken)>();
                for (var index = 0; index < document.Items.Count; index++)
                {
                    var item = ready.Pictures.MarkOn(index, Signals.Settle(document.Items[index]));
                    var isCutOff = index == document.Items.Count - 1 && document.IsCutOff;
                    foreach (var identity in Identity.Targets(item, ready.Identities[index]))
                    {
                        var taken = new TakenItem
                        {
                            Arrival = arrival, Index = index, Source = delivery.Source, Item = item, Identity = identity, Name = NamedBefore.NameOf(item),
                            ContentHash = ready.Hashes[index], Copy = Translate.Of(item, context), ArrivedAt = arrivedAt,
                        };
                        if (await take.TakeAsync(taken, isCutOff, go).ConfigureAwait(false) is { } story)
                            mayGoOut.Add(story);
                    }
                }

                // What stands first in a document is its newest or weightiest: released last, it stands first in every list where the dates are the same.
                foreach (var (story, taken) in Enumerable.Reverse(mayGoOut).DistinctBy(item => item.Story))
                    await take.ReleaseAsync(story, taken, go).ConfigureAwait(false);

                await store.FinishArrivalAsync(arrival, report.Outcome, go).ConfigureAwait(false);
            },
            cancel).ConfigureAwait(false);
        return report;
    }

    private sealed class TakenBackException : Exception;
}
