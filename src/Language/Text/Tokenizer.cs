using System.Collections.Frozen;

namespace Wireroom.Language.Text;

/// <summary>Cuts text into tokens the way the Universal Dependencies English treebanks do: clitics, hyphens and marks stand alone, abbreviations keep their full stop.</summary>
internal static class Tokenizer
{
    /// <summary>The tokens of a stretch of text, in order.</summary>
    public static void Read(string text, int start, int end, List<Token> into)
    {
        for (var at = start; at < end;)
        {
            if (char.IsWhiteSpace(text[at]) || text[at] is '\u200b' or '\ufeff')
            {
                at++;
                continue;
            }

            var stop = at;
            while (stop < end && !char.IsWhiteSpace(text[stop]) && text[stop] is not '\u200b' and not '\ufeff')
                stop++;
            Chunk(text, at, stop, into);
            at = stop;
        }
    }

    private static void Chunk(string text, int start, int end, List<Token> into)
    {
        var at = start;
        while (at < end)
        {
            var unit = text[at];
            var stop = at + 1;
            if (char.IsLetter(unit) || char.IsSurrogate(unit))
                stop = Word(text, at, end, into, out var done) is var after && done ? after : stop;
            else if (char.IsDigit(unit))
                stop = Number(text, at, end);
            else if (unit is '@' or '#' && stop < end && (char.IsLetterOrDigit(text[stop]) || text[stop] == '_'))
                stop = While(text, stop, end, static c => char.IsLetterOrDigit(c) || c == '_');
            else if (unit is '.' or '-' or '*' or '_' or '!' or '?')
                stop = While(text, stop, end, c => c == unit);
            else if (unit is '\'' or '`' && stop < end && text[stop] == unit && !(stop + 1 < end && text[stop + 1] == unit))
                stop++;
            else if (IsApostrophe(unit) && Clitic(text, at, end) is var clitic and > 0)
                stop = at + clitic;
            if (char.IsLetter(unit) || char.IsSurrogate(unit))
            {
                at = stop;
                continue;
            }

            Add(text, at, stop, into);
            at = stop;
        }
    }

    /// <summary>A word and its clitics from <paramref name="start"/> on; all are added, and the place after them is given.</summary>
    private static int Word(string text, int start, int end, List<Token> into, out bool done)
    {
        done = true;
        if (Address(text, start, end) is var address and > 0)
        {
            Add(text, start, address, into);
            return address;
        }

        var at = start;
        while (at < end)
        {
            var unit = text[at];
            if (char.IsLetterOrDigit(unit) || char.IsSurrogate(unit) || unit is '_' || char.GetUnicodeCategory(unit) == System.Globalization.UnicodeCategory.NonSpacingMark)
                at++;
            else if (unit == '&' && at + 1 < end && char.IsUpper(text[at + 1]) && at - start <= 2)
                at++;
            else if (unit == '.' && at + 1 < end && char.IsLetter(text[at + 1]) && Dotted(text, start, at))
                at++;
            else if (unit == '.' && at - start > 1 && Domain(text, at, end) is var domain and > 0)
                at = domain;
            else if (IsApostrophe(unit) && at + 1 < end && char.IsLetter(text[at + 1]) && text[at - 1] != unit && Clitic(text, at, end) == 0 && !NotClitic(text, start, at, end))
                at++;
            else
                break;
        }

        if (at < end && text[at] == '.' && KeepsStop(text, start, at, end))
            at++;

        // "don't": the n belongs to the clitic.
        if (at < end && IsApostrophe(text[at]) && at - start > 1 && text[at - 1] is 'n' or 'N' && at + 1 < end && text[at + 1] is 't' or 'T' && (at + 2 == end || !char.IsLetter(text[at + 2])))
        {
            if (at - 1 > start)
                Add(text, start, at - 1, into);
            Add(text, at - 1, at + 2, into);
            return at + 2;
        }

        Add(text, start, at, into);
        if (at < end && IsApostrophe(text[at]) && Clitic(text, at, end) is var clitic and > 0)
        {
            Add(text, at, at + clitic, into);
            at += clitic;
        }

        return at;
    }

