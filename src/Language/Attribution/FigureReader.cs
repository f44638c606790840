using Wireroom.Language.Tagging;
using Wireroom.Language.Text;

namespace Wireroom.Language.Attribution;

/// <summary>Reads the figures of a passage: the number with its bound, what it counts, of which kind, of which side.</summary>
internal sealed class FigureReader(Analysis analysis)
{
    private readonly Copy copy = analysis.Copy;

    /// <summary>The figures of the passage, without their statements.</summary>
    public List<(Figure Figure, int Token)> Read()
    {
        var figures = new List<(Figure, int)>();
        for (var sentence = 0; sentence < copy.Sentences.Count; sentence++)
        {
            var (first, end, _) = copy.Sentences[sentence];
            for (var at = first; at < end; at++)
            {
                if (Figure(at, copy.Sentences[sentence], out var after) is not { } figure)
                    continue;
                figures.Add((figure, at));
                at = after - 1;
            }
        }

        return figures;
    }

    private Figure? Figure(int at, Sentence sentence, out int after)
    {
        after = at + 1;
        var start = at;
        var currency = Currency(at);
        if (currency is not null)
        {
            if (at + 1 >= sentence.End)
                return null;
            at++;
        }

        if (NumberWords.Value(copy.Word(at)) is not { } value || currency is null && IsNoFigure(at, sentence))
            return null;
        after = at + 1;
        // "29-billion-euro", "2.5 million", "two hundred".
        for (var next = after; next < sentence.End; next++)
        {
            var skip = copy.Mark(next) == '-' && next + 1 < sentence.End ? next + 1 : next;
            if (NumberWords.Scale(copy.Word(skip)) is { } scale)
                value *= scale;
            else if (skip == next && analysis.Tag(next) == "CD" && analysis.Is(next - 1, "hundred") && NumberWords.Value(copy.Word(next)) is { } rest)
                value += rest;
            else
                break;
            (after, next) = (skip + 1, skip);
        }

        decimal? upper = null;
        if (after + 1 < sentence.End && (analysis.Is(after, "to") || analysis.Is(after, "or") || copy.Mark(after) is '-' or '–') && NumberWords.Value(copy.Word(after + 1)) is { } top && top > value && !IsNoFigure(after + 1, sentence))
        {
            upper = top;
            after += 2;
            if (after < sentence.End && NumberWords.Scale(copy.Word(after)) is { } scale)
            {
                (value, upper) = (value * scale, top * scale);
                after++;
            }
        }

        var vague = NumberWords.Vague(copy.Word(at));
        var (boundFirst, bound) = BoundBefore(start, sentence);
        if (vague && bound == Bound.Exact)
            bound = Bound.AtLeast;
        if (after + 1 < sentence.End && analysis.Is(after, "or") && analysis.Is(after + 1, "more") || after + 1 < sentence.End && analysis.Is(after, "and") && analysis.Is(after + 1, "counting"))
            (bound, after) = (Bound.AtLeast, after + 2);
        if (analysis.Is(after < sentence.End ? after : at, "of") && vague)
            after++;
        var span = new Span(copy.Tokens[boundFirst].Start, copy.Tokens[after - 1].End);
        if (currency is null && after < sentence.End && MoneyAfter(after) is { } money)
        {
            currency = money.Code;
            after = money.After;
            span = span with { End = copy.Tokens[after - 1].End };
        }

        if (currency is not null)
            return Made(span, value, upper, bound, FigureKind.Money, "", null, currency, "figure.money");
        if (after < sentence.End && (copy.Word(after) is "%" || analysis.Is(after, "percent") || analysis.Is(after, "per") && after + 1 < sentence.End && analysis.Is(after + 1, "cent")))
        {
            after += analysis.Is(after, "per") ? 2 : 1;
            return Made(span with { End = copy.Tokens[after - 1].End }, value, upper, bound, FigureKind.Percent, Counted(after, sentence, out _, out _), null, null, "figure.percent");
        }

        var counts = Counted(after, sentence, out var side, out var head);
        if (head < 0)
        {
            // "killing at least 14", "14 were wounded": the verb says what is counted.
            var kind = KindNear(start, after, sentence);
            return kind == FigureKind.Other || value is >= 1900 and < 2100 ? null : Made(span, value, upper, bound, kind, "", null, null, "figure.alone");
        }

        if (IsTime(head) || IsTime(after))
            return null;
        return Made(span, value, upper, bound, Kind(head, start, sentence), counts, side, null, vague ? "figure.vague" : "figure.counted");
    }

