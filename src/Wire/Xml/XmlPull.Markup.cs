using System.Buffers;

namespace Wireroom.Wire.Xml;

/// <content>Markup that is no tag: comments, CDATA sections, processing instructions, DTDs.</content>
public sealed partial class XmlPull
{
    private static readonly SearchValues<char> DtdSyntax = SearchValues.Create("<>[]\"'");
    private static readonly SearchValues<char> TagEnd = SearchValues.Create(">");

    private bool cdata;

    /// <summary>Reads what begins with a less-than sign; false where there is nothing to report in it.</summary>
    private bool ReadMarkup()
    {
        if (cdata)
        {
            return ReadCdata();
        }

        if (!Have(2))
        {
            return DropRest();
        }

        switch (buffer[at + 1])
        {
            case '/':
                return ReadEnd();
            case '?':
                return PassOver("?>", 2);
            case '!':
                break;
            case var c when IsNameStart(c):
                return ReadStart();
            default:
                return LiteralLessThan();
        }

        if (Starts("<!--"))
        {
            return PassOver("-->", 4);
        }

        if (Starts("<![CDATA["))
        {
            at += 9;
            cdata = true;
            return ReadCdata();
        }

        return Starts("<!DOCTYPE") ? PassOverDtd() : PassOver(">", 2);
    }

    private bool LiteralLessThan()
    {
        Fault(WireFaultKind.Repaired, "unescaped-less-than", "A less-than sign stands for itself here; it should be sent as &lt;.");
        return ReadText(1);
    }

    /// <summary>A CDATA section in one piece, or in several where it is longer than the bound (XML 1.0, section 2.7).</summary>
    private bool ReadCdata()
    {
        var from = 0;
        while (true)
        {
            var found = buffer.AsSpan(at + from, end - at - from).IndexOf("]]>");
            if (found >= 0)
            {
                var length = from + found;
                Text = new string(buffer, at, length);
                at += length + 3;
                cdata = false;
                return length > 0 && Counts();
            }

            from = Math.Max(0, end - at - 2);
            if (from >= LongestPiece || !More())
            {
                break;
            }
        }

        // Cut short by the bound or by the end of the document.
        var taken = exhausted ? end - at : from;
        Text = new string(buffer, at, taken);
        at += taken;
        cdata = !exhausted;
        return taken > 0 && Counts();
    }

    private bool PassOver(string terminator, int from)
    {
        at += Math.Min(from, end - at);
        while (true)
        {
            var found = buffer.AsSpan(at, end - at).IndexOf(terminator);
            if (found >= 0)
            {
                at += found + terminator.Length;
                return false;
            }

            at = Math.Max(at, end - terminator.Length + 1);
            if (!More())
            {
                at = end;
                return false;
            }
        }
    }

    /// <summary>Passes over a DTD and its internal subset (XML 1.0, section 2.8). Nothing in it is declared, expanded or fetched.</summary>
    private bool PassOverDtd()
    {
        Fault(WireFaultKind.Repaired, "dtd-ignored", "The document brings a DTD. It was passed over: nothing in it is expanded, and nothing outside the document is fetched.");
        var inside = 0;
        for (var from = Find(DtdSyntax, 9); from >= 0; from = Find(DtdSyntax, from))
        {
            switch (buffer[at + from])
            {
                case '[':
                    inside++;
                    break;
                case ']':
                    inside--;
                    break;
                case '>' when inside <= 0:
                    at += from + 1;
                    return false;
                case '<' when buffer.AsSpan(at + from, Math.Min(4, end - at - from)) is "<!--":
                    from = Within("-->", from + 4);
                    break;
                case '"' or '\'':
                    from = Within(buffer[at + from].ToString(), from + 1);
                    break;
                default:
                    break;
            }

            if (from < 0)
            {
                break;
            }

            from++;
        }

        // It has no end: go on behind its first line, where the document may still begin.
        var first = Find(TagEnd, 9);
        at = first < 0 ? end : at + first + 1;
        return false;
    }

    /// <summary>The distance of the last character of the terminator, or -1.</summary>
    private int Within(string terminator, int from)
    {
        while (true)
        {
            var start = Math.Min(from, end - at);
            var found = buffer.AsSpan(at + start, end - at - start).IndexOf(terminator);
            if (found >= 0)
            {
                return start + found + terminator.Length - 1;
            }

            from = Math.Max(start, end - at - terminator.Length + 1);
            if (end - at >= LongestPiece || !More())
            {
                return -1;
            }
        }
    }

    private bool Starts(string markup) => Have(markup.Length) && buffer.AsSpan(at, markup.Length).Equals(markup, StringComparison.OrdinalIgnoreCase);

    private static bool IsNameStart(char c) => char.IsLetter(c) || c is '_' or ':' || char.IsSurrogate(c);
}
