using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Wireroom.Storage;

namespace Wireroom.Newsroom.Site.Frame;

/// <summary>FLASH or URGENT in words, for as long as it is news.</summary>
public sealed class UrgencyMark(ReleasedRow row, Words words) : IHtmlContent
{
    /// <inheritdoc/>
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        var (kind, word) = row.Urgency switch
        {
            1 => ("flash", words.Flash),
            2 => ("urgent", words.Urgent),
            _ => ("", ""),
        };
        if (kind.Length == 0)
            return;
        writer.Write($" <span class=\"mark {kind}\">");
        encoder.Encode(writer, word);
        writer.Write("</span>");
    }
}
