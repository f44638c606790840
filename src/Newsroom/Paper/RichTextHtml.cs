using System.Text.Encodings.Web;
using Wireroom.Stories.Body;

namespace Wireroom.Newsroom.Paper;

/// <summary>Runs of text as HTML: strong, emphasis, above and below the line, links.</summary>
internal static class RichTextHtml
{
    private static readonly (RunStyle Style, string Element)[] Styles =
    [
        (RunStyle.Bold, "strong"),
        (RunStyle.Italic, "em"),
        (RunStyle.Superscript, "sup"),
        (RunStyle.Subscript, "sub"),
    ];

    public static void Write(RichText text, TextWriter writer, HtmlEncoder encoder)
    {
        foreach (var run in text.Runs)
            Write(run, writer, encoder);
    }

    private static void Write(Run run, TextWriter writer, HtmlEncoder encoder)
    {
        var href = SafeLink.Of(run.Href);
        if (href is not null)
        {
            writer.Write("<a href=\"");
            encoder.Encode(writer, href);
            writer.Write("\">");
        }

        if (run.Style == RunStyle.None)
        {
            encoder.Encode(writer, run.Text);
        }
        else
        {
            foreach (var (style, element) in Styles)
            {
                if (run.Style.HasFlag(style))
                    writer.Write($"<{element}>");
            }

            encoder.Encode(writer, run.Text);
            for (var at = Styles.Length - 1; at >= 0; at--)
            {
                if (run.Style.HasFlag(Styles[at].Style))
                    writer.Write($"</{Styles[at].Element}>");
            }
        }

        if (href is not null)
            writer.Write("</a>");
    }
}
