using Wireroom.Newsroom.Intake.Dedupe;
using Wireroom.Storage;
using Wireroom.Stories;
using Wireroom.Stories.Planning;
using Wireroom.Wire;

namespace Wireroom.Newsroom.Intake;

/// <summary>What became of a document, item by item, for the arrival's history and for whoever handed it over.</summary>
public sealed class ArrivalReport(string name, ReadDocument document)
{
    private readonly List<WireFault> notes = [];
    private readonly List<WireFault> pictureNotes = [];
    private readonly List<StoryId?> stories = [];
    private readonly List<ArrivedItem> items = [];
    private readonly List<ArrivedItem> changes = [];
    private int taken;
    private int updated;
    private int repeated;

    /// <summary>File name or address.</summary>
    public string Name { get; } = name;

    /// <summary>Format, counts, faults, and what was decided of each item.</summary>
    public ArrivalOutcome Outcome => new(document.Format, taken, updated, repeated, [.. document.Faults, .. pictureNotes, .. notes]) { Items = [.. items] };

    /// <summary>The story that each item belongs to, in document order; null for an item that made none.</summary>
    public IReadOnlyList<StoryId?> Stories => stories;

    /// <summary>Why nothing could be read, in a sentence; null where something was.</summary>
    public string? WhyUnreadable => document.WhyUnreadable;

    /// <summary>True where the document brought a story or a newer version.</summary>
    public bool BroughtSomething => taken + updated > 0;

    /// <summary>What was decided of the items that brought something.</summary>
    public IReadOnlyList<ArrivedItem> Changes => [.. changes];

    /// <summary>The report of bytes that came a second time with nothing in between.</summary>
    internal static ArrivalReport SameBytes(string name, ArrivalOutcome before)
    {
        var report = new ArrivalReport(name, new ReadDocument(before.Format, [], [new WireFault(WireFaultKind.Repaired, "same-bytes", "The very bytes that came before; nothing was read again.")]));
        report.repeated = before.Taken + before.Updated + before.Repeated;
        return report;
    }

    internal void Begin()
    {
        notes.Clear();
        stories.Clear();
        items.Clear();
        changes.Clear();
        taken = updated = repeated = 0;
    }

    internal void Taken(TakenItem item, StoryId story, ArrivalDecision decision, IReadOnlyList<string>? rules = null)
    {
        taken++;
        Note(item, story, decision);
        Rules(rules);
        changes.Add(items[^1]);
    }

    internal void Updated(TakenItem item, StoryId story, ArrivalDecision decision)
    {
        updated++;
        Note(item, story, decision);
        changes.Add(items[^1]);
    }

    internal void Updated(TakenItem item, StoryId story, WireUpdate update, IReadOnlyList<string> rules)
    {
        updated++;
        Note(item, story, update switch
        {
            WireUpdate.IsNewest => "newer version",
            WireUpdate.TooLate => "newer version of a withdrawn story: changes nothing",
            WireUpdate.WaitsUnderEmbargo => "newer version: waits beside our text, its embargo binds",
            _ => "newer version: waits beside our text",
        });
        Rules(rules);
        changes.Add(items[^1]);
    }

    internal void Dropped(TakenItem item, IReadOnlyList<string> rules)
    {
        repeated++;
        Note(item, null, "dropped by a rule");
        Rules(rules);
        notes.Add(new WireFault(WireFaultKind.Repaired, "dropped", $"{Named(item)} was dropped: {rules[^1]}."));
    }

    internal void Repeated(TakenItem item, StoryId? story, ArrivalDecision decision)
    {
        repeated++;
        Note(item, story, decision);
    }

    internal void Planned(TakenItem item, EventTaken outcome)
    {
        taken += outcome is EventTaken.New ? 1 : 0;
        updated += outcome is EventTaken.Changed ? 1 : 0;
        repeated += outcome is EventTaken.Repeated or EventTaken.Late ? 1 : 0;
        Note(item, null, outcome switch
        {
            EventTaken.New => "new in the planning",
            EventTaken.Changed => "changed in the planning",
            EventTaken.Late => Words(ArrivalDecision.Late),
            _ => Words(ArrivalDecision.Repeat),
        });
        if (outcome is EventTaken.New or EventTaken.Changed)
            changes.Add(items[^1]);
    }

    internal void Linked(TakenItem item, string other) =>
        notes.Add(new WireFault(WireFaultKind.Repaired, "same-copy", $"{Named(item)} holds the same copy as “{other}”; the two are linked."));

    internal void PictureMissing(string href, string why) =>
        pictureNotes.Add(new WireFault(WireFaultKind.Lost, "picture-missing", $"The picture {href} could not be kept: {why}"));

    internal void PictureRefused(string href, string why) =>
        pictureNotes.Add(new WireFault(WireFaultKind.Lost, "picture-refused", $"The picture {href} was refused: {why}"));

    internal void NotReleased(TakenItem item, string why) =>
        notes.Add(new WireFault(WireFaultKind.Repaired, "not-released", $"{Named(item)} was not released by itself: {why}"));

    private void Rules(IReadOnlyList<string>? rules)
    {
        if (rules is { Count: > 0 })
            items[^1] = items[^1] with { Rules = rules };
    }

    private void Note(TakenItem item, StoryId? story, ArrivalDecision decision)
    {
        if (Meaning(item, decision) is { } meaning)
            notes.Add(meaning);
        Note(item, story, Words(decision));
    }

    private void Note(TakenItem item, StoryId? story, string decision)
    {
        stories.Add(story);
        items.Add(new ArrivedItem(decision, decision == Words(ArrivalDecision.Repeat) ? "" : item.Item.Headline ?? item.Item.Slugline ?? "", story?.Value ?? 0));
    }

    private static string Words(ArrivalDecision decision) => decision switch
    {
        ArrivalDecision.New => "new story",
        ArrivalDecision.Update => "newer version",
        ArrivalDecision.Repeat => "here already",
        ArrivalDecision.Late => "late: changes nothing",
        ArrivalDecision.Kill => "kill: withdrawn everywhere",
        ArrivalDecision.KillBeforeItem => "kill before its item: remembered",
        ArrivalDecision.Dead => "killed before it came: arrives dead",
        ArrivalDecision.Hold => "hold",
        _ => "note: changes nothing",
    };

    private static WireFault? Meaning(TakenItem item, ArrivalDecision decision) => decision switch
    {
        ArrivalDecision.Late => new WireFault(WireFaultKind.Repaired, "late", $"{Named(item)} is older than what is here, or was killed; it is kept and changes nothing."),
        ArrivalDecision.KillBeforeItem => new WireFault(WireFaultKind.Repaired, "kill-before-item", $"{Named(item)} kills something that has not arrived; it is remembered."),
        ArrivalDecision.Dead => new WireFault(WireFaultKind.Repaired, "killed-before-arrival", $"{Named(item)} was killed before it arrived; it stands withdrawn."),
        ArrivalDecision.Note => new WireFault(WireFaultKind.Repaired, "note", $"{Named(item)} is a note or a test; it is kept and changes nothing."),
        _ => null,
    };

    private static string Named(TakenItem item) => item.Item.Headline is { Length: > 0 } headline ? $"“{headline}”" : $"Item {item.Index + 1}";
}
