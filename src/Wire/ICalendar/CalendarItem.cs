using System.Globalization;
using Wireroom.Wire.Feeds;
using Wireroom.Wire.Html;

namespace Wireroom.Wire.ICalendar;

/// <summary>Reads one event, task or journal entry (RFC 5545, section 3.6) as an item.</summary>
internal sealed class CalendarItem(CalendarComponent component, string? method, WireFeed calendar, CalendarZones zones, Action<WireFault> fault)
{
    private readonly CalendarTimes times = new(zones, fault);
    private readonly List<string> notes = [];
    private readonly List<string> contacts = [];
    private readonly List<string> keywords = [];
    private readonly List<string> recurrence = [];
    private readonly List<WireSubject> people = [];
    private readonly List<WireSubject> organisations = [];
    private readonly List<WireSubject> subjects = [];
    private readonly List<WireMedia> media = [];
    private readonly List<WireLink> links = [];
    private readonly List<WireDropped> dropped = [];
    private WireItem item = new() { Format = "icalendar" };
    private (double Latitude, double Longitude)? position;
    private string? location;
    private string? organiser;
    private string? status;
    private string? plain;
    private string? html;
    private WireTime? stamp;

    internal WireItem Read()
    {
        var isEvent = component.Name != "VJOURNAL";
        item = item with { Kind = isEvent ? "event" : "text", Provider = calendar.Title.Length > 0 ? calendar.Title : null };
        foreach (var line in component.Properties)
        {
            if (!Identity(line) && !Copy(line) && !Who(line) && !More(line))
            {
                Drop(line);
            }
        }

        foreach (var inner in component.Components)
        {
            dropped.Add(new WireDropped(inner.Name, string.Join("; ", inner.Properties.Select(line => $"{line.Name}={line.Text}"))));
        }

        Method();
        Instance();
        var place = location is null ? null : new WirePlace(location, Latitude: position?.Latitude, Longitude: position?.Longitude);
        return item with
        {
            Signal = method == "CANCEL" ? WireSignal.Withdrawal : item.Signal,
            PubStatus = method == "CANCEL" ? "canceled" : null,
            VersionCreated = item.VersionCreated ?? stamp,
            Located = place,
            Places = position is null ? [] : [place ?? new WirePlace("", Latitude: position.Value.Latitude, Longitude: position.Value.Longitude)],
            EdNote = notes.Count == 0 ? null : string.Join("\n\n", notes),
            Keywords = [.. keywords.Distinct(StringComparer.Ordinal)],
            Body = Body(),
            People = people,
            Organisations = organisations,
            Subjects = subjects,
            Media = media,
            Links = links,
            Event = isEvent ? Event() : null,
            Dropped = dropped,
        };
    }

    private bool Identity(ContentLine line)
    {
        switch (line.Name)
        {
            case "UID":
                item = item with { Guid = item.Guid ?? line.Text };
                return true;
            case "SEQUENCE" when long.TryParse(line.Value.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var sequence):
                item = item with { Version = sequence };
                return true;
            case "CREATED" or "DCREATED":
                item = item with { Created = times.Of(line) };
                return true;
            case "LAST-MODIFIED":
                item = item with { VersionCreated = times.Of(line) };
                return true;
            case "DTSTAMP":
                // RFC 5545, section 3.8.7.2: in a message when it was made, elsewhere when the event was last changed.
                stamp = times.Of(line);
                if (component["LAST-MODIFIED"] is not null)
                {
                    Drop(line);
                }

                return true;
            case "STATUS":
                status = line.Text?.ToLowerInvariant();
                return true;
            case "PRIORITY":
                // RFC 5545, section 3.8.1.9: 1 is the highest, 9 the lowest, 0 is none.
                item = item with { Urgency = int.TryParse(line.Value.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var priority) && priority is >= 1 and <= 9 ? priority : null };
                return true;
            case "CLASS":
                if (line.Text is { } access && !access.Equals("PUBLIC", StringComparison.OrdinalIgnoreCase))
                {
                    notes.Add($"CLASS: {access}");
                }

                return true;
            default:
                return line.Name is "RECURRENCE-ID" or "DTSTART" or "DTEND" or "DURATION" or "DUE";
        }
    }

