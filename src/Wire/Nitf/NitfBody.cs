using System.Text;
using Wireroom.Wire.Html;
using Wireroom.Wire.Xml;

namespace Wireroom.Wire.Nitf;

/// <summary>Reads the copy (NITF 3.6, body.content) block by block; media keep their place in it.</summary>
internal static class NitfBody
{
    internal static void Read(XmlElement content, NitfDraft draft)
    {
        Notes(content, draft);
        Whole(content, draft);
    }

    /// <summary>An element of the body outside body.content, as dialects have it.</summary>
    internal static void Loose(XmlElement element, NitfDraft draft)
    {
        if (element.LocalName == "note")
        {
            NitfBodyHead.Note(element, draft);
        }
        else if (element.LocalName is "media")
        {
            NitfMedia.Read(element, draft, inBody: true);
        }
        else
        {
            var html = new StringBuilder();
            NitfMarkup.Whole(element, html);
            draft.Body.AddRange(HtmlBody.Read(html.ToString(), element.Base));
        }
    }

    /// <summary>The blocks in an element; media and notes in it are taken apart.</summary>
    internal static IReadOnlyList<WireBlock> Blocks(XmlElement element, NitfDraft draft)
    {
        foreach (var media in element.Descendants().Where(child => child.LocalName == "media"))
        {
            NitfMedia.Read(media, draft, inBody: false);
        }

        var markup = NitfMarkup.Of(element);
        return HtmlBody.LooksLikeMarkup(markup) ? HtmlBody.Read(markup, element.Base) : PlainText.Read(HtmlText.Decode(markup));
    }

    private static void Whole(XmlElement content, NitfDraft draft)
    {
        var html = new StringBuilder(HtmlText.Encode(content.Head ?? ""));
        foreach (var child in content.Children)
        {
            switch (child.LocalName)
            {
                case "media":
                    Settle(html, content, draft);
                    NitfMedia.Read(child, draft, inBody: true);
                    break;
                case "note" when !NitfBodyHead.IsCopy(child):
                    break;
                case "block" when child["class"] == "lead_paragraph" && content.Children.Any(other => other.LocalName == "block" && other["class"] == "full_text"):
                    // The first paragraphs a second time, for who prints no more than these.
                    break;
                case "block":
                    Settle(html, content, draft);
                    Whole(child, draft);
                    break;
                case "byline" when content.LocalName == "block" && draft.Item.Byline is null:
                    NitfBodyHead.Byline(child, draft);
                    break;
                case "dateline" when content.LocalName == "block" && draft.Item.Dateline is null:
                    NitfBodyHead.Dateline(child, draft);
                    break;
                case "datasource" when child.TextOrNull is { } source:
                    draft.Sources.Add(Spaces.Collapse(source));
                    break;
                case "tobject" or "key-list" or "classifier":
                    draft.Drop(child);
                    break;
                case "hl1" when draft.Headlines.Count == 0:
                    draft.Headlines.Add(new WireText(HtmlText.Line(NitfMarkup.Of(child))));
                    break;
                default:
                    Nested(child, draft);
                    NitfMarkup.Whole(child, html);
                    break;
            }

            html.Append(HtmlText.Encode(child.Tail ?? ""));
        }

        Settle(html, content, draft);
    }

    /// <summary>Media within a table, list or quotation; and what is said of a table for machines only.</summary>
    private static void Nested(XmlElement element, NitfDraft draft)
    {
        foreach (var child in element.Descendants().Prepend(element))
        {
            if (child.LocalName == "media")
            {
                NitfMedia.Read(child, draft, inBody: false);
            }
            else if (child.LocalName == "nitf-table-summary" || (child.LocalName == "table-reference" && child["idref"] is not null))
            {
                draft.Drop(child);
            }
        }
    }

    private static void Notes(XmlElement content, NitfDraft draft)
    {
        foreach (var note in content.Descendants().Where(child => child.LocalName == "note" && !NitfBodyHead.IsCopy(child)))
        {
            NitfBodyHead.Note(note, draft);
        }
    }

    private static void Settle(StringBuilder html, XmlElement content, NitfDraft draft)
    {
        if (!string.IsNullOrWhiteSpace(html.ToString()))
        {
            var markup = html.ToString();

            // Some senders put escaped HTML where the paragraphs should stand.
            draft.Body.AddRange(HtmlBody.Read(HtmlBody.LooksLikeMarkup(markup) ? markup : HtmlText.Decode(markup), content.Base));
        }

        html.Clear();
    }
}
