using System.Globalization;
using Wireroom.Wire.Dates;
using Wireroom.Wire.Html;
using Wireroom.Wire.Nitf;
using Wireroom.Wire.Xml;

namespace Wireroom.Wire.NewsMl1;

/// <summary>Reads what its sender wants done with an item (NewsML 1.2, section 5.5.2).</summary>
internal static class NewsMl1Management
{
    /// <summary>Names of properties that the writer here writes.</summary>
    internal const string PublishedProperty = "Published", TakeKeyProperty = "TakeKey";

    internal static void Read(XmlElement management, NewsMl1Draft draft)
    {
        // The status says how the announced one is meant.
        foreach (var element in management.Children.OrderBy(element => element.LocalName != "status"))
        {
            if (!Times(element, draft) && !Signals(element, draft) && !Links(element, draft))
            {
                draft.Dropped.Add(element);
            }
        }
    }

    private static bool Times(XmlElement element, NewsMl1Draft draft)
    {
        switch (element.LocalName)
        {
            case "firstcreated" when draft.Item.Created is null:
                draft.Item = draft.Item with { Created = WireDates.Read(element.Text) };
                return true;
            case "thisrevisioncreated" when draft.Item.VersionCreated is null:
                draft.Item = draft.Item with { VersionCreated = WireDates.Read(element.Text) };
                return true;
            case "firstpublished" when WireDates.Read(element.Text) is { } published:
                draft.Item = draft.Item with { Published = published };
                return true;
            case "statuswillchange":
                WillChange(element, draft);
                return true;
            default:
                return false;
        }
    }

    private static bool Signals(XmlElement element, NewsMl1Draft draft)
    {
        var name = element["formalname"] ?? element.TextOrNull;
        switch (element.LocalName)
        {
            case "newsitemtype" or "status" or "urgency" when name is null:
                return true;
            case "newsitemtype" when NitfSignals.Of(name) is { } signal:
                draft.Signal(signal);
                return true;
            case "status":
                draft.Dropped.Add("status", draft.Status(name) ? null : name);
                return true;
            case "urgency" when draft.Item.Urgency is null && int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var urgency) && urgency is >= 1 and <= 9:
                draft.Item = draft.Item with { Urgency = urgency };
                return true;
            case "instruction":
                Instruction(element, name, draft);
                return true;
            case "comment":
                NewsMl1Components.Comment(element, draft);
                return true;
            case "property":
                Property(element, draft);
                return true;
            default:
                return false;
        }
    }

    /// <summary>Properties of the writer here, for what NewsML has no element for; and those of others.</summary>
    private static void Property(XmlElement element, NewsMl1Draft draft)
    {
        switch (element["formalname"])
        {
            case PublishedProperty:
                draft.Item = draft.Item with { Published = WireDates.Read(element["value"]) };
                break;
            case TakeKeyProperty when element["value"] is { } key:
                draft.Item = draft.Item with { TakeKey = key };
                break;
            default:
                NewsMl1Descriptive.Property(element, draft, "newsmanagement");
                break;
        }
    }

    /// <summary>A status announced: usable ends an embargo; canceled or withheld is when the rights end.</summary>
    private static void WillChange(XmlElement element, NewsMl1Draft draft)
    {
        var status = element.Children.FirstOrDefault(child => child.LocalName == "futurestatus")?["formalname"]?.ToLowerInvariant();
        var when = element.Children.FirstOrDefault(child => child.LocalName == "dateandtime")?.TextOrNull;
        if (status is "usable" or "published" && when is not null && draft.Release is null)
        {
            draft.Release = when;
        }
        else if (status is "canceled" or "cancelled" or "withheld" or "deleted" && draft.Rights.Expires is null && WireDates.Instant(when) is { } expires)
        {
            draft.Rights = draft.Rights with { Expires = expires };
        }
        else
        {
            draft.Dropped.Add("statuswillchange", $"{status} {when}".Trim());
        }
    }

    private static void Instruction(XmlElement element, string? name, NewsMl1Draft draft)
    {
        var isOfOthers = element.Children.Any(child => child.LocalName == "revisionstatus");
        if (!isOfOthers && name?.StartsWith("delete", StringComparison.OrdinalIgnoreCase) == true)
        {
            draft.Signal(WireSignal.Withdrawal);
        }
        else if (name is not null && NitfEmbargo.IsSaidIn(name))
        {
            draft.IsEmbargoed = true;
            draft.EmbargoWords ??= name;
        }
        else if (NitfSignals.Of(name) is { } signal && (!isOfOthers || signal is WireSignal.Update or WireSignal.Correction))
        {
            draft.Signal(signal);
        }
        else
        {
            draft.Dropped.Add("instruction", name);
        }

        foreach (var status in element.Children.Where(child => child.LocalName == "revisionstatus"))
        {
            draft.Dropped.Add("revisionstatus", $"{status["revision"]} {status.Children.FirstOrDefault(child => child.LocalName == "status")?["formalname"]}".Trim());
        }

        foreach (var comment in element.Children.Where(child => child.LocalName == "comment" && child.TextOrNull is not null))
        {
            draft.Notes.Add(Spaces.Collapse(comment.RawText));
        }
    }

    private static bool Links(XmlElement element, NewsMl1Draft draft)
    {
        switch (element.LocalName)
        {
            case "revisionhistory" when element["href"] is { } href:
                draft.Links.Add(new WireLink("revisionHistory", null, SafeAddress.Link(href, element.Base) ?? href));
                return true;
            case "derivedfrom" when (element["newsitem"] ?? element["href"]) is { } from:
                draft.Links.Add(new WireLink("derivedFrom", from, null, Comment(element)));
                return true;
            case "associatedwith" when (element["newsitem"] ?? element["href"]) is { } with:
                draft.Links.Add(new WireLink("related", with, null, Comment(element)));
                return true;
            case "associatedwith":
                draft.Dropped.AddOnce("associatedwith", element["formalname"]);
                return true;
            default:
                return false;
        }
    }

    private static string? Comment(XmlElement element) => element.Children.FirstOrDefault(child => child.LocalName == "comment") is { } comment ? NewsMl1Draft.Line(comment) : null;
}
