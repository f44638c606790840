namespace Wireroom.Language.Text;

/// <summary>Tells what stands around copy from copy: bylines, credits of pictures, datelines.</summary>
internal static class Furniture
{
    private const int LongestByline = 14;
    private const int LongestDateline = 20;

    /// <summary>What a paragraph is, by its first words and its place.</summary>
    public static ParagraphKind KindOf(string text, List<Token> tokens, int first, int paragraph)
    {
        var count = tokens.Count - first;
        if (count > LongestByline)
            return ParagraphKind.Copy;
        var word = text.AsSpan(tokens[first].Start, tokens[first].End - tokens[first].Start);
        var ends = text[tokens[^1].End - 1];
        var colon = count > 1 && text[tokens[first + 1].Start] == ':';
        if (colon && (word.Equals("Photograph", StringComparison.OrdinalIgnoreCase) || word.Equals("Photo", StringComparison.OrdinalIgnoreCase)
            || word.Equals("Photos", StringComparison.OrdinalIgnoreCase) || word.Equals("Picture", StringComparison.OrdinalIgnoreCase)
            || word.Equals("Image", StringComparison.OrdinalIgnoreCase) || word.Equals("Credit", StringComparison.OrdinalIgnoreCase)))
            return ParagraphKind.Credit;
        if (paragraph is > 0 and < 4 && ends is not ('.' or '?' or '!' or '”' or '"') && word.Equals("by", StringComparison.OrdinalIgnoreCase) && count > 2 && char.IsUpper(text[tokens[first + 1].Start]))
            return ParagraphKind.Byline;
        return ParagraphKind.Copy;
    }

    /// <summary>The token after a dateline ("PARIS, March 3 (AFP) — "); the first token where there is none.</summary>
    public static int AfterDateline(string text, List<Token> tokens, int first)
    {
        var limit = Math.Min(tokens.Count - 2, first + LongestDateline);
        for (var at = first + 1; at < limit; at++)
        {
            var unit = text[tokens[at].Start];
            var dash = unit is '—' or '–' or '―' or '-' && (tokens[at].Start > tokens[at - 1].End || tokens[at].End < tokens[at + 1].Start);
            if (!dash)
                continue;
            var capitals = CapitalWords(text, tokens, first, at, out var lower);
            return capitals && (lower == 0 || HasBracket(text, tokens, first, at)) ? at + 1 : first;
        }

        return first;
    }

    /// <summary>A dateline begins with a place in capitals, or holds an agency in brackets.</summary>
    private static bool CapitalWords(string text, List<Token> tokens, int first, int end, out int lower)
    {
        lower = 0;
        for (var at = first; at < end; at++)
        {
            if (char.IsLower(text[tokens[at].Start]) && text[tokens[at].Start..tokens[at].End] is not ("of" or "de" or "al" or "the"))
                lower++;
        }

        var word = text.AsSpan(tokens[first].Start, tokens[first].End - tokens[first].Start);
        var shouting = word.Length > 1 && word.IndexOfAnyInRange('a', 'z') < 0 && char.IsUpper(word[0]);
        return shouting || HasBracket(text, tokens, first, end);
    }

    private static bool HasBracket(string text, List<Token> tokens, int first, int end)
    {
        for (var at = first + 1; at < end; at++)
        {
            if (text[tokens[at].Start] == '(' && end - at <= 6 && text[tokens[end - 1].End - 1] == ')')
                return true;
        }

        return false;
    }
}
