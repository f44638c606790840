using Wireroom.Language.Attribution;
using Wireroom.Newsroom.Paper;
using Wireroom.Storage;

namespace Wireroom.Newsroom.Desk.Ledger;

/// <summary>Who says so in a version, as the desk shows it: statements in reading order, each with its sentence, and what an editor should look at.</summary>
public sealed record StoryLedger(StoredLedger Stored, CopyPassage Copy, SentenceMarks Marks, IReadOnlyList<string> Concerns)
{
    /// <summary>The ledger.</summary>
    public Language.Attribution.Ledger Ledger => Stored.Ledger;

    /// <summary>The ledger of a version, read now where it is not there yet.</summary>
    public static async Task<StoryLedger> OfAsync(Store store, Stories.Version version, CancellationToken cancel)
    {
        var stored = await store.LedgerAsync(version, LedgerReader.Version, CopyPassage.ReadLedgerNowAsync, cancel);
        var copy = CopyPassage.Of(version.Copy);
        return new StoryLedger(stored, copy, SentenceMarks.Of(copy, stored.Ledger), LedgerConcerns.Of(stored.Ledger, copy.Passage, await store.LedgerChecksAsync(cancel)));
    }

    /// <summary>The words of a statement.</summary>
    public string WordsOf(Statement statement) => Copy.Passage.WordsOf(statement);

    /// <summary>Who says it, and who passes it on: "a military source, through SANA".</summary>
    public string WhoOf(Statement statement) => Ledger.SourceOf(statement) is not { } source ? "nobody"
        : statement.Via.Count == 0 ? source.Name
        : $"{source.Name}, through {string.Join(", ", statement.Via.Select(at => Ledger.Sources[at].Name))}";

    /// <summary>What the ledger's colour for the statement's certainty is called.</summary>
    public static string BadgeOf(Certainty certainty) => certainty switch
    {
        Certainty.OnTheRecord => "approved",
        Certainty.Unnamed => "urgent",
        Certainty.SecondHand => "correction",
        Certainty.Disputed => "flash",
        _ => "embargo",
    };
}
