using System.Globalization;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Wireroom.Stories.Body;

namespace Wireroom.Newsroom.Paper;

/// <summary>
/// A picture with its caption and credit in text. A picture that the wire announced without sending its file is told in words, never as a broken image.
/// </summary>
public sealed class PictureHtml(Picture picture, string classes = "", bool first = false, string photograph = "Photograph:") : IHtmlContent
{
    /// <inheritdoc/>
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        var words = picture.Caption.Length > 0 ? picture.Caption : picture.AltText;
        if (picture.File.Length == 0 && words.Length == 0 && picture.Credit.Length == 0)
            return;
        writer.Write("<figure class=\"picture");
        if (picture.File.Length == 0)
            writer.Write(" absent");
        if (classes.Length > 0)
            writer.Write($" {classes}");
        writer.Write("\">");
        if (picture.File.Length > 0)
            new ImageHtml(picture, first).WriteTo(writer, encoder);
        var caption = picture.File.Length > 0 ? picture.Caption : words;
        if (caption.Length > 0 || picture.Credit.Length > 0)
        {
            writer.Write("<figcaption>");
            encoder.Encode(writer, caption);
            if (picture.Credit.Length > 0)
            {
                if (caption.Length > 0 && char.IsLetterOrDigit(caption[^1]))
                    writer.Write('.');
                writer.Write(caption.Length > 0 ? " <span class=\"credit\">" : "<span class=\"credit\">");
                encoder.Encode(writer, CreditLine(picture.Credit, photograph));
                writer.Write("</span>");
            }

            writer.Write("</figcaption>");
        }

        writer.Write("</figure>\n");
    }

    /// <summary>The credit as printed: "Photograph: EPA/SANA"; a credit that already says what it is stays as sent.</summary>
    public static string CreditLine(string credit, string photograph = "Photograph:") => credit.Contains(':', StringComparison.Ordinal) ? credit : $"{photograph} {credit}";
}

/// <summary>The picture alone, with its size in pixels so that nothing moves when it comes; all but the first of a page are fetched when they are near.</summary>
public sealed class ImageHtml(Picture picture, bool first = false, bool decorative = false) : IHtmlContent
{
    /// <inheritdoc/>
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        writer.Write("<img src=\"");
        encoder.Encode(writer, StoryAddress.OfPicture(picture.File));
        writer.Write("\" alt=\"");
        if (!decorative)
            encoder.Encode(writer, picture.AltText.Length > 0 ? picture.AltText : picture.Caption);
        writer.Write(picture is { Width: > 0, Height: > 0 }
            ? string.Create(CultureInfo.InvariantCulture, $"\" width=\"{picture.Width}\" height=\"{picture.Height}\"")
            : "\" class=\"unmeasured\"");
        writer.Write(first ? " fetchpriority=\"high\">" : " loading=\"lazy\" decoding=\"async\">");
    }
}