    private bool Copy(ContentLine line)
    {
        switch (line.Name)
        {
            case "SUMMARY" when item.Headlines.Count == 0 && line.Text is { } summary:
                item = item with { Headlines = [new WireText(Spaces.Collapse(summary))], Language = item.Language ?? line["LANGUAGE"] };
                return true;
            case "DESCRIPTION" or "STYLED-DESCRIPTION" or "X-ALT-DESC" when line.Text is { } text:
                item = item with { Language = item.Language ?? line["LANGUAGE"] };
                var isHtml = line["FMTTYPE"]?.Contains("html", StringComparison.OrdinalIgnoreCase) == true || HtmlBody.LooksLikeMarkup(text);
                if (isHtml)
                {
                    html ??= text;
                }
                else
                {
                    plain = plain is null ? text : $"{plain}\n\n{text}";
                }

                return true;
            case "LOCATION" when location is null && line.Text is { } where:
                location = Spaces.Collapse(where.Replace("\n", ", ", StringComparison.Ordinal));
                return true;
            case "GEO":
                // RFC 5545, section 3.8.1.6: latitude first; vCalendar 1.0 parts them by a comma and puts longitude first.
                var parts = line.Value.Replace("\\;", ";", StringComparison.Ordinal).Split(';', ',');
                if (parts.Length == 2 && FeedExtensions.Degrees(parts[0].Trim()) is { } north && FeedExtensions.Degrees(parts[1].Trim()) is { } east && line.Value.Contains(';', StringComparison.Ordinal) && Math.Abs(north) <= 90)
                {
                    position = (north, east);
                    return true;
                }

                return false;
            case "COMMENT" when line.Text is { } comment:
                notes.Add(comment);
                return true;
            case "CATEGORIES":
                // vCalendar 1.0 parts them by semicolons.
                keywords.AddRange(line.Texts.SelectMany(text => text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)));
                return true;
            case "CONCEPT" when line.Text is { } concept:
                var (scheme, code) = TopicCodes.Split(concept);
                subjects.Add(new WireSubject(code, scheme, code));
                return true;
            default:
                return false;
        }
    }

    private bool Who(ContentLine line)
    {
        switch (line.Name)
        {
            case "ORGANIZER" when organiser is null && Name(line) is { } name:
                organiser = name;
                if (line["CN"] is not null)
                {
                    Drop(line);
                }

                return true;
            case "ATTENDEE" when Name(line) is { } attendee:
                var kind = line["CUTYPE"]?.ToUpperInvariant();
                if (kind is "ROOM" or "RESOURCE")
                {
                    return false;
                }

                (kind == "GROUP" ? organisations : people).Add(new WireSubject(attendee));
                Drop(line);
                return true;
            case "CONTACT" when line.Text is { } contact:
                contacts.Add(Spaces.Collapse(contact.Replace("\n", ", ", StringComparison.Ordinal)));
                return true;
            default:
                return false;
        }
    }

    private bool More(ContentLine line)
    {
        switch (line.Name)
        {
            case "URL" when item.Link is null && line.Text is { } address:
                item = item with { Link = SafeAddress.Link(address, null) ?? address };
                return true;
            case "ATTACH":
                media.Add(File(line, "attachment"));
                return true;
            case "IMAGE":
                media.Add(File(line, line["DISPLAY"]?.ToLowerInvariant() is "thumbnail" or "badge" ? "thumbnail" : "main") with { Kind = "picture" });
                return true;
            case "CONFERENCE" or "X-GOOGLE-CONFERENCE" when line.Text is { } conference:
                links.Add(new WireLink("conference", null, SafeAddress.Link(conference, null) ?? conference, line["LABEL"]));
                return true;
            case "RELATED-TO" when line.Text is { } related:
                links.Add(new WireLink(line["RELTYPE"]?.ToLowerInvariant() ?? "parent", related));
                return true;
            case "LINK" when SafeAddress.Link(line.Text, null) is { } web:
                links.Add(new WireLink(line["LINKREL"] ?? "related", null, web, line["LABEL"]));
                return true;
            case "RRULE" or "EXRULE" or "RDATE" or "EXDATE":
                var parameters = string.Concat(line.Parameters.Select(parameter => $";{parameter.Name}={parameter.Value}"));
                recurrence.Add(line.Name == "RRULE" && recurrence.Count == 0 ? line.Value.Trim() : $"{line.Name}{parameters}:{line.Value.Trim()}");
                return true;
            default:
                return false;
        }
    }

    private WireEvent Event()
    {
        var (start, due) = (component["DTSTART"], component["DTEND"] ?? component["DUE"]);
        var begins = times.Of(start);
        var ends = times.Of(due) ?? (component["DURATION"] is { } duration && begins is not null ? times.After(begins, duration, start) : null);
        if (begins is null && ends is null)
        {
            fault(new WireFault(WireFaultKind.Lost, "no-time", $"A {component.Name} says neither when it begins nor when it ends.", -1, component.Line, 1));
        }

        return new WireEvent(begins, ends)
        {
            AllDay = CalendarTimes.IsDay(start ?? due),
            Status = status,
            Recurrence = recurrence.Count == 0 ? null : string.Join('\n', recurrence),
            Organiser = organiser,
            Contacts = contacts,
        };
    }

    /// <summary>RFC 5546, section 1.4: a message that answers, asks or counters announces nothing.</summary>
    private void Method()
    {
        if (method is "REPLY" or "REFRESH" or "COUNTER" or "DECLINECOUNTER")
        {
            item = item with { Signal = WireSignal.Advisory };
        }

        if (method is not (null or "PUBLISH" or "REQUEST" or "CANCEL" or "ADD"))
        {
            dropped.Add(new WireDropped("METHOD", method));
        }

        if (component.Name == "VJOURNAL")
        {
            item = item with { Published = times.Of(component["DTSTART"]) };
            if (status == "cancelled")
            {
                item = item with { Signal = WireSignal.Withdrawal };
            }
        }
    }

    /// <summary>One instance of a repeated event that differs from the others has the name of all (RFC 5545, section 3.8.4.4); here it gets one of its own.</summary>
    private void Instance()
    {
        if (component["RECURRENCE-ID"] is { Text: { } which } && item.Guid is { } series)
        {
            links.Add(new WireLink("instance-of", series));
            item = item with { Guid = $"{series}#{which}" };
        }
    }

    private IReadOnlyList<WireBlock> Body()
    {
        if (html is null)
        {
            return Paragraphs(plain);
        }

        var body = HtmlBody.Read(html);
        if (body.Count == 0)
        {
            return Paragraphs(plain);
        }

        if (plain is not null && Bare(plain) != Bare(PlainText.Write(body)))
        {
            dropped.Add(new WireDropped("DESCRIPTION", plain.Length > 1000 ? plain[..1000] + "\u2026" : plain));
        }

        return body;
    }

    /// <summary>Line ends of a description are its writer's own: folds are not among them. Blank lines part paragraphs, others stay.</summary>
    private static List<WireBlock> Paragraphs(string? text) =>
        [.. (text ?? "").Replace("\r", "", StringComparison.Ordinal).Split('\n').Select(line => line.Trim()).Aggregate(new List<List<string>> { new() }, (groups, line) =>
        {
            if (line.Length == 0)
            {
                groups.Add([]);
            }
            else
            {
                groups[^1].Add(line);
            }

            return groups;
        }).Where(group => group.Count > 0).Select(group => new WireParagraph([new WireRun(string.Join('\n', group))]))];

    private static string Bare(string text) => string.Concat(text.Where(char.IsLetterOrDigit));

    private WireMedia File(ContentLine line, string role)
    {
        var inline = line["VALUE"]?.Equals("BINARY", StringComparison.OrdinalIgnoreCase) == true || line["ENCODING"]?.StartsWith("B", StringComparison.OrdinalIgnoreCase) == true;
        var address = inline ? null : line.Text;
        return new WireMedia(role, SafeAddress.File(address, null) ?? address, line["FMTTYPE"])
        {
            Kind = FeedMedia.KindOf(line["FMTTYPE"]),
            Title = line["FILENAME"] ?? line["X-FILENAME"] ?? line["LABEL"],
            Bytes = FeedMedia.Number(line["SIZE"]) ?? (inline ? (line.Value.Count(char.IsLetterOrDigit) + line.Value.Count(c => c is '+' or '/')) * 3L / 4 : null),
        };
    }

    /// <summary>The common name; the mail address where there is none.</summary>
    private static string? Name(ContentLine line)
    {
        var name = line["CN"] ?? line.Text;
        return name is null ? null : name.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) ? name[7..].Trim() : name.Trim('\'', ' ') is { Length: > 0 } said ? said : null;
    }

    private void Drop(ContentLine line)
    {
        var parameters = string.Join(';', line.Parameters.Where(parameter => parameter.Name is not ("ENCODING" or "CHARSET" or "CN")).Select(parameter => $"{parameter.Name}={parameter.Value}"));
        var value = parameters.Length == 0 ? line.Text : $"{line.Text} ({parameters})";
        dropped.Add(new WireDropped(line.Name, value is { Length: > 1000 } ? value[..1000] + "\u2026" : value));
    }
}
