using System.Globalization;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Wireroom.Storage;

namespace Wireroom.Newsroom.Site.Frame;

/// <summary>Marks the words and phrases that were looked for, folded as the search folds them, so that what was found is what is marked.</summary>
public sealed class Highlight
{
    private readonly (string[] Words, bool Prefix)[] terms;

    private Highlight((string[], bool)[] terms) => this.terms = terms;

    /// <summary>Marks nothing.</summary>
    public static Highlight None { get; } = new([]);

    /// <summary>What a search box asks for, without what it leaves out.</summary>
    public static Highlight Of(string search) =>
        new([.. SearchQuery.Parse(search).Terms.Where(term => !term.Without).Select(term => (term.Words.Split(' '), term.Prefix))]);

    /// <summary>The text with its marks.</summary>
    public IHtmlContent In(string text) => new Marked(this, text);

    /// <summary>Start and length of every passage to mark, in order and apart.</summary>
    private IEnumerable<(int Start, int Length)> Passages(string text)
    {
        var words = Words(text).ToList();
        for (var at = 0; at < words.Count; at++)
        {
            var length = terms.Where(term => IsAt(term, words, at)).Select(term => term.Words.Length).DefaultIfEmpty(0).Max();
            if (length == 0)
                continue;
            var last = words[at + length - 1];
            yield return (words[at].Start, last.Start + last.Length - words[at].Start);
            at += length - 1;
        }
    }

    private static bool IsAt((string[] Words, bool Prefix) term, List<(int Start, int Length, string Folded)> words, int at)
    {
        if (at + term.Words.Length > words.Count)
            return false;
        for (var next = 0; next < term.Words.Length; next++)
        {
            var (looked, folded) = (term.Words[next], words[at + next].Folded);
            var open = term.Prefix && next == term.Words.Length - 1;
            if (open ? !folded.StartsWith(looked, StringComparison.Ordinal) : folded != looked)
                return false;
        }

        return true;
    }

    /// <summary>Runs of letters, accents and digits.</summary>
    private static IEnumerable<(int Start, int Length, string Folded)> Words(string text)
    {
        var start = -1;
        for (var at = 0; at <= text.Length; at++)
        {
            var inside = at < text.Length
                && (char.IsLetterOrDigit(text[at]) || char.IsSurrogate(text[at]) || CharUnicodeInfo.GetUnicodeCategory(text[at]) == UnicodeCategory.NonSpacingMark);
            if (inside && start < 0)
                start = at;
            if (inside || start < 0)
                continue;
            yield return (start, at - start, SearchWords.Fold(text[start..at]));
            start = -1;
        }
    }

    private sealed class Marked(Highlight highlight, string text) : IHtmlContent
    {
        public void WriteTo(TextWriter writer, HtmlEncoder encoder)
        {
            var written = 0;
            if (highlight.terms.Length > 0)
            {
                foreach (var (start, length) in highlight.Passages(text))
                {
                    encoder.Encode(writer, text, written, start - written);
                    writer.Write("<mark>");
                    encoder.Encode(writer, text, start, length);
                    writer.Write("</mark>");
                    written = start + length;
                }
            }

            encoder.Encode(writer, text, written, text.Length - written);
        }
    }
}
