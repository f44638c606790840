using System.Globalization;
using Wireroom.Wire.Dates;
using Wireroom.Wire.Xml;

namespace Wireroom.Wire.NewsMlG2;

/// <summary>Reads what is said of the content (NewsML-G2 2.35, contentMeta), and of parts of it (partMeta).</summary>
internal static class NewsMlG2ContentMeta
{
    /// <summary>Reads the metadata; of the subjects those that are wanted here.</summary>
    internal static void Read(XmlElement meta, NewsMlG2Draft draft, Predicate<XmlElement> isSubject)
    {
        foreach (var element in meta.Children.Where(element => element.Name != "subject" || isSubject(element)))
        {
            if (!Administrative(element, draft) && !Parties(element, draft) && !Descriptive(element, draft))
            {
                draft.Drop(element);
            }
        }
    }

    /// <summary>True for the names by which agencies call the number that an item has in their line of items.</summary>
    internal static bool IsSequence(string? type) => type is "runningnumber" or "sequence" or "sequencenumber" or "sequence-number" or "storynumber";

    /// <summary>A part of a film or sound: what it shows, from when to when, and its picture.</summary>
    internal static void Part(XmlElement part, NewsMlG2Draft draft)
    {
        string? words = null;
        string? times = null;
        foreach (var element in part.Children)
        {
            switch (element.Name)
            {
                case "description" or "headline" when NewsMlG2Text.Line(element) is { } text:
                    words = words is null ? text : $"{words} {text}";
                    break;
                case "icon":
                    draft.Media.Add(NewsMlG2Files.Read(element, "keyframe", draft));
                    break;
                case "timedelim" when times is null && NewsMlG2Files.Clock(element["start"], draft.Codes.Word(element, "timeunit")) is { } start && NewsMlG2Files.Clock(element["end"], draft.Codes.Word(element, "timeunit")) is { } end:
                    times = $"{start}\u2013{end}";
                    break;
                default:
                    draft.Drop($"partmeta.{element.LocalName}", string.Join(' ', element.Attributes.Select(attribute => $"{attribute.Name}={attribute.Value}").Append(element.Text)).Trim());
                    break;
            }
        }

        if (words is not null)
        {
            draft.Parts.Add(times is null ? words : $"{times} {words}");
        }
        else
        {
            draft.Drop("partmeta.timedelim", times);
        }
    }

    private static bool Administrative(XmlElement element, NewsMlG2Draft draft)
    {
        switch (element.Name)
        {
            case "urgency" when int.TryParse(element.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var urgency) && urgency is >= 1 and <= 9:
                draft.Item = draft.Item with { Urgency = urgency };
                return true;
            case "contentcreated" when draft.ContentCreated is null:
                draft.ContentCreated = WireDates.Read(element.Text);
                return true;
            case "contentmodified":
                draft.Drop("contentmodified", WireDates.Read(element.Text)?.Instant is { } modified && modified == draft.Item.VersionCreated?.Instant ? null : element.TextOrNull);
                return true;
            case "icon":
                draft.Media.Add(NewsMlG2Files.Read(element, "icon", draft));
                return true;
            case "altid" when draft.Item.Sequence is null && IsSequence(draft.Codes.Word(element, "type")) && element.TextOrNull is { } sequence:
                draft.Item = draft.Item with { Sequence = sequence };
                return true;
            case "altid" when draft.AltIds.Count < NewsMlG2Draft.Most && element.TextOrNull is { } other:
                draft.AltIds.Add(new WireAltId(draft.Codes.Bare(element["type"] ?? element["typeuri"] ?? element["role"] ?? ""), other));
                return true;
            case "language":
                // The first is the item's language, taken before the rest was read.
                draft.Drop("language", element["tag"] is { } tag && !tag.Equals(draft.Item.Language, StringComparison.OrdinalIgnoreCase) ? tag : null);
                return true;
            default:
                return false;
        }
    }

    private static bool Parties(XmlElement element, NewsMlG2Draft draft)
    {
        switch (element.Name)
        {
            case "located" when draft.Concepts.Place(element) is { } place:
                if (draft.Item.Located is null)
                {
                    draft.Item = draft.Item with { Located = place };
                }
                else
                {
                    draft.Places.Add(place);
                }

                draft.DropChildren(element, "name", "broader", "geoareadetails", "poidetails");
                return true;
            case "infosource" when draft.Sources.Count < NewsMlG2Draft.Most && draft.Concepts.Party(element) is { } source:
                if (!draft.Sources.Contains(source))
                {
                    draft.Sources.Add(source);
                }

                draft.Drop("infosource.role", element["role"] ?? element["roleuri"]);
                draft.DropChildren(element, "name");
                return true;
            case "creator" when draft.Creators.Count < NewsMlG2Draft.Most:
                NewsMlG2Creator.Take(element, draft);
                return true;
            default:
                return false;
        }
    }

    private static bool Descriptive(XmlElement element, NewsMlG2Draft draft)
    {
        var item = draft.Item;
        switch (element.Name)
        {
            case "headline" when draft.Headlines.Count < NewsMlG2Draft.Most:
                NewsMlG2Headlines.Take(element, draft);
                return true;
            case "title" when draft.Titles.Count < NewsMlG2Draft.Most && NewsMlG2Text.Line(element) is { } title:
                // Not of the schema here, but senders put it here.
                draft.Titles.Add(title);
                return true;
            case "slugline" when item.Slugline is null:
                draft.Item = item with { Slugline = NewsMlG2Text.Line(element) };
                draft.Drop("slugline.separator", draft.Item.Slugline is null ? null : element["separator"]);
                return true;
            case "dateline" when item.Dateline is null:
                draft.Item = item with { Dateline = NewsMlG2Text.Line(element) };
                return true;
            case "by" or "byline" when item.Byline is null:
                draft.Item = item with { Byline = NewsMlG2Text.Line(element) };
                return true;
            case "creditline" when item.Credit is null:
                draft.Item = item with { Credit = NewsMlG2Text.Line(element) };
                return true;
            case "description" when draft.Descriptions.Count < NewsMlG2Draft.Most:
                var role = draft.Codes.Word(element, "role");
                if ((NewsMlG2Descriptions.IsCopy(role) ? NewsMlG2Text.Lines(element) : NewsMlG2Text.Block(element)) is { } text)
                {
                    draft.Descriptions.Add((role, text, element.Language));
                }

                return true;
            case "keyword":
                return NewsMlG2Text.Line(element) is { } keyword && (draft.Keywords.TryAdd(keyword, true) || true);
            case "genre" when draft.Genres.Count < NewsMlG2Draft.Most && draft.Concepts.Subject(element) is { } genre:
                draft.Genres.Add(genre with { Parents = null, Relevance = null });
                draft.DropChildren(element, "name");
                return true;
            case "subject":
                draft.Concepts.Take(element);
                return true;
            default:
                return false;
        }
    }
}
