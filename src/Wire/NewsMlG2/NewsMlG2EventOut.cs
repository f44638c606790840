using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;
using Wireroom.Wire.Html;
using Wireroom.Wire.NinJs;
using Wireroom.Wire.Xml;

namespace Wireroom.Wire.NewsMlG2;

/// <summary>Writes concepts and events as concept items, and plans as planning items.</summary>
internal sealed partial class NewsMlG2EventOut(XmlWriter xml, WireLosses losses, NewsMlG2ConceptsOut concepts, NewsMlG2MediaOut media)
{
    internal void Concept(WireItem item)
    {
        xml.Start("concept");
        var self = NewsMlG2ConceptsOut.Self(item);
        var (scheme, code) = self switch { WireSubject subject => (subject.Scheme, subject.Code), WirePlace place => (place.Scheme, place.Code), _ => (null, null) };
        xml.Start("conceptId");
        xml.WriteAttributeString(self is null ? "uri" : "qcode", NewsMlG2Out.QCode(scheme, code) ?? XmlOut.Clean(item.Guid ?? NinJsIds.Uri(item.Link ?? item.Headline ?? "item")));
        xml.WriteEndElement();
        xml.Coded("type", item.Kind == "event" ? "cpnat:event" : self is WirePlace ? "cpnat:geoArea" : item.People.Contains(self) ? "cpnat:person" : item.Organisations.Contains(self) ? "cpnat:organisation" : "cpnat:abstract");
        xml.Line("name", item.Headline ?? item.Slugline ?? item.Guid ?? "\u2013");
        Definitions(item);
        if (self is WireSubject known)
        {
            concepts.Parents(known);
        }
        else if (self is WirePlace place)
        {
            concepts.Country(place);
            concepts.Position(place);
        }

        if (item.Event is { } held && item.Kind == "event")
        {
            Details(held, item);
        }

        xml.WriteEndElement();
        if (item.Headline is null || item.Headlines[0].Role == "title")
        {
            losses.Lose(item, "headlines", "an event or concept without a name");
        }

        if (self is WireSubject { Parents: not null } && item.Kind == "event")
        {
            losses.Lose(item, "subjects", "the parents of the event's own subject");
        }
    }

    /// <summary>Planned coverage; what was delivered stands with the coverage that says so.</summary>
    internal void Planned(WireItem item)
    {
        var coverage = item.Event?.Coverage ?? [];
        var delivered = new Queue<WireLink>(item.Links.Where(link => link.Relation == NewsMlG2Planning.Delivered));
        var left = coverage.Count(planned => planned.Status == NewsMlG2Planning.Delivered);
        var (isLost, areLinksLost) = (item.Event is { } held && held with { Coverage = [], Contacts = [] } != new WireEvent(null, null) { Coverage = [], Contacts = [] }, false);
        if (coverage.Count > 0)
        {
            xml.Start("newsCoverageSet");
            foreach (var planned in coverage)
            {
                xml.Start("newsCoverage");
                xml.Start("planning");
                Planning(planned);
                xml.WriteEndElement();
                if (planned.Status == NewsMlG2Planning.Delivered && delivered.Count > 0)
                {
                    left--;
                    Delivery(delivered, left == 0, item);
                }
                else
                {
                    isLost |= planned.Status is not null;
                }

                xml.WriteEndElement();
                isLost |= IsLost(planned);
            }

            xml.WriteEndElement();
        }

        areLinksLost |= delivered.Count > 0 || item.Links.SkipWhile(link => link.Relation != NewsMlG2Planning.Delivered).Any(link => link.Relation != NewsMlG2Planning.Delivered);
        if (isLost || item.Event is null || item.Event.Contacts.Count > 0)
        {
            losses.Lose(item, "event", "all that is said of the plan");
        }

        if (areLinksLost)
        {
            losses.Lose(item, "links", "what was delivered apart from a coverage that says so");
        }

        if (item.Body.Count > 0)
        {
            losses.Lose(item, "body");
        }
    }

    private static bool IsLost(WireCoverage planned) =>
        (planned.Due is not null && NewsMlG2Out.Norm(planned.Due) is null) || (planned.Note is not null && NewsMlG2Out.Normal(planned.Note) != planned.Note) || NewsMlG2Out.Own(planned.Kind) is null || planned.Kind != NewsMlG2ItemMeta.Kind(planned.Kind.ToLowerInvariant())
        || (planned.AssignedTo is not null && NewsMlG2Out.Plain(planned.AssignedTo) != planned.AssignedTo);

    private void Delivery(Queue<WireLink> delivered, bool isLast, WireItem item)
    {
        xml.Start("delivery");
        do
        {
            media.Link("deliveredItemRef", delivered.Dequeue(), null, item);
        }
        while (isLast && delivered.Count > 0);
        xml.WriteEndElement();
    }

    private void Planning(WireCoverage planned)
    {
        xml.Coded("itemClass", planned.Kind is "text" or "picture" or "graphic" or "video" or "audio" ? $"ninat:{planned.Kind}" : planned.Kind == "package" ? "ninat:composite" : NewsMlG2Out.Own(planned.Kind));
        xml.Named("assignedTo", planned.AssignedTo);
        xml.Line("scheduled", Day(planned.Due, planned.Due is { Local.TimeOfDay.Ticks: 0 } due && due.AsSent.AsSpan().IndexOfAny('T', ':') < 0));
        foreach (var note in planned.Note is null ? [] : NewsMlG2Out.Normal(planned.Note).Split("\n\n"))
        {
            xml.Block("edNote", note);
        }
    }

