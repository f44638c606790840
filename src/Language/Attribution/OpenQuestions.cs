using System.Text.RegularExpressions;
using Wireroom.Language.Text;

namespace Wireroom.Language.Attribution;

/// <summary>Finds what nobody has said: "There was no immediate clarification as to", "It was not clear whether", "could not be verified".</summary>
internal static partial class OpenQuestions
{
    /// <summary>An open question: the words that say so, and what is open.</summary>
    public static (Span Cue, Span Content)? In(Copy copy, Sentence sentence)
    {
        var start = copy.Tokens[sentence.First].Start;
        var end = copy.Tokens[sentence.End - 1].End;
        var text = copy.Text.AsSpan(start, end - start);
        foreach (var match in Nothing().EnumerateMatches(text))
        {
            if (copy.QuotationOf[TokenAt(copy, sentence, start + match.Index)] >= 0)
                continue;
            var cue = new Span(start + match.Index, start + match.Index + match.Length);
            var before = copy.Text[start..cue.Start].TrimEnd(' ', ',');
            var rest = text[(match.Index + match.Length)..].TrimStart();
            // "What remains unclear is | whether he will stay", "It was not clear, however, | who had gone".
            foreach (var link in (ReadOnlySpan<string>)["is ", "was ", ", however, ", ", though, "])
                rest = rest.StartsWith(link, StringComparison.Ordinal) ? rest[link.Length..] : rest;
            var content = rest.TrimEnd(" .!?”\"");
            // "How long it will last is not clear, but": what is open stands before.
            if (content.Length > 0 && (rest[0] is not (',' or ';' or '—' or '–') || before.Length <= 2))
                return (cue, new Span(end - rest.Length, end - rest.Length + content.Length));

            return before.Length > 2 ? (cue, new Span(start, start + before.Length)) : (cue, cue);
        }

        return null;
    }

    private static int TokenAt(Copy copy, Sentence sentence, int offset)
    {
        for (var at = sentence.First; at < sentence.End; at++)
        {
            if (copy.Tokens[at].End > offset)
                return at;
        }

        return sentence.End - 1;
    }

    [GeneratedRegex(
        @"\b(?:there (?:was|is|were|has been|had been) no (?:immediate |official |independent |further |initial )*(?:clarification|word|comment|confirmation|reaction|response|claim of responsibility|claims of responsibility|information|indication|explanation|details|report|reports)(?: as to| on| from| about| of| for)?"
        + @"|(?:it|this) (?:was|is|remains|remained) (?:not (?:immediately |yet |at once )?(?:clear|known)|unclear|unknown)"
        + @"|(?:was|is|were|are|remains|remained) (?:not (?:immediately |yet )(?:clear|known)|unclear)"
        + @"|could not (?:immediately |be )*(?:independently |immediately )*(?:be )?(?:independently )?(?:verified|confirmed|corroborated|established)"
        + @"|(?:nobody|no one|no group|no organisation|no organization) (?:immediately |has |had )*(?:claimed responsibility|said so))\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex Nothing();
}
