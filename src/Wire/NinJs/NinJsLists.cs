using System.Text.Json;
using Wireroom.Wire.Html;
using Wireroom.Wire.Json;
using Wireroom.Wire.LineMode;

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
                draft.Descriptions.AddRange(value.Each().Select(Text));
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
                Concepts(value, "genres", draft, draft.Genres);
                return true;
            case "services" or "service":
                Concepts(value, "services", draft, draft.Services);
                return true;
            case "authors" or "author":
                Authors(value, draft);
                return true;
            case "signals" or "signal":
                return Signals(value, draft, ref item);
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
                draft.Descriptions.Add(new NinJsText(role, null, text, null));
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

            into.Add(new WireSubject(name, scheme, code, Hundredths(each, "relevance")) { Rel = each.TextOf("rel"), Creator = each.TextOf("creator"), Confidence = Hundredths(each, "confidence") });
            draft.DropRest(list, each, "name", "uri", "scheme", "code", "relevance", "rel", "creator", "confidence", each.TextOf("qcode") == each.TextOf("code") ? "qcode" : "code", each.TextOf("uri") is null && each.TextOf("code") is null ? "literal" : "name");
        }
    }

    /// <summary>Scheme and code from 1.x's two properties, 2.x's uri, or its literal.</summary>
    internal static (string? Scheme, string? Code) Code(JsonElement value)
    {
        if (value.TextOf("code") is { } code)
        {
            return value.TextOf("scheme") is { } scheme && TopicCodes.Split(code) is (null, _) ? (TopicCodes.SchemeOf(scheme, code), code) : TopicCodes.Split(code) is (null, var bare) ? (TopicCodes.SchemeOfFigures(bare), bare) : TopicCodes.Split(code);
        }

        return (value.TextOf("uri") ?? value.TextOf("literal")) is { } name ? TopicCodes.Split(name) : (null, null);
    }

    private static int? Hundredths(JsonElement value, string name) => value.Of(name).Whole() is { } number and >= 0 and <= 100 ? (int)number : null;

    /// <summary>Of editorial systems: those who made it, each by name; what else is said of them is none of the news.</summary>
    private static void Authors(JsonElement value, NinJsDraft draft)
    {
        foreach (var each in value.Each())
        {
            if ((each.ValueKind == JsonValueKind.Object ? each.TextOf("name") : each.Text()) is { } name)
            {
                draft.Authors.Add(name);
                draft.DropRest("authors", each, "name", each.TextOf("code") == name ? "code" : "name");
            }
            else
            {
                draft.Drop("authors", each);
            }
        }
    }

    /// <summary>Of senders who say in so many words what they want done: by code or by name. False where none of the words is known.</summary>
    private static bool Signals(JsonElement value, NinJsDraft draft, ref WireItem item)
    {
        var all = value.Each().ToList();
        foreach (var each in all)
        {
            string?[] words = each.ValueKind == JsonValueKind.Object ? [each.TextOf("code"), each.TextOf("qcode"), each.TextOf("uri"), each.TextOf("literal"), each.TextOf("name")] : [each.Text()];
            if (words.OfType<string>().Select(word => SignalOf(each.TextOf("scheme"), word)).FirstOrDefault(signal => signal is not null) is { } known)
            {
                item = item with { Signal = SignalWords.Weightier(item.Signal, known) };
            }
            else if (words.FirstOrDefault(Nitf.NitfEmbargo.IsSaidIn) is { } embargo)
            {
                // A sender who says "embargoed" and no time means it; the time may stand elsewhere.
                item = item with { Embargo = item.Embargo ?? new WireEmbargo(embargo, null) };
            }
            else if (all.Count > 1)
            {
                draft.Drop("signal", each);
            }
            else
            {
                return false;
            }
        }

        return true;
    }

    private static WireSignal? SignalOf(string? scheme, string word)
    {
        var (own, code) = TopicCodes.Split(word);
        return NewsMlG2.NewsMlG2Signals.Of(own ?? scheme, code);
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
