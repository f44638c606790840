using System.Text.RegularExpressions;
using Wireroom.Wire.Dates;
using Wireroom.Wire.Html;
using Wireroom.Wire.LineMode;
using Wireroom.Wire.Xml;

namespace Wireroom.Wire.Nitf;

/// <summary>Reads the body: its head (NITF 3.6, body.head), the copy, and its end.</summary>
internal static partial class NitfBodyHead
{
    internal static void Read(XmlElement body, NitfDraft draft)
    {
        foreach (var part in body.Children)
        {
            switch (part.LocalName)
            {
                case "body.head":
                    foreach (var element in part.Children)
                    {
                        Take(element, draft);
                    }

                    break;
                case "body.content":
                    NitfBody.Read(part, draft);
                    break;
                case "body.end":
                    End(part, draft);
                    break;
                case "hedline" or "headline" or "byline" or "dateline" or "abstract" or "distributor":
                    // A dialect without body.head.
                    Take(part, draft);
                    break;
                default:
                    NitfBody.Loose(part, draft);
                    break;
            }
        }
    }

    internal static void Take(XmlElement element, NitfDraft draft)
    {
        switch (element.LocalName)
        {
            case "hedline" or "headline":
                Headlines(element, draft);
                break;
            case "hl1" or "hl2":
                Headline(element, draft);
                break;
            case "byline" when element["class"]?.Contains("normali", StringComparison.OrdinalIgnoreCase) == true && draft.Item.Byline is not null:
                // The same name again, as an index has it.
                draft.Drop("byline.normalized", element.TextOrNull);
                break;
            case "byline":
                Byline(element, draft);
                break;
            case "distributor" when Spaces.Collapse(element.RawText) is { Length: > 0 } distributor:
                draft.Drop("doc-id.regsrc", draft.Item.Provider == distributor ? null : draft.Item.Provider);
                draft.Item = draft.Item with { Provider = distributor };
                break;
            case "dateline":
                Dateline(element, draft);
                break;
            case "abstract":
                var text = PlainText.Write(NitfBody.Blocks(element, draft));
                draft.Item = draft.Item with { Standfirst = draft.Item.Standfirst is null ? text : $"{draft.Item.Standfirst}\n\n{text}" };
                break;
            case "note":
                Note(element, draft);
                break;
            case "rights":
                Rights(element, draft);
                break;
            default:
                draft.Drop(element);
                break;
        }
    }

    private static void Headlines(XmlElement element, NitfDraft draft)
    {
        foreach (var line in element.Children)
        {
            Headline(line, draft);
        }

        if (element.Children.Count == 0 && element.TextOrNull is { } bare)
        {
            draft.Headlines.Add(new WireText(Spaces.Collapse(bare)));
        }
    }

    private static void Headline(XmlElement line, NitfDraft draft)
    {
        var text = HtmlText.Line(NitfMarkup.Of(line));
        if (text.Length > 0)
        {
            var role = line["class"] ?? (line.LocalName == "hl2" ? "subtitle" : draft.Headlines.Count == 0 ? "main" : "alternate");
            draft.Headlines.Add(new WireText(text, role, line["xml:lang"]));
        }
    }

    /// <summary>The byline as printed, without the title of its writer, which stands on a line of its own (NITF 3.6, byttl).</summary>
    internal static void Byline(XmlElement element, NitfDraft draft)
    {
        var title = Spaces.Collapse(string.Join(' ', element.Children.Where(child => child.LocalName == "byttl").Select(child => child.RawText)));
        var pieces = element.Children.Select(child => (child.LocalName == "byttl" ? " " : child.LocalName == "person" ? NitfConcepts.Name(child) : child.RawText) + child.Tail);
        var line = Spaces.Collapse(string.Concat(pieces.Prepend(element.Head ?? ""))).TrimEnd(',', ' ');
        if (line.Length == 0)
        {
            (line, title) = (title, "");
        }

        if (line.Length > 0)
        {
            draft.Item = draft.Item with { Byline = draft.Item.Byline is null ? line : $"{draft.Item.Byline}, {line}" };
        }

        draft.Drop("byttl", title);
    }

