using System.Text.RegularExpressions;
using Wireroom.Storage;
using Wireroom.Stories;
using Wireroom.Stories.Body;
using Wireroom.Wire;

namespace Wireroom.Newsroom.Intake;

/// <summary>What an agency's signals mean for the newsroom.</summary>
public static partial class Signals
{
    private const int LongestReason = 500;

    /// <summary>A publishing status binds where the signal does not say as much: withheld copy is on hold, cancelled copy is killed.</summary>
    public static WireItem Settle(WireItem item) => item switch
    {
        { Signal: not WireSignal.Withdrawal, PubStatus: "canceled" or "cancelled" } => item with { Signal = WireSignal.Withdrawal },
        { Signal: not (WireSignal.Hold or WireSignal.Withdrawal), PubStatus: "withheld" } => item with { Signal = WireSignal.Hold },
        _ => item,
    };

    /// <summary>
    /// The agency's reason for a kill, which readers and subscribers are given: its note without the sentences that only tell editors what to do. Where
    /// nothing is left, that the agency withdrew the story.
    /// </summary>
    public static Withdrawal Withdrawal(WireItem item, Source source)
    {
        var reasons = SentenceEnd().Split((item.EdNote ?? "").Trim()).Select(sentence => sentence.Trim()).Where(sentence => sentence.Length > 0 && !TellsEditors().IsMatch(sentence));
        var reason = Excerpt.Of(string.Join(' ', reasons), LongestReason);
        return new Withdrawal(reason.Length > 0 ? reason : $"{Agency(source)} withdrew this story.");
    }

    /// <summary>The agency's name for people.</summary>
    public static string Agency(Source source) => source.Credit.Length > 0 ? source.Credit : source.Name;

    /// <summary>
    /// How copy goes out that goes out by itself: under its own date where that is past, and a correction as one. Only an operator's import takes a
    /// working title. What was wrong is the editor's to say; where nobody does, the reader is told whose correction it is.
    /// </summary>
    public static ReleaseOrder Order(TakenItem taken, Source source, Delivery delivery, bool isOut) => new()
    {
        Correction = isOut && taken.Item.Signal is WireSignal.Correction ? new Correction($"{Agency(source)} sent a corrected version.") : null,
        AllowWorkingTitle = delivery.Release,
        PublishedAt = Date(taken.Item) ?? delivery.Date,
    };

    /// <summary>The item's own date: when it was published, or its version or the item was made.</summary>
    public static DateTimeOffset? Date(WireItem item) => item.Published?.Instant ?? item.VersionCreated?.Instant ?? item.Created?.Instant ?? item.ContentCreated?.Instant;

    [GeneratedRegex(@"(?<=[.!?])\s+", RegexOptions.CultureInvariant, 200)]
    private static partial Regex SentenceEnd();

    // "KILL.", "Please kill the story slugged …", "Editors: …", "The story must not be used."
    [GeneratedRegex(@"^\P{Ll}+$|(?i:^(?:please|editors?|attention|attn|kill|delete|withdraw|remove)\b|\bslugged\b|\bmust not be used\b|\bdo not use\b)", RegexOptions.CultureInvariant, 200)]
    private static partial Regex TellsEditors();
}
