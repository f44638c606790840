using System.Globalization;
using Wireroom.Newsroom.Paper.Planning;
using Wireroom.Storage;
using Wireroom.Stories.Planning;
using Wireroom.Wire;
using Wireroom.Wire.Html;

namespace Wireroom.Newsroom.Intake.Planning;

/// <summary>An event that a calendar or an agency announces goes into the planning, and not into the queue: it is nothing to read yet.</summary>
internal static class TakeEvent
{
    private const int LongestNotes = 20_000;

    /// <summary>True for an item that announces something with a time.</summary>
    public static bool Is(WireItem item) => item.Event is { } held && (held.Start ?? held.End) is not null;

    /// <summary>The item as an event of the planning, its times without a zone taken in the house's.</summary>
    public static PlannedEvent Of(WireItem item, string source, string section, TimeZoneInfo zone)
    {
        var held = item.Event!;
        var starts = At(held.Start ?? held.End!, zone);
        var ends = held.End is { } end ? At(end, zone) : (DateTimeOffset?)null;

        // Of whole days a calendar names the day after as the end (RFC 5545, section 3.6.1), the agencies' formats the last day itself.
        if (held.AllDay)
            ends = item.Format == "icalendar" && ends > starts ? ends : LocalTimes.Midnight(ends ?? starts, zone, daysLater: 1);
        return new PlannedEvent
        {
            Source = source,
            Guid = item.Guid ?? $"{item.Headline}@{starts.UtcDateTime.ToString("s", CultureInfo.InvariantCulture)}",
            Version = item.Version ?? item.VersionCreated?.Instant?.ToUnixTimeSeconds() ?? 0,
            Title = item.Headline ?? item.Slugline ?? "(no title)",
            Notes = Notes(item),
            Place = item.Located?.Name is { Length: > 0 } name ? name : item.Places.FirstOrDefault(place => place.Name.Length > 0)?.Name ?? "",
            Organiser = held.Organiser ?? "",
            Contacts = string.Join('\n', held.Contacts),
            Coverage = string.Join('\n', held.Coverage.Select(one => string.Join(", ", new[] { one.Kind, one.Due?.AsSent, one.Note, one.AssignedTo, one.Status }.Where(part => !string.IsNullOrEmpty(part))))),
            Link = item.Link ?? "",
            Section = section,
            Starts = starts,
            Ends = ends > starts ? ends : null,
            AllDay = held.AllDay,
            Recurrence = held.Recurrence ?? "",
            Status = item.Signal is WireSignal.Withdrawal ? "cancelled" : held.Status ?? "",
        };
    }

    /// <summary>Takes the event in; the desk is told where it changed and somebody here is to cover it.</summary>
    public static async Task<EventTaken> TakeAsync(Store store, PlannedEvent announced, TimeZoneInfo zone, string agency, CancellationToken cancel)
    {
        var (outcome, kept) = await store.TakeEventAsync(announced, Occurrences.Last(announced, zone), cancel).ConfigureAwait(false);
        if (outcome is EventTaken.Changed && (await store.AssignmentsOfAsync([kept.Id], cancel).ConfigureAwait(false)).Any(one => one.IsOpen))
        {
            var when = TimeZoneInfo.ConvertTime(kept.Starts, zone).ToString(kept.AllDay ? "d MMMM" : "d MMMM HH:mm", CultureInfo.InvariantCulture);
            var words = kept.IsOff ? $"{agency}: “{kept.Title}” is {kept.Status}; somebody here is to cover it." : $"{agency} has changed “{kept.Title}”, now {when}; somebody here is to cover it.";
            await store.TellDeskAsync(NoticeKind.Event, null, announced.Source, words, cancel).ConfigureAwait(false);
        }

        return outcome;
    }

    private static string Notes(WireItem item)
    {
        var text = string.Join("\n\n", new[] { item.Standfirst, PlainText.Write(item.Body), item.EdNote }.Where(part => !string.IsNullOrWhiteSpace(part)));
        return text.Length > LongestNotes ? text[..LongestNotes] + "…" : text;
    }

    private static DateTimeOffset At(WireTime time, TimeZoneInfo zone) => time.Instant ?? LocalTimes.At(time.Local ?? DateTime.UnixEpoch, zone);
}
