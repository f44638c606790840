using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace Wireroom.Newsroom.Site.Frame;

/// <summary>Marks the words that were looked for, whatever their case or accents.</summary>
public sealed class Highlight
{
    private readonly (string Letters, bool IsPrefix)[] words;

    private Highlight((string, bool)[] words) => this.words = words;

    /// <summary>Marks nothing.</summary>
    public static Highlight None { get; } = new([]);

    /// <summary>The words of a search box that must be there.</summary>
    public static Highlight Of(string search)
    {
        var found = new List<(string, bool)>();
        foreach (var part in search.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            if (part.StartsWith('-'))
                continue;
            var prefix = part.EndsWith('*');
            found.AddRange(Words(part).Select(word => (Fold(part.AsSpan(word.Start, word.Length)), prefix)));
        }

        return new Highlight([.. found]);
    }

    /// <summary>The text with its marked words.</summary>
    public IHtmlContent In(string text) => new Marked(this, text);

    private bool Marks(ReadOnlySpan<char> word)
    {
        var letters = Fold(word);
        return words.Any(looked => looked.IsPrefix ? letters.StartsWith(looked.Letters, StringComparison.Ordinal) : letters == looked.Letters);
    }

    /// <summary>Runs of letters, marks and digits.</summary>
    private static IEnumerable<(int Start, int Length)> Words(string text)
    {
        var start = -1;
        for (var at = 0; at <= text.Length; at++)
        {
            var inside = at < text.Length && (char.IsLetterOrDigit(text[at]) || CharUnicodeInfo.GetUnicodeCategory(text[at]) == UnicodeCategory.NonSpacingMark);
            if (inside && start < 0)
                start = at;
            if (inside || start < 0)
                continue;
            yield return (start, at - start);
            start = -1;
        }
    }

    private static string Fold(ReadOnlySpan<char> word)
    {
        var folded = new StringBuilder(word.Length);
        foreach (var letter in word.ToString().Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)
                folded.Append(char.ToLowerInvariant(letter));
        }

        return folded.ToString();
    }

    private sealed class Marked(Highlight highlight, string text) : IHtmlContent
    {
        public void WriteTo(TextWriter writer, HtmlEncoder encoder)
        {
            var written = 0;
            if (highlight.words.Length > 0)
            {
                foreach (var (start, length) in Words(text))
                {
                    if (!highlight.Marks(text.AsSpan(start, length)))
                        continue;
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