    private static Figure Made(Span span, decimal value, decimal? upper, Bound bound, FigureKind kind, string counts, string? side, string? currency, string rule) =>
        new() { Span = span, Value = value, Upper = upper, Bound = bound, Kind = kind, Counts = counts, Side = side, Currency = currency, Rule = rule };

    /// <summary>Years, days of months, ages between commas, ordinals, scores, numbers of things ("Article 5") count nothing.</summary>
    private bool IsNoFigure(int at, Sentence sentence)
    {
        var word = copy.Word(at);
        if (word.Contains(':') || word.Contains('/') || word.Equals("one", StringComparison.OrdinalIgnoreCase) && !(at + 1 < sentence.End && SourceWords.Of(copy.Word(at + 1)) is not null) || analysis.Tag(at) is not ("CD" or "NNS" or "NN" or "JJ" or "DT" or "LS"))
            return true;
        if (at > sentence.First && (NumberWords.IsMonth(copy.Word(at - 1)) || copy.Word(at - 1).ToString().ToLowerInvariant() is "in" or "since" or "article" or "section" or "no." or "number" or "chapter" or "page" or "room" or "highway" or "route" or "flight" or "group" or "aged" && word.Length <= 4
            && (at + 1 >= sentence.End || analysis.Tag(at + 1)[0] != 'N' || word.Length == 4 && word[0] is '1' or '2' && !word.Contains(','))))
            return true;
        if (at > sentence.First && at + 1 < sentence.End && copy.Mark(at - 1) == ',' && copy.Mark(at + 1) == ',')
            return true;
        if (at + 2 < sentence.End && copy.Mark(at + 1) == '-' && copy.Word(at + 2).ToString().ToLowerInvariant() is "year" or "month" or "day" or "hour" or "week" or "minute" or "mile" or "member" or "nation" or "point" or "old")
            return true;
        return at + 1 < sentence.End && (NumberWords.IsMonth(copy.Word(at + 1)) || copy.Word(at + 1).ToString().ToLowerInvariant() is "a.m." or "p.m." or "am" or "pm" or "gmt" or "o'clock" or "ad" or "bc");
    }

    private bool IsTime(int head) => copy.Word(head).ToString().ToLowerInvariant().TrimEnd('s') is "year" or "month" or "week" or "day" or "hour" or "minute" or "second" or "decade" or "centurie" or "century" or "time" or "mile" or "kilometre" or "kilometer" or "metre" or "meter" or "km" or "degree" or "point";

    private (int First, Bound Bound) BoundBefore(int at, Sentence sentence)
    {
        string Word(int back) => at - back >= sentence.First ? copy.Word(at - back).ToString().ToLowerInvariant() : "";
        return (Word(3), Word(2), Word(1)) switch
        {
            ("no", "fewer" or "less", "than") => (at - 3, Bound.AtLeast),
            ("no" or "not", "more", "than") => (at - 3, Bound.AtMost),
            (_, "at", "least") or (_, "more", "than") => (at - 2, Bound.AtLeast),
            (_, "up", "to") or (_, "at", "most") or (_, "fewer" or "less", "than") => (at - 2, Bound.AtMost),
            ("as", "many" or "much", "as") => (at - 3, Bound.AtMost),
            (_, _, "over" or "above" or "exceeding") => (at - 1, Bound.AtLeast),
            (_, _, "under" or "below") => (at - 1, Bound.AtMost),
            (_, _, "about" or "some" or "around" or "nearly" or "almost" or "roughly" or "approximately" or "estimated") => (at - 1, Bound.About),
            _ => (at, Bound.Exact),
        };
    }

    private string? Currency(int at) => copy.Word(at).ToString() switch { "$" or "US$" => "USD", "£" => "GBP", "€" => "EUR", "¥" => "JPY", "₹" => "INR", "A$" => "AUD", "C$" => "CAD", _ => null };

    private (string Code, int After)? MoneyAfter(int at)
    {
        var skip = copy.Mark(at) == '-' && at + 1 < copy.Tokens.Count ? at + 1 : at;
        var code = copy.Word(skip).ToString().ToLowerInvariant().TrimEnd('s') switch
        {
            "dollar" or "usd" => "USD",
            "euro" or "eur" => "EUR",
            "pound" or "gbp" => "GBP",
            "yen" => "JPY",
            "rouble" or "ruble" => "RUB",
            "yuan" => "CNY",
            "kuna" => "HRK",
            "rupee" => "INR",
            "lira" => "TRY",
            "zloty" => "PLN",
            _ => null,
        };
        return code is null ? null : (code, skip + 1);
    }

