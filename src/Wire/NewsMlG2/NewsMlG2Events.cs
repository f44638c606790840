using Wireroom.Wire.Xml;

namespace Wireroom.Wire.NewsMlG2;

/// <summary>Reads an event (EventsML-G2, NewsML-G2 2.35, eventDetails): dates, place, status, who holds it and who takes part, whom to ask, planned coverage.</summary>
internal static class NewsMlG2Events
{
    internal static bool IsEvent(XmlElement concept, NewsMlG2Draft draft) =>
        concept.Child("eventdetails") is not null || (concept.Child("type") is { } type && draft.Codes.Word(type, "qcode") == "event");

    /// <summary>The event that a concept is: its name is the headline, its definition the standfirst.</summary>
    internal static void Read(XmlElement concept, NewsMlG2Draft draft)
    {
        draft.Item = draft.Item with { Kind = "event", Event = new WireEvent(null, null) };
        NewsMlG2Knowledge.Describe(concept, draft);
        foreach (var element in concept.Children)
        {
            switch (element.Name)
            {
                case "eventdetails":
                    Details(element, draft);
                    break;
                case "broader" when (element["qcode"] ?? element["uri"] ?? element["literal"]) is { } wider:
                    draft.Links.Add(new WireLink("broader", wider, Title: NewsMlG2Text.Name(element, draft.Language)));
                    break;
                case "conceptid" or "eventid" or "name" or "definition" or "note" or "type":
                    break;
                default:
                    draft.Drop(element);
                    break;
            }
        }
    }

    private static void Details(XmlElement details, NewsMlG2Draft draft)
    {
        var contacts = new List<string>();
        var organisers = new List<string>();
        var coverage = new List<WireCoverage>();
        string? status = null;
        foreach (var element in details.Children)
        {
            switch (element.Name)
            {
                case "dates":
                    NewsMlG2Dates.Read(element, draft);
                    break;
                case "eventstatus":
                    status = Status(draft.Codes.Word(element, "qcode"));
                    break;
                case "occurstatus":
                    status ??= Status(draft.Codes.Word(element, "qcode"));
                    break;
                case "location" when draft.Concepts.Place(element) is { } place:
                    Located(place, draft);
                    draft.DropChildren(element, "name", "broader", "geoareadetails", "poidetails");
                    break;
                case "organiser" when draft.Concepts.Party(element) is { } organiser:
                    organisers.Add(organiser);
                    contacts.AddRange((element.Child("organisationdetails") ?? element.Child("persondetails"))?.All("contactinfo").SelectMany(NewsMlG2Contacts.Read) ?? []);
                    break;
                case "participant" when draft.Concepts.Subject(element) is { } participant:
                    (draft.Concepts.Kind(element) == NewsMlG2ConceptKind.Organisation ? draft.Organisations : draft.People).Add(participant);
                    break;
                case "contactinfo":
                    contacts.AddRange(NewsMlG2Contacts.Read(element));
                    break;
                case "subject":
                    draft.Concepts.Take(element);
                    break;
                case "keyword" when NewsMlG2Text.Line(element) is { } keyword:
                    draft.Keywords.TryAdd(keyword, true);
                    break;
                case "newscoverage":
                    coverage.Add(NewsMlG2Planning.Coverage(element, null, draft));
                    break;
                case "language" when draft.Item.Language is null:
                    draft.Item = draft.Item with { Language = element["tag"] };
                    break;
                default:
                    draft.Drop(element);
                    break;
            }
        }

        draft.Item = draft.Item with
        {
            Event = draft.Item.Event! with { Status = status, Organiser = organisers.Count == 0 ? null : string.Join(", ", organisers), Contacts = contacts, Coverage = coverage },
        };
    }

    private static void Located(WirePlace place, NewsMlG2Draft draft)
    {
        if (draft.Item.Located is null)
        {
            draft.Item = draft.Item with { Located = place };
        }
        else
        {
            draft.Places.Add(place);
        }
    }

    /// <summary>The words of the trade for IPTC's codes of occurrence (event occurrence status NewsCodes): eos5 is certain, eos6 cancelled, those below are planned.</summary>
    private static string? Status(string? code) => code switch
    {
        "eos0" or "eos5" => "confirmed",
        "eos1" or "eos2" or "eos3" or "eos4" => "tentative",
        "eos6" or "canceled" => "cancelled",
        _ => code,
    };
}
