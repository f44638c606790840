using Wireroom.Newsroom.Intake.Dedupe;
using Wireroom.Newsroom.Intake.Translation;
using Wireroom.Storage;

namespace Wireroom.Newsroom.Intake;

/// <summary>
/// A document with everything done that can be done before the writer's turn: it was read, its content was counted, and its pictures were looked at and lie in
/// their folder. What is left is only for the database; nobody else writes meanwhile.
/// </summary>
public sealed class ReadyDocument
{
    private ReadyDocument(Delivery delivery, ReadDocument document)
    {
        (Delivery, Document, Report) = (delivery, document, new ArrivalReport(delivery.Name, document));
        Hashes = [.. document.Items.Select(ContentHash.Of)];
        Identities = Identity.Decide(document.Items, Hashes);
    }

    /// <summary>The bytes and what their transport knows of them.</summary>
    public Delivery Delivery { get; }

    /// <summary>What was read.</summary>
    public ReadDocument Document { get; }

    /// <summary>What becomes of it; what was wrong with its pictures stands there already.</summary>
    internal ArrivalReport Report { get; }

    /// <summary>What each item's content counts as.</summary>
    internal IReadOnlyList<string> Hashes { get; }

    /// <summary>The name under which each item is known again.</summary>
    internal IReadOnlyList<string> Identities { get; }

    /// <summary>The pictures that lie in their folder.</summary>
    internal KeptPictures Pictures { get; private set; } = new();

    /// <summary>Makes a document ready that has been read.</summary>
    public static async Task<ReadyDocument> OfAsync(Delivery delivery, ReadDocument document, Store store, CancellationToken cancel)
    {
        var ready = new ReadyDocument(delivery, document);
        ready.Pictures = await DeliveredPictures.LayAsync(delivery, document, store, ready.Report, cancel).ConfigureAwait(false);
        return ready;
    }
}