    private static int Number(string text, int start, int end)
    {
        var at = start;
        while (at < end && (char.IsLetterOrDigit(text[at]) || (text[at] is ',' or '.' or ':' or '/' && at + 1 < end && char.IsDigit(text[at + 1]))))
            at++;
        return at;
    }

    /// <summary>An address of the web or of mail is one token.</summary>
    private static int Address(string text, int start, int end)
    {
        var chunk = text.AsSpan(start, end - start);
        var at = chunk.IndexOf('@');
        if (!chunk.StartsWith("http://", StringComparison.OrdinalIgnoreCase) && !chunk.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
            && !chunk.StartsWith("www.", StringComparison.OrdinalIgnoreCase) && !(at > 0 && chunk[at..].Contains('.') && at + 1 < chunk.Length && char.IsLetter(chunk[at + 1])))
            return 0;
        var stop = end;
        while (stop > start + 1 && !char.IsLetterOrDigit(text[stop - 1]) && text[stop - 1] != '/')
            stop--;
        return stop;
    }

    // Without those that are words of the language ("in", "it", "no"): a full stop without a space behind it is more often a slip.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Domains = FrozenSet.ToFrozenSet(
        "com org net gov edu info biz co uk de fr eu ru cn io tv fm nl pl se fi dk cz sk lt lv ee hr rs hu ro bg gr tr ua es pt ch jp kr br ar mx ca au nz ie za".Split(' ')).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The end of the domains behind the full stops from <paramref name="stop"/> on ("matin.fr", "paper.co.uk"); 0 where there is none.</summary>
    private static int Domain(string text, int stop, int end)
    {
        var at = While(text, stop + 1, end, char.IsAsciiLetterLower);
        if (!Domains.Contains(text.AsSpan(stop + 1, at - stop - 1)) || at < end && char.IsLetterOrDigit(text[at]))
            return 0;
        return at + 1 < end && text[at] == '.' && Domain(text, at, end) is var more and > 0 ? more : at;
    }

    /// <summary>True where the letters since the start are single ones between full stops ("U.S", "a.m").</summary>
    private static bool Dotted(string text, int start, int stop)
    {
        for (var at = start; at < stop; at++)
        {
            if ((at - start) % 2 == 0 ? !char.IsLetter(text[at]) : text[at] != '.')
                return false;
        }

        return (stop - start) % 2 == 1;
    }

    private static bool KeepsStop(string text, int start, int stop, int end)
    {
        var length = stop - start;
        if (length == 1 && char.IsUpper(text[start]) && text[start] != 'I')
            return true;
        if (length >= 3 && Dotted(text, start, stop))
            return true;
        return Abbreviations.Has(text.AsSpan(start, length)) && (stop + 1 >= end || !char.IsLetterOrDigit(text[stop + 1]));
    }

    /// <summary>Units of the clitic at an apostrophe: 's, 're, 've, 'll, 'd, 'm; 0 where there is none.</summary>
    private static int Clitic(string text, int at, int end)
    {
        var letters = 0;
        while (at + 1 + letters < end && char.IsLetter(text[at + 1 + letters]))
            letters++;
        return letters switch
        {
            1 when text[at + 1] is 's' or 'S' or 'd' or 'D' or 'm' or 'M' => 2,
            2 when Clitics.Contains(text.AsSpan(at + 1, 2).ToString().ToLowerInvariant()) => 3,
            _ => 0,
        };
    }

    private static readonly FrozenSet<string> Clitics = FrozenSet.Create("re", "ve", "ll");

    private static bool NotClitic(string text, int start, int at, int end) =>
        at > start && text[at - 1] is 'n' or 'N' && text[at + 1] is 't' or 'T' && (at + 2 == end || !char.IsLetter(text[at + 2]));

    private static bool IsApostrophe(char unit) => unit is '\'' or '’' or '‘' or '`';

    private static int While(string text, int at, int end, Func<char, bool> goes)
    {
        while (at < end && goes(text[at]))
            at++;
        return at;
    }

    private static void Add(string text, int start, int end, List<Token> into) => into.Add(new Token(start, end, Hashing.Word(text.AsSpan(start, end - start))));
}
