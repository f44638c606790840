using System.Text.Json;
using Wireroom.Wire.Html;
using Wireroom.Wire.Json;

namespace Wireroom.Wire.NinJs;

/// <summary>Properties with several values: texts by role, concepts, sources. ninjs 1.x has one property a text, and objects where 2.x has lists.</summary>
internal static class NinJsLists
{
    internal static bool Take(string name, JsonElement value, NinJsDraft draft, ref WireItem item)
    {
        switch (name)
        {
            case "headlines" or "headline":
                Texts(value, "main", draft, (text, role) => draft.Headlines.Add(new WireText(HtmlText.Line(text.Value), role)));
                return true;
            case "title":
                draft.Title = HtmlText.Line(value.Text()) is { Length: > 0 } title ? title : null;
                return true;
            case "descriptions" or "description":
                foreach (var text in value.Each())
                {
                    item = Description(Text(text), item, draft);
                }

                return true;
            case "bodies" or "body":
                Texts(value, null, draft, (text, _) => draft.Bodies.Add(text));
                return true;
            case "people" or "person":
                Concepts(value, "people", draft, draft.People);
                return true;
            case "organisations" or "organisation":
                Concepts(value, "organisations", draft, draft.Organisations);
                return true;
            case "subjects" or "subject":
                Concepts(value, "subjects", draft, draft.Subjects);
                return true;
            case "places" or "place":
                NinJsPlaces.Read(value, draft);
                return true;
            case "keywords" or "keyword":
                draft.Keywords.AddRange(value.Each().Select(JsonValues.Text).OfType<string>());
                return true;
            case "genres" or "genre":
                item = Genre(value, item, draft);
                return true;
            case "infosources" or "infosource":
                item = Sources(value, item, draft);
                return true;
            case "altids":
                item = NinJsAltIds.Read(value, item, draft);
                return true;
            case "renditions":
                item = NinJsMedia.Renditions(value, item, draft);
                return true;
            case "eventdetails" when value.ValueKind == JsonValueKind.Object:
                item = item with { Event = NinJsEvents.Details(value, item.Event, draft) };
                return true;
            case "plannedcoverage" when value.ValueKind is JsonValueKind.Array or JsonValueKind.Object:
                item = item with { Event = NinJsEvents.Coverage(value, item.Event, draft) };
                return true;
            case "associations":
                NinJsMedia.Associations(value, draft);
                return true;
            default:
                return Suffixed(name, value, draft, ref item);
        }
    }

    /// <summary>ninjs 1.x: <c>headline_seo</c>, <c>description_summary</c>, <c>body_xhtml</c>.</summary>
    private static bool Suffixed(string name, JsonElement value, NinJsDraft draft, ref WireItem item)
    {
        var stroke = name.IndexOf('_', StringComparison.Ordinal);
        if (stroke < 0 || value.Text() is not { } text)
        {
            return false;
        }

        var role = name[(stroke + 1)..];
        switch (name[..stroke])
        {
            case "headline":
                draft.Headlines.Add(new WireText(HtmlText.Line(text), role));
                return true;
            case "description":
                item = Description(new NinJsText(role, null, text, null), item, draft);
                return true;
            case "body":
                draft.Bodies.Add(new NinJsText(role, null, text, null));
                return true;
            default:
                return false;
        }
    }

    private static void Texts(JsonElement value, string? role, NinJsDraft draft, Action<NinJsText, string> take)
    {
        foreach (var each in value.Each())
        {
            var text = Text(each);
            if (text.Value.Length > 0)
            {
                take(text, text.Role ?? role ?? "");
                draft.DropRest("text", each, "role", "contentType", "value", "charCount", "wordCount");
            }
        }
    }

    private static NinJsText Text(JsonElement value) => value.ValueKind == JsonValueKind.Object
        ? new NinJsText(value.TextOf("role")?.ToLowerInvariant(), value.TextOf("contentType")?.ToLowerInvariant(), value.TextOf("value") ?? "", value.Of("wordCount").Pixels())
        : new NinJsText(null, null, value.Text() ?? "", null);

