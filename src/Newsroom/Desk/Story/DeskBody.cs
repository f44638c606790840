using System.Globalization;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Wireroom.Newsroom.Desk.Pictures;
using Wireroom.Newsroom.Paper;
using Wireroom.Stories.Body;

namespace Wireroom.Newsroom.Desk.Story;

/// <summary>A body on the desk: as readers see it, but pictures come through the desk's own guarded address, with what is missing of them said.</summary>
public sealed class DeskBody(IReadOnlyList<Block> body, string dateline = "") : IHtmlContent
{
    /// <summary>The sentences in which somebody says something.</summary>
    public SentenceMarks Marks { get; init; } = SentenceMarks.None;

    /// <inheritdoc/>
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        var line = dateline;
        for (var at = 0; at < body.Count; at++)
        {
            var block = body[at];
            if (block is PictureBlock { Picture: var picture })
                Write(picture, writer, encoder);
            else
                new BodyHtml([block], block is Paragraph ? line : "") { Marks = Marks, First = at }.WriteTo(writer, encoder);
            if (block is Paragraph)
                line = "";
        }
    }

    private static void Write(Picture picture, TextWriter writer, HtmlEncoder encoder)
    {
        writer.Write("<figure class=\"desk-picture\">");
        if (picture.File.Length > 0)
        {
            writer.Write("<a href=\"/desk/picture/");
            encoder.Encode(writer, picture.File);
            writer.Write(string.Create(CultureInfo.InvariantCulture, $"\"><img loading=\"lazy\" width=\"{Math.Max(1, picture.Width)}\" height=\"{Math.Max(1, picture.Height)}\" src=\""));
            encoder.Encode(writer, PictureWords.Rendition(picture, 800));
            writer.Write("\" alt=\"");
            encoder.Encode(writer, picture.AltText.Length > 0 ? picture.AltText : "Picture without alternative text");
            writer.Write("\"></a>");
        }
        else
        {
            writer.Write("<p class=\"announced\">A picture was announced and not sent.</p>");
        }

        writer.Write("<figcaption>");
        encoder.Encode(writer, picture.Caption);
        writer.Write(" <span class=\"credit\">");
        encoder.Encode(writer, picture.Credit.Length > 0 ? picture.Credit : "no credit");
        writer.Write("</span>");
        if (picture.File.Length > 0)
        {
            writer.Write("<span class=\"alt\">");
            encoder.Encode(writer, picture.AltText.Length > 0 ? $"Alternative text: {picture.AltText}" : "No alternative text yet");
            writer.Write("</span>");
        }

        writer.Write("</figcaption></figure>");
    }
}