    /// <summary>The noun phrase that the number counts; its side, where a name or a word of side stands in it; its head.</summary>
    private string Counted(int first, Sentence sentence, out string? side, out int head)
    {
        (side, head) = (null, -1);
        var start = first;
        if (start < sentence.End && analysis.Is(start, "of"))
            start++;
        while (start < sentence.End && analysis.Tag(start) is "DT" or "PRP$")
            start++;
        var end = start;
        while (end < sentence.End && (analysis.Tag(end) is "NN" or "NNS" or "NNP" or "NNPS" or "JJ" or "POS" or "VBN" || copy.Mark(end) == '-' && end + 1 < sentence.End || analysis.Tag(end) == "VBG" && end + 1 < sentence.End && analysis.Tag(end + 1)[0] == 'N'))
            end++;
        while (end > start && analysis.Tag(end - 1)[0] != 'N')
            end--;
        if (end == start)
            return "";
        head = end - 1;
        for (var at = start; at < head; at++)
        {
            if (analysis.Tag(at) is "NNP" or "NNPS" && (NameLists.Of(copy.Word(at)) & NameLists.PlaceWord) == 0 || (NameLists.Of(copy.Word(at)) & (NameLists.Demonym | NameLists.Place)) != 0)
            {
                var stop = at + 1;
                while (stop < head && analysis.Tag(stop) is "NNP" or "NNPS")
                    stop++;
                side ??= copy.Words(at, stop);
            }
            else if (SourceWords.Sides.Contains(copy.Word(at).ToString()) || copy.Word(at).ToString() is "army" or "police" or "coalition" or "civilian")
            {
                side ??= copy.Word(at).ToString();
            }
        }

        // "400 Islamic State fighters and 180 government troops and allied militiamen": what is joined without a number of its own is counted too.
        if (end + 1 < sentence.End && analysis.Is(end, "and") && analysis.Tag(end + 1) is "JJ" or "NNS" or "VBN")
        {
            var more = end + 1;
            while (more < sentence.End && analysis.Tag(more) is "JJ" or "NN" or "NNS" or "VBN")
                more++;
            if (more > end + 1 && analysis.Tag(more - 1) == "NNS" && (more >= sentence.End || analysis.Tag(more) is "," or "." or "IN" or "CC"))
                end = more;
        }

        return copy.Words(start, end);
    }

    private FigureKind Kind(int head, int start, Sentence sentence)
    {
        var noun = NumberWords.Kind(copy.Word(head).ToString().ToLowerInvariant());
        if (noun != FigureKind.Other)
            return noun;
        for (var at = start; at < head; at++)
        {
            if (NumberWords.Kind(copy.Word(at).ToString().ToLowerInvariant()) is var before and not FigureKind.Other)
                return before;
        }

        // Up the parse: the verb that the noun hangs on.
        var up = head;
        for (var steps = 0; steps < 5 && up >= 0; steps++)
        {
            up = analysis.Head(up);
            if (up < 0)
                break;
            if (NumberWords.Kind(copy.Word(up).ToString().ToLowerInvariant()) is var kind and not FigureKind.Other && analysis.Tag(up)[0] is 'V' or 'N' or 'J')
                return kind;
            if (analysis.Tag(up)[0] == 'V' && analysis.Label(up) is not ("conj" or "xcomp"))
                break;
        }

        return KindNear(start, head + 1, sentence);
    }

    /// <summary>The nearest word of death, wound or flight in the same clause.</summary>
    private FigureKind KindNear(int start, int after, Sentence sentence)
    {
        for (var away = 0; away < 7; away++)
        {
            foreach (var at in (int[])[after + away, start - 1 - away])
            {
                if (at < sentence.First || at >= sentence.End || at >= start && at < after)
                    continue;
                if (Crossed(Math.Min(at, start), Math.Max(at, after)))
                    continue;
                if (analysis.Is(at, "lives") || NumberWords.Kind(copy.Word(at).ToString().ToLowerInvariant()) is not FigureKind.Other)
                    return analysis.Is(at, "lives") ? FigureKind.Dead : NumberWords.Kind(copy.Word(at).ToString().ToLowerInvariant());
            }
        }

        // "cost the lives of at least 400 … and 180 …": a joined figure takes the kind of the one before it.
        for (var at = start - 1; at > sentence.First && at > start - 14; at--)
        {
            if (analysis.Is(at, "lives"))
                return FigureKind.Dead;
        }

        return FigureKind.Other;
    }

    private bool Crossed(int first, int end)
    {
        for (var at = first; at < end; at++)
        {
            if (copy.Mark(at) is ';' or ':' || at > first && at + 1 < end && analysis.Tag(at) == "CD" && first + 1 < at)
                return true;
        }

        return false;
    }
}
