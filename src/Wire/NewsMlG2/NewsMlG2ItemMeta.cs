using Wireroom.Wire.Dates;
using Wireroom.Wire.Html;
using Wireroom.Wire.Xml;

namespace Wireroom.Wire.NewsMlG2;

/// <summary>Reads what is said of the item for those who handle it (NewsML-G2 2.35, itemMeta), and its rights (rightsInfo).</summary>
internal static class NewsMlG2ItemMeta
{
    internal static void Read(XmlElement meta, NewsMlG2Draft draft)
    {
        foreach (var element in meta.Children)
        {
            if (!Management(element, draft) && !Times(element, draft) && !Words(element, draft))
            {
                draft.Drop(element);
            }
        }
    }

    /// <summary>The kind of a class of items; null where there is none.</summary>
    internal static string? Kind(string? word) => word switch
    {
        "composite" or "multimedia" => "package",
        "photo" or "image" or "photograph" => "picture",
        "infographic" or "graphics" or "animated" => "graphic",
        _ => word,
    };

    private static bool Management(XmlElement element, NewsMlG2Draft draft)
    {
        switch (element.Name)
        {
            case "itemclass":
                draft.Item = draft.Item with { Kind = Kind(draft.Codes.Word(element, "qcode")) ?? draft.Item.Kind };
                draft.DropRest(element, "qcode", "uri");
                return true;
            case "provider" when draft.Concepts.Party(element) is { } provider:
                draft.Item = draft.Item with { Provider = provider };
                draft.DropChildren(element, "name");
                return true;
            case "pubstatus":
                Status(draft.Codes.Word(element, "qcode"), draft);
                return true;
            case "signal":
                Signal(element, draft);
                return true;
            case "link" or "deliverableof":
                NewsMlG2Links.Take(element, draft);
                return true;
            case "altrep" when draft.Item.Link is null && SafeAddress.Link(element.TextOrNull, element.Base) is { } page && element["contenttype"] is null or "text/html":
                draft.Item = draft.Item with { Link = page };
                return true;
            case "service" when draft.Services.Count < NewsMlG2Draft.Most && draft.Concepts.Subject(element) is { } service:
                draft.Services.Add(service with { Parents = null });
                draft.DropChildren(element, "name");
                return true;
            case "itemmetaextproperty":
                return Own(element, draft);
            case "generator":
                // Says which program wrote the file, nothing of the news.
                return true;
            default:
                return false;
        }
    }

    internal static void Status(string? status, NewsMlG2Draft draft)
    {
        if (status is null)
        {
            return;
        }

        draft.Item = draft.Item with { PubStatus = status == "cancelled" ? "canceled" : status };
        if (draft.Item.PubStatus is "canceled" or "withheld")
        {
            draft.Signal(draft.Item.PubStatus == "canceled" ? WireSignal.Withdrawal : WireSignal.Hold);
        }
    }

    internal static void Signal(XmlElement element, NewsMlG2Draft draft)
    {
        var (scheme, code) = draft.Codes.Of(element);
        if (code is not null && NewsMlG2Signals.Of(scheme, code) is { } signal)
        {
            draft.Signal(signal);
            draft.DropChildren(element, "name");
        }
        else
        {
            draft.IsEmbargoed |= code?.Contains("embargo", StringComparison.OrdinalIgnoreCase) == true && !code.Contains("lift", StringComparison.OrdinalIgnoreCase);
            draft.Drop(element);
        }
    }

    private static bool Times(XmlElement element, NewsMlG2Draft draft)
    {
        switch (element.Name)
        {
            case "versioncreated" when draft.Item.VersionCreated is null:
                draft.Item = draft.Item with { VersionCreated = WireDates.Read(element.Text) };
                return true;
            case "firstcreated" when draft.Item.Created is null:
                draft.Item = draft.Item with { Created = WireDates.Read(element.Text) };
                return true;
            case "embargoed" when draft.Release is null:
                draft.Release = element.Text;
                return true;
            case "expires" when draft.Rights.Expires is null && WireDates.Instant(element.Text) is { } expires:
                draft.Rights = draft.Rights with { Expires = expires };
                return true;
            default:
                return false;
        }
    }

    private static bool Words(XmlElement element, NewsMlG2Draft draft)
    {
        switch (element.Name)
        {
            case "title" when draft.Titles.Count < NewsMlG2Draft.Most && NewsMlG2Text.Line(element) is { } title:
                draft.Titles.Add(title);
                return true;
            case "ednote":
                draft.Note(NewsMlG2Text.Block(element), element["role"] ?? element["roleuri"]);
                return true;
            default:
                return false;
        }
    }

    /// <summary>Statements of our own writer's that NewsML-G2 has no element for.</summary>
    private static bool Own(XmlElement element, NewsMlG2Draft draft)
    {
        if (element["value"] is not { } value || element["rel"] is not { } relation || draft.Codes.Split(relation) is not (NewsMlG2Codes.Own, { } word))
        {
            return false;
        }

        switch (word)
        {
            case "priority":
                draft.Item = draft.Item with { Priority = value };
                return true;
            case "sequence":
                draft.Item = draft.Item with { Sequence = value };
                return true;
            case "take-key":
                draft.Item = draft.Item with { TakeKey = value };
                return true;
            case "published":
                draft.Item = draft.Item with { Published = WireDates.Read(value) };
                return true;
            default:
                return false;
        }
    }

    /// <summary>Rights to the whole item; those to a part of it are dropped visibly.</summary>
    internal static void Rights(XmlElement info, NewsMlG2Draft draft)
    {
        if (info["idrefs"] is not null)
        {
            draft.Drop(info);
            return;
        }

        var (rights, rest) = Rights(info, draft.Rights, draft);
        draft.Rights = rights with { Expires = rights.Expires ?? WireDates.Instant(info["validto"]) };
        rest.ForEach(draft.Drop);
    }

    /// <summary>What rightsInfo adds to rights, and the elements of it that have no place.</summary>
    internal static (WireRights Rights, List<XmlElement> Others) Rights(XmlElement info, WireRights rights, NewsMlG2Draft draft)
    {
        var rest = new List<XmlElement>();
        foreach (var element in info.Children)
        {
            switch (element.Name)
            {
                case "copyrightholder" when rights.Holder is null && draft.Concepts.Party(element) is { } holder:
                    rights = rights with { Holder = holder };
                    rest.AddRange(element.Children.Where(child => child.Name != "name"));
                    break;
                case "copyrightnotice" when rights.Notice is null && NewsMlG2Text.Block(element) is { } notice:
                    rights = rights with { Notice = notice };
                    break;
                case "usageterms" when NewsMlG2Text.Block(element) is { } terms:
                    rights = rights with { UsageTerms = rights.UsageTerms is null || rights.UsageTerms == terms ? terms : $"{rights.UsageTerms}\n\n{terms}" };
                    break;
                default:
                    rest.Add(element);
                    break;
            }
        }

        return (rights, rest);
    }
}
