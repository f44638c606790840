using Wireroom.Wire.Dates;
using Wireroom.Wire.Feeds;
using Wireroom.Wire.Xml;

namespace Wireroom.Wire.NewsMlG2;

/// <summary>Reads planned coverage (NewsML-G2 2.35, newsCoverageSet): each planning is one coverage, what was delivered a link.</summary>
internal static class NewsMlG2Planning
{
    /// <summary>Relation of a link to what was delivered under a coverage, and the status of that coverage.</summary>
    internal const string Delivered = "delivered";

    /// <summary>Relation of a link to the event that is to be covered.</summary>
    internal const string Event = "event";

    internal static void Read(XmlElement set, NewsMlG2Draft draft)
    {
        var coverage = new List<WireCoverage>();
        foreach (var planned in set.Children)
        {
            var status = planned.Child("delivery") is null ? null : Delivered;
            coverage.AddRange(planned.All("planning").Select(planning => Coverage(planning, status, draft)));
            foreach (var element in planned.Children)
            {
                if (element.Name == "delivery")
                {
                    foreach (var reference in element.Children)
                    {
                        NewsMlG2Links.Take(reference, Delivered, draft);
                    }
                }
                else if (element.Name != "planning")
                {
                    draft.Drop(element);
                }
            }
        }

        draft.Item = draft.Item with { Event = (draft.Item.Event ?? new WireEvent(null, null)) with { Coverage = coverage } };
    }

    /// <summary>Subjects of the kind event are the events that are to be covered.</summary>
    internal static void Events(XmlElement meta, NewsMlG2Draft draft)
    {
        foreach (var subject in meta.All("subject").Where(subject => IsEvent(subject, draft)))
        {
            if ((subject["qcode"] ?? subject["uri"] ?? subject["literal"]) is { } name)
            {
                draft.Links.Add(new WireLink(Event, name, Title: draft.Concepts.Name(subject, orCode: false)));
            }
        }
    }

    internal static bool IsEvent(XmlElement subject, NewsMlG2Draft draft) => draft.Codes.Word(subject, "type") == "event";

    internal static WireCoverage Coverage(XmlElement planning, string? status, NewsMlG2Draft draft)
    {
        var type = planning.Child("g2contenttype")?.TextOrNull;
        var kind = NewsMlG2ItemMeta.Kind(planning.Child("itemclass") is { } known ? draft.Codes.Word(known, "qcode") : null) ?? FeedMedia.KindOf(type) ?? "text";
        var notes = new List<string>();
        foreach (var element in planning.Children)
        {
            switch (element.Name)
            {
                case "headline" or "slugline" or "description" or "ednote":
                    notes.AddRange(NewsMlG2Text.Block(element) is { } note ? [note] : []);
                    break;
                case "assignedto":
                    draft.DropRest(element, "qcode", "uri", "literal");
                    break;
                case "scheduled" or "itemclass":
                    break;
                case "g2contenttype":
                    draft.Drop("g2contenttype", type);
                    break;
                default:
                    draft.Drop(element);
                    break;
            }
        }

        var assigned = string.Join(", ", planning.All("assignedto").Select(party => draft.Concepts.Party(party, isAgency: false)).OfType<string>());
        return new WireCoverage(kind, WireDates.Read(planning.Child("scheduled")?.Text), notes.Count == 0 ? null : string.Join("\n\n", notes.Distinct(StringComparer.Ordinal)), assigned.Length == 0 ? null : assigned, status);
    }
}
