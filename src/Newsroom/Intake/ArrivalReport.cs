using Wireroom.Newsroom.Intake.Dedupe;
using Wireroom.Storage;
using Wireroom.Stories;
using Wireroom.Wire;

namespace Wireroom.Newsroom.Intake;

/// <summary>What became of a document, item by item, for the arrival's history and for whoever handed it over.</summary>
public sealed class ArrivalReport(string name, ReadDocument document)
{
    private readonly List<WireFault> notes = [];
    private readonly List<WireFault> pictureNotes = [];
    private readonly List<StoryId?> stories = [];
    private int taken;
    private int updated;
    private int repeated;

    /// <summary>File name or address.</summary>
    public string Name { get; } = name;

    /// <summary>Format, counts and faults.</summary>
    public ArrivalOutcome Outcome => new(document.Format, taken, updated, repeated, [.. document.Faults, .. pictureNotes, .. notes]);

    /// <summary>The story that each item belongs to, in document order; null for an item that made none.</summary>
    public IReadOnlyList<StoryId?> Stories => stories;

    /// <summary>Why nothing could be read, in a sentence; null where something was.</summary>
    public string? WhyUnreadable => document.WhyUnreadable;

    internal void Begin()
    {
        notes.Clear();
        stories.Clear();
        taken = updated = repeated = 0;
    }

    internal void Taken(StoryId story)
    {
        taken++;
        stories.Add(story);
    }

    internal void Updated(StoryId story)
    {
        updated++;
        stories.Add(story);
    }

    internal void Repeated(StoryId? story)
    {
        repeated++;
        stories.Add(story);
    }

    internal void PictureMissing(string href, string why) =>
        pictureNotes.Add(new WireFault(WireFaultKind.Lost, "picture-missing", $"The picture {href} could not be kept: {why}"));

    internal void NotReleased(TakenItem item, string why) =>
        notes.Add(new WireFault(WireFaultKind.Repaired, "not-released", $"{Named(item)} was not released by itself: {why}"));

    internal void Note(TakenItem item, ArrivalDecision decision) => notes.Add(decision switch
    {
        ArrivalDecision.Late => new WireFault(WireFaultKind.Repaired, "late", $"{Named(item)} is older than what is here, or was killed; it is kept and changes nothing."),
        ArrivalDecision.KillBeforeItem => new WireFault(WireFaultKind.Repaired, "kill-before-item", $"{Named(item)} kills something that has not arrived; it is remembered."),
        ArrivalDecision.Dead => new WireFault(WireFaultKind.Repaired, "killed-before-arrival", $"{Named(item)} was killed before it arrived; it stands withdrawn."),
        _ => new WireFault(WireFaultKind.Repaired, "note", $"{Named(item)} is a note or a test; it is kept and changes nothing."),
    });

    private static string Named(TakenItem item) => item.Item.Headline is { Length: > 0 } headline ? $"“{headline}”" : $"Item {item.Index + 1}";
}
