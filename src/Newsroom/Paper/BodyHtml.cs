using System.Globalization;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Wireroom.Newsroom.Paper.Pictures;
using Wireroom.Stories.Body;

namespace Wireroom.Newsroom.Paper;

/// <summary>A body as HTML, block by block. Blocks hold text, so nothing but this file decides which elements a page holds.</summary>
public sealed class BodyHtml(IReadOnlyList<Block> body, string dateline = "", string photograph = "Photograph:") : IHtmlContent
{
    /// <summary>The sentences to be marked, by their blocks' places in the copy.</summary>
    public SentenceMarks Marks { get; init; } = SentenceMarks.None;

    /// <summary>The address that the dateline leads to, or null.</summary>
    public string? Place { get; init; }

    /// <summary>The place in the copy of the first block here.</summary>
    public int First { get; init; }

    /// <summary>The words of its galleries; null where pictures that stand in a row stand one below the other.</summary>
    public GalleryWords? Galleries { get; init; }

    /// <inheritdoc/>
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        var line = dateline;
        var galleries = 1; // one may stand above the body
        for (var at = 0; at < body.Count; at++)
        {
            var block = body[at];
            if (Galleries is { } words && block is PictureBlock && GalleryHtml.RowAt(body, at) is { Pictures.Count: >= GalleryHtml.Least } row)
            {
                new GalleryHtml(row.Pictures, words, first: false) { Number = ++galleries }.WriteTo(writer, encoder);
                at += row.Blocks - 1;
                continue;
            }

            Write(block, First + at, line, writer, encoder);
            if (block is Paragraph)
                line = ""; // the dateline opens the first paragraph
        }
    }

    private void Write(Block block, int place, string line, TextWriter writer, HtmlEncoder encoder)
    {
        switch (block)
        {
            case Paragraph paragraph:
                writer.Write("<p>");
                WriteDateline(line, Place, writer, encoder);
                RichTextHtml.Write(paragraph.Text, writer, encoder, Marks.In(place, 0));
                writer.Write("</p>\n");
                break;
            case Heading heading:
                var level = Math.Clamp(heading.Level, 2, 4).ToString(CultureInfo.InvariantCulture);
                writer.Write($"<h{level}>");
                RichTextHtml.Write(heading.Text, writer, encoder, Marks.In(place, 0));
                writer.Write($"</h{level}>\n");
                break;
            case Quote quote:
                WriteQuote(quote, place, writer, encoder);
                break;
            case BulletList list:
                writer.Write(list.Numbered ? "<ol>" : "<ul>");
                for (var item = 0; item < list.Items.Count; item++)
                {
                    writer.Write("<li>");
                    RichTextHtml.Write(list.Items[item], writer, encoder, Marks.In(place, item));
                    writer.Write("</li>");
                }

                writer.Write(list.Numbered ? "</ol>\n" : "</ul>\n");
                break;
            case Table table:
                TableHtml.Write(table, writer, encoder);
                break;
            case Preformatted preformatted:
                writer.Write("<pre class=\"wide\" tabindex=\"0\">");
                encoder.Encode(writer, preformatted.Text);
                writer.Write("</pre>\n");
                break;
            case PictureBlock picture:
                new PictureHtml(picture.Picture, photograph: photograph).WriteTo(writer, encoder);
                break;
            case Embed embed:
                WriteEmbed(embed, writer, encoder);
                break;
        }
    }

    private static void WriteDateline(string line, string? place, TextWriter writer, HtmlEncoder encoder)
    {
        if (line.Length == 0)
            return;
        writer.Write("<span class=\"dateline\">");
        if (place is not null)
        {
            writer.Write("<a href=\"");
            encoder.Encode(writer, place);
            writer.Write("\">");
        }

        encoder.Encode(writer, line);
        writer.Write(place is null ? "</span> – " : "</a></span> – ");
    }

    private void WriteQuote(Quote quote, int place, TextWriter writer, HtmlEncoder encoder)
    {
        writer.Write("<blockquote>");
        for (var at = 0; at < quote.Paragraphs.Count; at++)
        {
            writer.Write("<p>");
            RichTextHtml.Write(quote.Paragraphs[at], writer, encoder, Marks.In(place, at));
            writer.Write("</p>");
        }

        if (quote.Attribution.Length > 0)
        {
            writer.Write("<footer>");
            encoder.Encode(writer, quote.Attribution);
            writer.Write("</footer>");
        }

        writer.Write("</blockquote>\n");
    }

    private static void WriteEmbed(Embed embed, TextWriter writer, HtmlEncoder encoder)
    {
        writer.Write("<p class=\"embed\">");
        if (SafeLink.Of(embed.Href) is { } href)
        {
            writer.Write("<a href=\"");
            encoder.Encode(writer, href);
            writer.Write("\">");
            encoder.Encode(writer, embed.Title.Length > 0 ? embed.Title : embed.Href);
            writer.Write("</a>");
            if (Uri.TryCreate(href, UriKind.Absolute, out var address) && address.Host.Length > 0)
            {
                writer.Write("<span class=\"host\">");
                encoder.Encode(writer, address.Host);
                writer.Write("</span>");
            }
        }
        else
        {
            encoder.Encode(writer, embed.Title.Length > 0 ? embed.Title : embed.Href);
        }

        writer.Write("</p>\n");
    }
}
