using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Wireroom.Storage;

namespace Wireroom.Newsroom.Site.Frame;

/// <summary>LIVE, FLASH or URGENT in words, for as long as it is so.</summary>
public sealed class UrgencyMark(ReleasedRow row, Words words) : IHtmlContent
{
    /// <inheritdoc/>
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        if (row.Live == LiveState.On)
            Write("live", words.Live);
        if (row.Urgency is 1 or 2)
            Write(row.Urgency == 1 ? "flash" : "urgent", row.Urgency == 1 ? words.Flash : words.Urgent);

        void Write(string kind, string word)
        {
            writer.Write($" <span class=\"mark {kind}\">");
            encoder.Encode(writer, word);
            writer.Write("</span>");
        }
    }
}
