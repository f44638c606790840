using System.Globalization;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Wireroom.Stories.Body;

namespace Wireroom.Newsroom.Paper;

/// <summary>A body as HTML, block by block. Blocks hold text, so nothing but this file decides which elements a page holds.</summary>
public sealed class BodyHtml(IReadOnlyList<Block> body, string dateline = "", string photograph = "Photograph:") : IHtmlContent
{
    /// <inheritdoc/>
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        var line = dateline;
        foreach (var block in body)
        {
            Write(block, line, photograph, writer, encoder);
            if (block is Paragraph)
                line = ""; // the dateline opens the first paragraph
        }
    }

    private static void Write(Block block, string line, string photograph, TextWriter writer, HtmlEncoder encoder)
    {
        switch (block)
        {
            case Paragraph paragraph:
                writer.Write("<p>");
                WriteDateline(line, writer, encoder);
                RichTextHtml.Write(paragraph.Text, writer, encoder);
                writer.Write("</p>\n");
                break;
            case Heading heading:
                var level = Math.Clamp(heading.Level, 2, 4).ToString(CultureInfo.InvariantCulture);
                writer.Write($"<h{level}>");
                RichTextHtml.Write(heading.Text, writer, encoder);
                writer.Write($"</h{level}>\n");
                break;
            case Quote quote:
                WriteQuote(quote, writer, encoder);
                break;
            case BulletList list:
                writer.Write(list.Numbered ? "<ol>" : "<ul>");
                foreach (var item in list.Items)
                {
                    writer.Write("<li>");
                    RichTextHtml.Write(item, writer, encoder);
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

    private static void WriteDateline(string line, TextWriter writer, HtmlEncoder encoder)
    {
        if (line.Length == 0)
            return;
        writer.Write("<span class=\"dateline\">");
        encoder.Encode(writer, line);
        writer.Write("</span> – ");
    }

    private static void WriteQuote(Quote quote, TextWriter writer, HtmlEncoder encoder)
    {
        writer.Write("<blockquote>");
        foreach (var paragraph in quote.Paragraphs)
        {
            writer.Write("<p>");
            RichTextHtml.Write(paragraph, writer, encoder);
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
