using Wireroom.Newsroom.Desk.Frame;
using Wireroom.Storage;
using Wireroom.Stories;

namespace Wireroom.Newsroom.Desk.Queue;

/// <summary>A badge: its kind (which decides the tint), its words, and what stands in the tool tip.</summary>
public sealed record Badge(string Kind, string Words, string Meaning = "");

/// <summary>What a row says beyond its text. Nothing is said by colour alone, and a badge is shown only for what binds or is a fact.</summary>
public static class Badges
{
    /// <summary>FLASH, URGENT, or nothing: never more levels than a tired editor can tell apart.</summary>
    public static Badge? Urgency(int urgency) => urgency switch
    {
        1 => new Badge("flash", "FLASH", "Urgency 1"),
        2 or 3 => new Badge("urgent", "URGENT", $"Urgency {urgency}"),
        _ => null,
    };

    /// <summary>Where the story stands, in a word, with who and when.</summary>
    public static Badge State(QueueRow row, DeskTime time) => row.State switch
    {
        StoryState.Received => new Badge("received", "received"),
        StoryState.Draft => new Badge("draft", row.TakenBy.Length > 0 ? $"taken by {row.TakenBy}" : "draft", "Draft"),
        StoryState.Approved => new Badge("approved", "approved", row.TakenBy.Length > 0 ? $"Taken by {row.TakenBy}" : ""),
        StoryState.Scheduled => new Badge("scheduled", row.OpensAt is { } at ? $"scheduled for {time.Short(at)}" : "scheduled", row.OpensAt is { } then ? $"{time.BothZones(then)}, {time.In(then)}" : ""),
        StoryState.Withdrawn => new Badge("killed", "withdrawn"),
        StoryState.Spiked => new Badge("spiked", "spiked"),
        StoryState.Corrected => new Badge("released", "corrected", "Out, corrected"),
        StoryState.Updated => new Badge("released", "updated", "Out, updated"),
        _ => new Badge("released", "released", "Out"),
    };

    /// <summary>The badges of a row, those that bind first.</summary>
    public static IEnumerable<Badge> Of(QueueRow row, DeskTime time)
    {
        if (row.OnHold)
            yield return new Badge("flash", "HOLD", "Nothing of it goes out until the hold is lifted");
        if (row.EmbargoUnread)
            yield return new Badge("embargo", "EMBARGO ?", "The embargo could not be read: closed until an editor decides");
        if (row.EmbargoUntil is { } until && until > time.Now)
            yield return new Badge("embargo", $"EMBARGO {time.BothZones(until)}, {time.In(until)}", $"Nothing of it goes out before {time.Full(until)}");
        if (row.SnoozedUntil is { } back && back > time.Now)
            yield return new Badge("plain", $"back at {time.Short(back)}", $"{row.SnoozedBy} has put it out of the queue until then");
        if (row.SameAs is not null)
            yield return new Badge("plain", "same as another", "Spiked as the same as another story");
        if (row.Checks.StateOf(CheckKind.Suggestions, row.HeadVersion) is CheckState.Needed)
            yield return new Badge("urgent", "suggestions", "Somebody has suggested something in the text; it does not go out until each is accepted or rejected");
        foreach (var check in row.Checks.Where(check => check.Kind is not CheckKind.Suggestions && !Lifecycle.IsOut(row.State) && row.Checks.StateOf(check.Kind, row.HeadVersion) is CheckState.Needed))
            yield return new Badge("urgent", $"{Checks.Name(check.Kind)} check", $"Needs checking before it goes out; asked for by {check.By}");
        if (row.Comments > 0)
            yield return new Badge("plain", row.Comments == 1 ? "1 comment" : $"{row.Comments} comments", "Comments of the desk that nobody has settled yet");
        if (row.State is StoryState.Withdrawn)
            yield return new Badge("flash", "KILLED", "Withdrawn everywhere");
        if (row.State is StoryState.Corrected || row.Signal is "correction")
            yield return new Badge("correction", "CORRECTED", row.State is StoryState.Corrected ? "We put something right" : "The agency put something right");
        if (row.WireVersion > 0)
            yield return new Badge("urgent", "wire has updated", "The agency sent a newer version than the one our text began with");
        else if (row.Signal is "update" or "refile" && row.State is StoryState.Received)
            yield return new Badge("plain", $"Update {row.HeadVersion - 1}", "The agency has updated it");
        if (row.Copies > 0)
            yield return new Badge("plain", row.Copies == 1 ? "1 copy" : $"{row.Copies} copies", "The same copy came under other names or through other agencies; the story's page links them");
        if (row.Signal is "alert" or "advisory" or "take" or "test")
            yield return new Badge("plain", row.Signal.ToUpperInvariant());
        if (row.HeadlineIsWorkingTitle)
            yield return new Badge("correction", "working title", "The wire sent no headline; this one was made from the lead");
        if (Lifecycle.IsOut(row.State) && row.HeadVersion > row.ReleasedVersion)
            yield return new Badge("draft", $"version {row.HeadVersion} in work", $"Version {row.ReleasedVersion} is out");
    }
}