    /// <summary>The first description is the standfirst; credit line and dateline have roles of their own.</summary>
    private static WireItem Description(NinJsText text, WireItem item, NinJsDraft draft)
    {
        if (text.Value.Length == 0)
        {
            return item;
        }

        var plain = text.Type == "text/plain" && !HtmlBody.LooksLikeMarkup(text.Value) ? text.Value : PlainText.Write(HtmlBody.Read(text.Value));
        switch (text.Role)
        {
            case "creditline" or "credit" when item.Credit is null:
                return item with { Credit = plain };
            case "dateline" when item.Dateline is null:
                return item with { Dateline = plain };
            case "alttext" or "alt" when item.Kind == "picture":
                draft.Dropped.Add(new WireDropped("descriptions.alttext", plain));
                return item;
            default:
                if (item.Standfirst is null)
                {
                    return item with { Standfirst = plain };
                }

                draft.Dropped.Add(new WireDropped($"descriptions.{text.Role ?? "text"}", plain));
                return item;
        }
    }

    private static void Concepts(JsonElement value, string list, NinJsDraft draft, List<WireSubject> into)
    {
        foreach (var each in value.Each())
        {
            if (each.ValueKind != JsonValueKind.Object)
            {
                into.AddRange(each.Text() is { } only ? [new WireSubject(only)] : []);
                continue;
            }

            var (scheme, code) = Code(each);
            var name = each.TextOf("name") ?? code ?? "";
            if (list == "subjects" && code is null && each.TextOf("rel") == "keyword")
            {
                draft.Keywords.Add(name);
                continue;
            }

            into.Add(new WireSubject(name, scheme, code, each.Of("relevance").Whole() is { } relevance and >= 0 and <= 100 ? (int)relevance : null));
            draft.DropRest(list, each, "name", "uri", "scheme", "code", "relevance", each.TextOf("uri") is null && each.TextOf("code") is null ? "literal" : "name");
        }
    }

    /// <summary>Scheme and code from 1.x's two properties, 2.x's uri, or its literal.</summary>
    internal static (string? Scheme, string? Code) Code(JsonElement value)
    {
        if (value.TextOf("code") is { } code)
        {
            return value.TextOf("scheme") is { } scheme ? (TopicCodes.SchemeOf(scheme), code) : TopicCodes.Split(code);
        }

        return (value.TextOf("uri") ?? value.TextOf("literal")) is { } name ? TopicCodes.Split(name) : (null, null);
    }

    private static WireItem Genre(JsonElement value, WireItem item, NinJsDraft draft)
    {
        foreach (var each in value.Each())
        {
            var name = each.ValueKind == JsonValueKind.Object ? each.TextOf("name") ?? each.TextOf("literal") ?? each.TextOf("code") ?? each.TextOf("uri") : each.Text();
            if (item.Genre is null && name is not null)
            {
                item = item with { Genre = name };
                draft.DropRest("genres", each, "name");
            }
            else
            {
                draft.Drop("genres", each);
            }
        }

        return item;
    }

    private static WireItem Sources(JsonElement value, WireItem item, NinJsDraft draft)
    {
        foreach (var each in value.Each())
        {
            var name = each.ValueKind == JsonValueKind.Object ? each.TextOf("name") ?? each.TextOf("literal") ?? each.TextOf("code") ?? each.TextOf("uri") : each.Text();
            if (name is null)
            {
                continue;
            }

            if (each.TextOf("role") is { } role && role.EndsWith("provider", StringComparison.OrdinalIgnoreCase) && item.Provider is null)
            {
                item = item with { Provider = name };
            }
            else
            {
                draft.Sources.Add(name);
            }

            draft.DropRest("infoSources", each, "name", each.TextOf("role") is "source" or "provider" ? "role" : "name");
        }

        return item;
    }
}