    internal static void Dateline(XmlElement element, NitfDraft draft)
    {
        var line = Spaces.Collapse(string.Concat(element.Children.Select(child => (child.LocalName == "story.date" ? " " : "") + child.RawText + child.Tail).Prepend(element.Head ?? "")));
        if (draft.Item.Dateline is not null)
        {
            draft.Drop("dateline", line);
            return;
        }

        draft.Item = draft.Item with { Dateline = line.Length == 0 ? null : line };
        if (draft.IsLocatedWidely && element.Children.All(child => child.LocalName == "story.date") && LineDateline.PlaceOf(element.Head ?? "") is { } named)
        {
            NitfPlaces.Dateline(new WirePlace(named), draft);
        }

        foreach (var child in element.Children)
        {
            if (child.LocalName == "location")
            {
                NitfPlaces.Dateline(child, draft);
            }
            else if (child.LocalName == "story.date" && draft.Item.Created is null)
            {
                draft.Item = draft.Item with { Created = WireDates.Read(child["norm"]) };
            }
        }
    }

    /// <summary>True where a note among the copy may be printed with it (NITF 3.6, note, noteclass and type).</summary>
    internal static bool IsCopy(XmlElement note) => note["noteclass"] is not ("editorsnote" or "hd" or "cpyrt") && note["type"] != "npa";

    /// <summary>A note to editors is never copy.</summary>
    internal static void Note(XmlElement element, NitfDraft draft)
    {
        var text = PlainText.Write(NitfBody.Blocks(element, draft));
        if (text.Length == 0)
        {
            return;
        }

        if (element["noteclass"] == "cpyrt" && draft.Rights.Notice is null)
        {
            draft.Rights = draft.Rights with { Notice = text };
        }
        else if (element["noteclass"] is "editorsnote" or "hd" || element["type"] == "npa" || (element["noteclass"] is null && ToEditors().IsMatch(text)))
        {
            draft.Notes.Add(text);
            if (NitfEmbargo.IsSaidIn(text) && element["noteclass"] == "editorsnote")
            {
                draft.IsEmbargoed = true;
                draft.EmbargoWords ??= text;
            }
        }
        else
        {
            draft.Drop(element["noteclass"] is { } kind ? $"note.{kind}" : "note", text);
        }
    }

    [GeneratedRegex(@"^\(?(?:eds|editors?|note to editors|editor's note|hinweis|achtung|redaktion(?:en)?|note aux rédactions|nota a los editores)\b", RegexOptions.IgnoreCase)]
    private static partial Regex ToEditors();

    private static void Rights(XmlElement element, NitfDraft draft)
    {
        string? Part(string name) => element.Children.FirstOrDefault(child => child.LocalName == name) is { } part && Spaces.Collapse(part.RawText) is { Length: > 0 } text ? text : null;

        var end = element.Children.FirstOrDefault(child => child.LocalName == "rights.enddate");
        draft.Rights = draft.Rights with
        {
            Holder = draft.Rights.Holder ?? Part("rights.owner"),
            UsageTerms = draft.Rights.UsageTerms ?? Part("rights.limitations") ?? (Spaces.Collapse(element.Head ?? "") is { Length: > 0 } terms ? terms : null),
            Expires = draft.Rights.Expires ?? WireDates.Instant(end?["norm"] ?? end?.Text),
        };
        foreach (var part in element.Children.Where(part => part.LocalName is not ("rights.owner" or "rights.limitations" or "rights.enddate")))
        {
            draft.Drop(part);
        }
    }

    private static void End(XmlElement end, NitfDraft draft)
    {
        foreach (var element in end.Children)
        {
            if (element.LocalName != "tagline")
            {
                draft.Drop(element);
            }
            else if (element["type"] == "npa" && element.TextOrNull is { } note)
            {
                draft.Notes.Add(Spaces.Collapse(note));
            }
            else
            {
                // Who wrote and who edited: printed behind the copy.
                draft.Body.AddRange(HtmlBody.Read($"<p>{NitfMarkup.Of(element)}</p>", end.Base));
            }
        }
    }
}
