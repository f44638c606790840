using System.Globalization;
using Wireroom.Wire.Dates;
using Wireroom.Wire.Xml;

namespace Wireroom.Wire.Nitf;

/// <summary>Reads what is said of the document for those who handle it (NITF 3.6, docdata).</summary>
internal static class NitfDocData
{
    internal static void Read(XmlElement data, NitfDraft draft)
    {
        Status(data, draft);
        foreach (var element in data.Children)
        {
            if (!Identity(element, draft) && !Times(element, draft) && !Words(element, draft))
            {
                draft.Drop(element);
            }
        }
    }

    private static void Status(XmlElement data, NitfDraft draft)
    {
        var status = data["management-status"];
        draft.Drop("management-status", draft.Status(status) ? null : status);
        if (data["management-doc-idref"] is { } reference)
        {
            draft.Links.Add(new WireLink(data["management-idref-status"] ?? "related", reference));
        }
        else
        {
            draft.Drop("management-idref-status", data["management-idref-status"]);
        }
    }

    private static bool Identity(XmlElement element, NitfDraft draft)
    {
        var item = draft.Item;
        switch (element.LocalName)
        {
            case "doc-id" when item.Guid is null && (element["id-string"] ?? element.TextOrNull) is { } id:
                draft.Item = item with { Guid = id, Provider = item.Provider ?? element["regsrc"] };
                return true;
            case "urgency" when int.TryParse(element["ed-urg"] ?? element.TextOrNull, NumberStyles.None, CultureInfo.InvariantCulture, out var urgency) && urgency is >= 1 and <= 9:
                draft.Item = item with { Urgency = urgency };
                return true;
            case "du-key":
                Key(element, draft);
                return true;
            case "correction":
                draft.Signal(WireSignal.Correction);
                Note(element["info"], draft);
                if (element["id-string"] is { } corrected)
                {
                    draft.Links.Add(new WireLink("corrects", corrected));
                }

                draft.DropRest(element, "info", "id-string");
                return true;
            case "ed-msg":
                Message(element, draft);
                return true;
            default:
                return false;
        }
    }

    /// <summary>The key that versions and takes of one story share; agencies put the slugline there (NITF 3.6, du-key).</summary>
    private static void Key(XmlElement element, NitfDraft draft)
    {
        var key = element["key"];
        var item = draft.Item;
        draft.Item = item with
        {
            TakeKey = item.TakeKey ?? key,
            Slugline = item.Slugline ?? key,
            Version = long.TryParse(element["version"], NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : item.Version,
        };
        if (int.TryParse(element["part"], NumberStyles.None, CultureInfo.InvariantCulture, out var part) && part > 1 && item.Signal == WireSignal.New)
        {
            draft.Signal(WireSignal.Take);
        }

        if (draft.Item.Version is null || element["version"] is null)
        {
            draft.Drop("du-key.version", element["version"]);
        }

        draft.DropRest(element, "key", "version");
    }

    private static void Message(XmlElement element, NitfDraft draft)
    {
        var type = element["msg-type"];
        var info = element["info"] ?? element.TextOrNull;
        Note(info, draft);
        if (NitfEmbargo.IsSaidIn(type) || NitfEmbargo.IsSaidIn(info))
        {
            draft.IsEmbargoed = true;
            draft.EmbargoWords ??= info;
        }
        else if (NitfSignals.Of(type) is { } signal)
        {
            draft.SaysSignal = true;
            draft.Signal(signal);
        }
        else
        {
            draft.Drop("ed-msg.msg-type", type);
        }
    }

    private static void Note(string? note, NitfDraft draft)
    {
        if (note is not null)
        {
            draft.Notes.Add(note);
        }
    }

    private static bool Times(XmlElement element, NitfDraft draft)
    {
        var sent = element["norm"] ?? element.TextOrNull;
        switch (element.LocalName)
        {
            case "date.issue" when draft.Item.VersionCreated is null:
                draft.Item = draft.Item with { VersionCreated = WireDates.Read(sent) };
                return true;
            case "date.release" when draft.Release is null:
                draft.Release = sent;
                return true;
            case "date.expire" when draft.Rights.Expires is null && WireDates.Instant(sent) is { } expires:
                draft.Rights = draft.Rights with { Expires = expires };
                return true;
            default:
                return false;
        }
    }

    private static bool Words(XmlElement element, NitfDraft draft)
    {
        switch (element.LocalName)
        {
            case "doc.copyright" when draft.Rights.Holder is null && (element["holder"] ?? element.TextOrNull) is { } holder:
                draft.Rights = draft.Rights with { Holder = holder };
                draft.DropRest(element, "holder");
                return true;
            case "doc.rights":
                draft.Rights = draft.Rights with
                {
                    Holder = draft.Rights.Holder ?? element["owner"],
                    UsageTerms = draft.Rights.UsageTerms ?? element["limitations"],
                    Expires = draft.Rights.Expires ?? WireDates.Instant(element["enddate"]),
                };
                draft.Drop("doc.rights.type", element["type"]);
                draft.DropRest(element, "owner", "limitations", "enddate");
                return true;
            case "key-list":
                draft.Keywords.AddRange(element.Children.Select(keyword => keyword["key"] ?? keyword.Text).Where(keyword => keyword.Length > 0));
                return true;
            case "pubdata":
                // Within docdata instead of beside it, as dialects have it.
                NitfHead.Publication(element, draft);
                return true;
            case "evloc":
                NitfPlaces.EventPlace(element, draft);
                return true;
            case "identified-content":
                NitfConcepts.Read(element, draft);
                return true;
            default:
                return false;
        }
    }
}
