using System.Globalization;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Wireroom.Stories.Body;

namespace Wireroom.Newsroom.Paper.Pictures;

/// <summary>
/// A picture with its caption and credit in text. A picture that the wire announced without sending its file is told in words, never as a broken image.
/// </summary>
public sealed class PictureHtml(Picture picture, string classes = "", bool first = false, string photograph = "Photograph:") : IHtmlContent
{
    /// <summary>The place where it stands.</summary>
    public PicturePlace Place { get; init; } = PicturePlace.Story;

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
            new ImageHtml(picture, Place, first).WriteTo(writer, encoder);
        WriteCaption(picture.File.Length > 0 ? picture.Caption : words, picture.Credit, photograph, writer, encoder);
        writer.Write("</figure>\n");
    }

    /// <summary>The credit as printed: "Photograph: EPA/SANA"; a credit that already says what it is stays as sent.</summary>
    public static string CreditLine(string credit, string photograph = "Photograph:") => credit.Contains(':', StringComparison.Ordinal) ? credit : $"{photograph} {credit}";

    /// <summary>Caption and credit; nothing where there is neither.</summary>
    internal static void WriteCaption(string caption, string credit, string photograph, TextWriter writer, HtmlEncoder encoder)
    {
        if (caption.Length == 0 && credit.Length == 0)
            return;
        writer.Write("<figcaption>");
        encoder.Encode(writer, caption);
        if (credit.Length > 0)
        {
            if (caption.Length > 0 && char.IsLetterOrDigit(caption[^1]))
                writer.Write('.');
            writer.Write(caption.Length > 0 ? " <span class=\"credit\">" : "<span class=\"credit\">");
            encoder.Encode(writer, CreditLine(credit, photograph));
            writer.Write("</span>");
        }

        writer.Write("</figcaption>");
    }
}

/// <summary>
/// The picture alone, in AVIF, WebP and JPEG and in the widths of its place, with its size in pixels so that nothing moves when it comes; all but the first of a
/// page are fetched when they are near.
/// </summary>
public sealed class ImageHtml(Picture picture, PicturePlace place, bool first = false, bool decorative = false) : IHtmlContent
{
    private static readonly string[] Modern = ["avif", "webp"];

    /// <inheritdoc/>
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        // Only what was stored before sizes were kept has none.
        if (picture is not { Width: > 0, Height: > 0 })
        {
            writer.Write($"<img src=\"{StoryAddress.OfPicture(picture.File)}\" class=\"unmeasured\"");
            WriteEnd(writer, encoder);
            return;
        }

        writer.Write("<picture>");
        foreach (var ending in Modern)
            writer.Write($"<source type=\"image/{ending}\" srcset=\"{place.SourcesOf(picture, ending)}\" sizes=\"{place.Sizes}\">");
        var (width, height) = place.SizeOf(picture);
        writer.Write(string.Create(CultureInfo.InvariantCulture, $"<img src=\"{place.PlainOf(picture)}\" width=\"{width}\" height=\"{height}\""));
        WriteEnd(writer, encoder);
        writer.Write("</picture>");
    }

    private void WriteEnd(TextWriter writer, HtmlEncoder encoder)
    {
        writer.Write(" alt=\"");
        if (!decorative)
            encoder.Encode(writer, picture.AltText.Length > 0 ? picture.AltText : picture.Caption);
        writer.Write(first ? "\" fetchpriority=\"high\">" : "\" loading=\"lazy\" decoding=\"async\">");
    }
}
