using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Wireroom.Stories;

namespace Wireroom.Newsroom.Paper;

/// <summary>A byline whose names lead to their pages.</summary>
public sealed class BylineHtml(string byline, string credit) : IHtmlContent
{
    /// <inheritdoc/>
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        foreach (var part in Bylines.Parts(byline, credit))
        {
            if (part.IsName)
            {
                writer.Write("<a rel=\"author\" href=\"");
                encoder.Encode(writer, StoryAddress.OfName(NameKind.Author, Slug.Of(part.Text)));
                writer.Write("\">");
            }

            encoder.Encode(writer, part.Text);
            if (part.IsName)
                writer.Write("</a>");
        }
    }
}
