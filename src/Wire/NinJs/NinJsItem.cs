using System.Text.Json;
using Wireroom.Wire.Dates;
using Wireroom.Wire.Html;
using Wireroom.Wire.Json;

namespace Wireroom.Wire.NinJs;

/// <summary>Reads one news object, property by property; names count in any case, because the editions differ in nothing else.</summary>
internal static class NinJsItem
{
    internal static WireItem Read(JsonElement value, IWireSink sink)
    {
        var draft = new NinJsDraft();
        var item = new WireItem { Format = "ninjs" };
        JsonElement own = default;
        foreach (var property in value.EnumerateObject())
        {
            var name = property.Name.ToLowerInvariant();
            if (name == "wireroom")
            {
                own = property.Value;
            }
            else if (!Simple(name, property.Value, draft, ref item) && !NinJsLists.Take(name, property.Value, draft, ref item))
            {
                draft.Drop(property.Name, property.Value);
            }
        }

        item = Finish(item, draft);
        item = own.ValueKind == JsonValueKind.Object ? NinJsOwn.Read(own, item, draft) : item;
        if (item.Embargo is { Until: null } embargo)
        {
            sink.Take(WireFault.EmbargoUnread(embargo));
        }

        return draft.Build(item);
    }

    /// <summary>Properties with one value; false for the others, and for values that say nothing that an item can hold.</summary>
    private static bool Simple(string name, JsonElement value, NinJsDraft draft, ref WireItem item)
    {
        var text = value.Text();
        switch (name)
        {
            case "uri":
                var named = NinJsIds.Guid(text);
                draft.AltIds.AddRange(named is not null && item.Guid is { } other && other != named ? [new WireAltId("guid", other)] : []);
                item = item with { Guid = named ?? item.Guid };
                return true;
            case "guid" when item.Guid is not null && text is not null:
                draft.AltIds.AddRange(item.Guid == text ? [] : [new WireAltId("guid", text)]);
                return true;
            case "guid" when text is not null:
                item = item with { Guid = NinJsIds.Guid(text) };
                return true;
            case "source" when text is not null:
                draft.Sources.Add(text);
                return true;
            case "evolvedfrom" when text is not null:
                draft.Links.Add(new WireLink("follows", text));
                return true;
            case "type" when string.Equals(text, "advisory", StringComparison.OrdinalIgnoreCase):
                item = item with { Kind = "text", Signal = item.Signal == WireSignal.New ? WireSignal.Advisory : item.Signal };
                return true;
            case "type" when text is not null:
                item = item with { Kind = text.ToLowerInvariant() is "composite" or "package" ? "package" : text.ToLowerInvariant() };
                return true;
            case "version":
                item = item with { Version = value.Whole() };
                return item.Version is not null || text is null;
            case "firstcreated":
                item = item with { Created = WireDates.Read(text) };
                return true;
            case "contentcreated":
                item = item with { ContentCreated = WireDates.Read(text) };
                return true;
            case "versioncreated":
                item = item with { VersionCreated = WireDates.Read(text) };
                return true;
            case "embargoed" or "embargoeduntil" when text is not null:
                item = item with { Embargo = new WireEmbargo(text, WireDates.Instant(text)) };
                return true;
            case "pubstatus" when text is not null:
                item = Status(text.ToLowerInvariant(), item);
                return true;
            case "urgency" when value.Whole() is { } urgency and >= 1 and <= 9:
                item = item with { Urgency = (int)urgency };
                return true;
            case "priority" when text is not null:
                item = item with { Priority = text };
                return true;
            case "copyrightholder":
                item = item with { Rights = (item.Rights ?? new WireRights()) with { Holder = text } };
                return true;
            case "copyrightnotice":
                item = item with { Rights = (item.Rights ?? new WireRights()) with { Notice = text } };
                return true;
            case "usageterms":
                item = item with { Rights = (item.Rights ?? new WireRights()) with { UsageTerms = text } };
                return true;
            case "expires" when WireDates.Instant(text) is { } expires:
                item = item with { Rights = (item.Rights ?? new WireRights()) with { Expires = expires } };
                return true;
            case "ednote":
                item = item with { EdNote = text };
                return true;
            case "language":
                item = item with { Language = text };
                return true;
            case "by" or "byline":
                item = item with { Byline = HtmlText.Line(text) is { Length: > 0 } byline ? byline : null };
                return value.ValueKind is JsonValueKind.String or JsonValueKind.Null;
            case "slugline":
                item = item with { Slugline = text };
                return true;
            case "located" when text is not null:
                item = item with { Located = new WirePlace(text) };
                return true;
            case "wordcount" when value.Whole() is { } words and >= 0 and <= int.MaxValue:
                item = item with { WordCount = (int)words };
                return true;
            case "charcount" or "standard" or "$standard" or "$schema":
                // Says nothing of the news: a count of what follows, and which schema it follows.
                return true;
            case "representationtype" when text is "full" or "complete":
                return true;
            default:
                return false;
        }
    }

    private static WireItem Status(string status, WireItem item) => item with
    {
        PubStatus = status is "cancelled" ? "canceled" : status,
        Signal = status switch { "canceled" or "cancelled" => WireSignal.Withdrawal, "withheld" when item.Signal != WireSignal.Withdrawal => WireSignal.Hold, _ => item.Signal },
    };

    private static WireItem Finish(WireItem item, NinJsDraft draft)
    {
        if (draft.Title is { } title && draft.Headlines.All(headline => headline.Text != title))
        {
            draft.Headlines.Add(new WireText(title, "title"));
        }

        var main = draft.Headlines.FindIndex(headline => headline.Role is "main" or "headline" or "default");
        if (main > 0)
        {
            draft.Headlines.Insert(0, draft.Headlines[main]);
            draft.Headlines.RemoveAt(main + 1);
        }

        if (draft.Authors.Count > 0)
        {
            var authors = string.Join(", ", draft.Authors);
            if (item.Byline is not { } byline)
            {
                item = item with { Byline = authors };
            }
            else if (!draft.Authors.TrueForAll(author => byline.Contains(author, StringComparison.OrdinalIgnoreCase)))
            {
                draft.Dropped.Add(new WireDropped("authors", authors));
            }
        }

        return NinJsBodies.Choose(NinJsDescriptions.Settle(item, draft), draft);
    }
}
