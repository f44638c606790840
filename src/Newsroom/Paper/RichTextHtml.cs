using System.Globalization;
using System.Text.Encodings.Web;
using Wireroom.Stories.Body;

namespace Wireroom.Newsroom.Paper;

/// <summary>Runs of text as HTML: strong, emphasis, above and below the line, links; and sentences marked for the ledger of sources.</summary>
internal static class RichTextHtml
{
    private static readonly (RunStyle Style, string Element)[] Styles =
    [
        (RunStyle.Bold, "strong"),
        (RunStyle.Italic, "em"),
        (RunStyle.Superscript, "sup"),
        (RunStyle.Subscript, "sub"),
    ];

    public static void Write(RichText text, TextWriter writer, HtmlEncoder encoder, IReadOnlyList<Mark>? marks = null)
    {
        if (marks is not { Count: > 0 })
        {
            foreach (var run in text.Runs)
                Write(run, run.Text, writer, encoder);
            return;
        }

        var (at, next, open) = (0, 0, false);
        foreach (var run in text.Runs)
        {
            for (var from = 0; from < run.Text.Length;)
            {
                // A mark begins or ends here, in the middle of a run or between two.
                if (open && at == marks[next].End)
                {
                    writer.Write("</span>");
                    open = false;
                    next++;
                }

                if (!open && next < marks.Count && at == marks[next].Start)
                {
                    writer.Write(string.Create(CultureInfo.InvariantCulture, $"<span class=\"voiced\" id=\"said-{marks[next].Number}\">"));
                    open = true;
                }

                var edge = open ? marks[next].End : next < marks.Count ? marks[next].Start : int.MaxValue;
                var length = Math.Min(run.Text.Length - from, edge - at);
                Write(run, length == run.Text.Length ? run.Text : run.Text.Substring(from, length), writer, encoder);
                from += length;
                at += length;
            }
        }

        if (open)
            writer.Write("</span>");
    }

    private static void Write(Run run, string text, TextWriter writer, HtmlEncoder encoder)
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
            encoder.Encode(writer, text);
        }
        else
        {
            foreach (var (style, element) in Styles)
            {
                if (run.Style.HasFlag(style))
                    writer.Write($"<{element}>");
            }

            encoder.Encode(writer, text);
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
