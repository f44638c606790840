namespace Wireroom.Wire;

/// <summary>
/// An event as its calendar or agency announced it: headline, standfirst, body, place, people and subjects stand in the <see cref="WireItem"/>; here stands
/// when it takes place and who covers it. A day without a time of day is a <see cref="WireTime.Local"/> at midnight with <see cref="AllDay"/>.
/// </summary>
public sealed record WireEvent(WireTime? Start, WireTime? End)
{
    /// <summary>True where only days are given.</summary>
    public bool AllDay { get; init; }

    /// <summary>Lower case as sent: <c>tentative</c>, <c>confirmed</c>, <c>cancelled</c>, <c>postponed</c>; null where unsaid.</summary>
    public string? Status { get; init; }

    /// <summary>The rule of its repetition as sent (RFC 5545, RRULE); null where it takes place once.</summary>
    public string? Recurrence { get; init; }

    /// <summary>Who holds it.</summary>
    public string? Organiser { get; init; }

    /// <summary>Whom to ask: names, telephone numbers, addresses, as sent.</summary>
    public IReadOnlyList<string> Contacts { get; init; } = [];

    /// <summary>What the sender, or the newsroom, means to deliver of it.</summary>
    public IReadOnlyList<WireCoverage> Coverage { get; init; } = [];
}

/// <summary>Planned coverage of an event: kind (<c>text</c>, <c>picture</c>, …), when it is due, what is to be done, and by whom.</summary>
public sealed record WireCoverage(string Kind, WireTime? Due = null, string? Note = null, string? AssignedTo = null, string? Status = null);