    private void Definitions(WireItem item)
    {
        xml.Block("definition", item.Standfirst, $"{NewsMlG2Codes.Own}:short");
        foreach (var block in item.Body)
        {
            xml.Block("definition", PlainText.Write([block]), $"{NewsMlG2Codes.Own}:body");
        }

        if (!item.Body.All(block => block is WireParagraph { Runs: [{ Style: WireStyle.None, Href: null } run] } && IsPlain(run.Text)))
        {
            losses.Lose(item, "body", "copy of an event or concept beyond plain paragraphs");
        }
    }

    private static bool IsPlain(string text) =>
        text.Length > 0 && NewsMlG2Out.Normal(text) == text && !text.Contains("\n\n", StringComparison.Ordinal) && !NewsMlG2Text.HoldsMarkup(text);

    private void Details(WireEvent held, WireItem item)
    {
        var start = Day(held.Start, held.AllDay);
        if (start is null)
        {
            if (held.Start is not null || held.End is not null || held.Status is not null || held.Organiser is not null || held.Contacts.Count + held.Coverage.Count > 0 || held.Recurrence is not null || item.Located is not null)
            {
                losses.Lose(item, "event", "an event of which no one can say when it begins");
                losses.Lose(item, "located", "where an event takes place that begins no one knows when");
            }

            return;
        }

        xml.Start("eventDetails");
        xml.Start("dates");
        xml.Line("start", start);
        xml.Line("end", Day(held.End, held.AllDay));
        var isLost = (held.End is not null && Day(held.End, held.AllDay) is null) || !Rule(held.Recurrence);
        xml.WriteEndElement();
        var status = held.Status switch { "confirmed" => "eocstat:eos5", "tentative" => "eocstat:eos3", "cancelled" => "eocstat:eos6", _ => null };
        if (held.Status is not null && status is null)
        {
            xml.Coded("eventStatus", NewsMlG2Out.Own(held.Status));
        }

        xml.Coded("occurStatus", status);
        if (item.Located is not null)
        {
            concepts.Place("location", item.Located, item, "located");
        }

        xml.Named("organiser", held.Organiser);
        NewsMlG2Contacts.Write(xml, held.Contacts);
        foreach (var planned in held.Coverage)
        {
            xml.Start("newsCoverage");
            Planning(planned);
            xml.WriteEndElement();
            isLost |= planned.Status is not null || IsLost(planned);
        }

        xml.WriteEndElement();
        if (isLost || (held.Status is not null && status is null && NewsMlG2Out.Own(held.Status) is null) || held.Status is "canceled" || held.Contacts.Any(contact => NewsMlG2Out.Plain(contact) != contact || contact.Length == 0) || (held.Organiser is not null && NewsMlG2Out.Plain(held.Organiser) != held.Organiser))
        {
            losses.Lose(item, "event", "all that is said of when it takes place and who covers it");
        }
    }

    private static string? Day(WireTime? time, bool allDay) => allDay && time?.Local is { } day ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : NewsMlG2Out.Norm(time);

    /// <summary>A recurrence rule of RFC 5545 as attributes; false where it is none that the schema takes.</summary>
    private bool Rule(string? rule)
    {
        if (rule is null)
        {
            return true;
        }

        var parts = rule.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(part => part.Split('=', 2)).ToList();
        if (!parts.Exists(part => part[0] == "FREQ" && part.Length == 2 && part[1] is "SECONDLY" or "MINUTELY" or "HOURLY" or "DAILY" or "WEEKLY" or "MONTHLY" or "YEARLY") || !parts.TrueForAll(IsWritten) || parts.DistinctBy(part => part[0]).Count() != parts.Count)
        {
            return false;
        }

        xml.Start("rRule");
        foreach (var part in parts)
        {
            xml.WriteAttributeString(part[0].ToLowerInvariant(), part[0] == "UNTIL" ? Until(part[1])! : part[1].Replace(',', ' '));
        }

        xml.WriteEndElement();

        // It is read again in the order of the specification.
        return rule == string.Join(';', parts.OrderBy(part => Array.IndexOf(NewsMlG2Dates.RuleParts, part[0])).Select(part => $"{part[0]}={part[1]}"));
    }

    private static bool IsWritten(string[] part) => part.Length == 2 && part[0] switch
    {
        "FREQ" => true,
        "UNTIL" => Until(part[1]) is not null,
        "COUNT" or "INTERVAL" => int.TryParse(part[1], NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0,
        "BYDAY" => Days().IsMatch(part[1]),
        "WKST" => part[1] is "MO" or "TU" or "WE" or "TH" or "FR" or "SA" or "SU",
        "BYMONTH" => part[1].Split(',').All(month => int.TryParse(month, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= 12),
        "BYMONTHDAY" => part[1].Split(',').All(day => int.TryParse(day, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) is >= 1 and <= 31),
        _ => false,
    };

    /// <summary>The last day or time of a rule as XML Schema has it; null where it is none.</summary>
    private static string? Until(string until) => UntilForm().Match(until) is { Success: true } match
        ? $"{match.Groups[1].Value}-{match.Groups[2].Value}-{match.Groups[3].Value}" + (match.Groups[4].Success ? $"T{match.Groups[5].Value}:{match.Groups[6].Value}:{match.Groups[7].Value}{match.Groups[8].Value}" : "") : null;

    [GeneratedRegex(@"^(\d{4})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(T([01]\d|2[0-3])([0-5]\d)([0-5]\d)(Z?))?$", RegexOptions.CultureInvariant)]
    private static partial Regex UntilForm();

    [GeneratedRegex(@"^[+-]?\d{0,2}(?:MO|TU|WE|TH|FR|SA|SU)(?:,[+-]?\d{0,2}(?:MO|TU|WE|TH|FR|SA|SU))*$", RegexOptions.CultureInvariant)]
    private static partial Regex Days();
}
