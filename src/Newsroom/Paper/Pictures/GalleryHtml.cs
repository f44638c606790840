using System.Globalization;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Wireroom.Stories.Body;

namespace Wireroom.Newsroom.Paper.Pictures;

/// <summary>
/// Pictures that stand one after the other, as a gallery: a strip that is swiped or scrolled, each picture with its caption and credit, and a sheet of all of
/// them whose links lead to each. It needs no script; with it, the arrow keys turn the pictures.
/// </summary>
public sealed class GalleryHtml(IReadOnlyList<Picture> pictures, GalleryWords words, bool first) : IHtmlContent
{
    /// <summary>So many pictures in a row make a gallery.</summary>
    public const int Least = 3;

    /// <summary>Distinguishes the galleries of a page.</summary>
    public int Number { get; init; } = 1;

    /// <summary>How many pictures with a file stand in a row in the body, from that place on; what may not be shown does not count and does not end the row.</summary>
    public static (int Blocks, IReadOnlyList<Picture> Pictures) RowAt(IReadOnlyList<Block> body, int at)
    {
        var pictures = new List<Picture>();
        var end = at;
        for (; end < body.Count && body[end] is PictureBlock { Picture: var picture } && (picture.File.Length > 0 || picture == Picture.Gone); end++)
        {
            if (picture.File.Length > 0)
                pictures.Add(picture);
        }

        return (end - at, pictures);
    }

    /// <inheritdoc/>
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        writer.Write("<section class=\"gallery\" data-gallery aria-label=\"");
        encoder.Encode(writer, words.Gallery);
        writer.Write("\">\n<ol class=\"strip\" tabindex=\"0\">\n");
        for (var at = 0; at < pictures.Count; at++)
        {
            writer.Write($"<li id=\"{Id(at)}\" tabindex=\"-1\"><figure class=\"picture\">");
            new ImageHtml(pictures[at], PicturePlace.Story, first && at == 0).WriteTo(writer, encoder);
            PictureHtml.WriteCaption(pictures[at].Caption, pictures[at].Credit, words.Photograph, writer, encoder);
            writer.Write("</figure><p class=\"place\">");
            encoder.Encode(writer, string.Format(CultureInfo.InvariantCulture, words.PlaceOf, at + 1, pictures.Count));
            writer.Write("</p></li>\n");
        }

        writer.Write("</ol>\n<nav class=\"sheet\" aria-label=\"");
        encoder.Encode(writer, words.AllPictures);
        writer.Write("\"><ol>\n");
        for (var at = 0; at < pictures.Count; at++)
        {
            writer.Write($"<li><a href=\"#{Id(at)}\" aria-label=\"");
            encoder.Encode(writer, string.Format(CultureInfo.InvariantCulture, words.PlaceOf, at + 1, pictures.Count));
            writer.Write("\">");
            new ImageHtml(pictures[at], PicturePlace.Sheet, decorative: true).WriteTo(writer, encoder);
            writer.Write("</a></li>\n");
        }

        writer.Write("</ol></nav>\n</section>\n");
    }

    private string Id(int at) => string.Create(CultureInfo.InvariantCulture, $"picture-{Number}-{at + 1}");
}

/// <summary>The words of a gallery, in the language of the page; <paramref name="PlaceOf"/> holds the picture's number and how many there are.</summary>
public sealed record GalleryWords(string Gallery, string AllPictures, string PlaceOf, string Photograph);
