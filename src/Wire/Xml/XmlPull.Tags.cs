using System.Buffers;

namespace Wireroom.Wire.Xml;

/// <content>Start tags and end tags.</content>
public sealed partial class XmlPull
{
    private const int MostAttributes = 512;

    private static readonly SearchValues<char> TagSyntax = SearchValues.Create("><\"'");
    private static readonly SearchValues<char> EndOfName = SearchValues.Create(" \t\n/><=");

    private int passedOver;

    private bool ReadStart()
    {
        var length = TagLength();
        if (length < 0)
        {
            return exhausted ? DropRest() : LiteralLessThan();
        }

        var tag = buffer.AsSpan(at + 1, length - 1);
        var empty = tag is [.., '/'];
        if (empty)
        {
            tag = tag[..^1];
        }

        if (open.Count >= Deepest || passedOver > 0)
        {
            PassOverDeep(empty);
            at += length + 1;
            return false;
        }

        var nameLength = tag.IndexOfAny(EndOfName);
        var raw = nameLength < 0 ? tag : tag[..nameLength];
        if (open.Count == 0)
        {
            if (rootSeen)
            {
                Fault(WireFaultKind.Repaired, "second-root", "The document has more than one root element; all were read.");
            }

            rootSeen = true;
        }

        ReadAttributes(nameLength < 0 ? default : tag[nameLength..], raw);
        at += buffer.AsSpan(at, Math.Min(end - at, length + 1)) is [.., '>'] ? length + 1 : length;
        ends = empty ? 1 : 0;
        return On(XmlNode.Start, open[^1].Name);
    }

    /// <summary>The distance of the end of the tag; -1 where it has none.</summary>
    private int TagLength()
    {
        for (var from = Find(TagSyntax, 1); from >= 0; from = Find(TagSyntax, from))
        {
            var c = buffer[at + from];
            if (c == '>')
            {
                return from;
            }

            if (c == '<')
            {
                Fault(WireFaultKind.Repaired, "unclosed-tag", "A tag is not closed before the next one begins.");
                return from;
            }

            var close = QuoteEnd(from, c);
            if (close < 0)
            {
                break;
            }

            from = close + 1;
        }

        // The quotes lead nowhere: end it at the first greater-than sign.
        var plain = Find(TagEnd, 1);
        if (plain >= 0)
        {
            Fault(WireFaultKind.Repaired, "unclosed-quote", "An attribute's quotation mark is not closed.");
        }

        return plain;
    }

    /// <summary>The distance of the quotation mark that closes; a tag that ends while the quotation runs on is taken for one whose mark is missing.</summary>
    private int QuoteEnd(int from, char quote)
    {
        // A quotation mark that follows no equals sign opens nothing.
        if (from > 1 && buffer[at + from - 1] is not ('=' or ' ' or '\t' or '\n'))
        {
            return from;
        }

        var near = buffer.AsSpan(at + from + 1, end - at - from - 1).IndexOf(quote);
        var close = near >= 0 ? from + 1 + near : Within(quote == '"' ? "\"" : "'", from + 1);
        if (close < 0)
        {
            return -1;
        }

        var next = close + 1 < end - at ? buffer[at + close + 1] : '>';
        return next is ' ' or '\t' or '\n' or '/' or '>' or '?' || !buffer.AsSpan(at + from, close - from).Contains('>') ? close : -1;
    }

    /// <summary>A tag cut in two by the end of the document says nothing.</summary>
    private bool DropRest()
    {
        at = end;
        return false;
    }

    private void PassOverDeep(bool empty)
    {
        if (passedOver == 0)
        {
            Fault(WireFaultKind.Lost, "too-deep", $"Elements are nested deeper than {Deepest}; the deeper ones were passed over.");
        }

        passedOver += empty ? 0 : 1;
    }

    private bool ReadEnd()
    {
        // Nearly every end tag is that of the innermost element, letter by letter.
        if (open.Count > 0 && passedOver == 0 && open[^1].Raw is var raw && end - at > raw.Length + 2
            && buffer[at + 2 + raw.Length] == '>' && buffer.AsSpan(at + 2, raw.Length).SequenceEqual(raw))
        {
            at += raw.Length + 3;
            return On(XmlNode.End, open[^1].Name);
        }

        var length = Find(TagEnd, 2);
        if (length < 0)
        {
            return DropRest();
        }

        var tag = buffer.AsSpan(at + 2, length - 2);
        var unclosed = tag.IndexOf('<');
        if (unclosed >= 0)
        {
            length = unclosed + 1;
            tag = tag[..unclosed];
        }

        tag = tag.Trim();
        if (passedOver > 0)
        {
            passedOver--;
        }
        else
        {
            Close(tag);
        }

        at += length + 1;
        return false;
    }

    /// <summary>Closes the innermost open element of that name, and with it those within that were left open.</summary>
    private void Close(ReadOnlySpan<char> tag)
    {
        for (var depth = open.Count - 1; depth >= 0; depth--)
        {
            if (!tag.Equals(open[depth].Raw, StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            ends = open.Count - depth;
            if (ends > 1)
            {
                Fault(WireFaultKind.Repaired, "unclosed-element", $"{open[^1].Name} is not closed before {open[depth].Name} ends.");
            }

            return;
        }

        if (open.Count > 0 && Node == XmlNode.Text && IsSlip(tag, open[^1].Raw))
        {
            Fault(WireFaultKind.Repaired, "misspelt-end", $"\u201C{tag}\u201D was taken for the end of {open[^1].Name}.");
            ends = 1;
            return;
        }

        Fault(WireFaultKind.Repaired, "stray-end", $"The end of \u201C{(tag.Length > 40 ? tag[..40] : tag)}\u201D closes nothing; it was passed over.");
    }

    /// <summary>True where two names differ in two letters beside each other at most, as "titel" and "title" do.</summary>
    private static bool IsSlip(ReadOnlySpan<char> sent, ReadOnlySpan<char> meant)
    {
        var same = sent.CommonPrefixLength(meant);
        sent = sent[same..];
        meant = meant[same..];
        while (sent.Length > 0 && meant.Length > 0 && sent[^1] == meant[^1])
        {
            sent = sent[..^1];
            meant = meant[..^1];
            same++;
        }

        return same >= 3 && sent.Length <= 2 && meant.Length <= 2;
    }
}
