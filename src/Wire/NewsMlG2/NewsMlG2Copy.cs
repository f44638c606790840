using System.Text.RegularExpressions;
using Wireroom.Wire.Html;
using Wireroom.Wire.Xml;

namespace Wireroom.Wire.NewsMlG2;

/// <summary>The copy of an XHTML body without what agencies repeat above it: headlines and byline. Lines of a wire within one element keep their meaning.</summary>
internal static partial class NewsMlG2Copy
{
    internal static IReadOnlyList<WireBlock> Read(XmlElement body, NewsMlG2Draft draft)
    {
        if (Lines(body) is { } lines)
        {
            return Plain(lines);
        }

        var markup = Mended(Lined(NewsMlG2Foreign.Read(NewsMlG2CopyHead.Taken(body, draft), draft)).Markup(), draft);
        var blocks = HtmlBody.Read(markup, body.Base).ToList();
        while (blocks.Count > 0 && (blocks.Count > 1 || blocks[0] is WireHeading) && Repeats(blocks[0], draft))
        {
            blocks.RemoveAt(0);
        }

        return blocks;
    }

    /// <summary>
    /// Paragraphs of a plain text. Line-mode wires begin a paragraph with blanks and no blank line before it; lines with wide gaps
    /// are a table, whose spacing is kept.
    /// </summary>
    internal static IReadOnlyList<WireBlock> Plain(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Trim('\n').TrimEnd().Split('\n');
        if (!IsWire(lines))
        {
            return PlainText.Read(text);
        }

        var blocks = new List<WireBlock>();
        var gathered = new List<string>();
        var isTable = false;
        foreach (var line in lines)
        {
            var blank = string.IsNullOrWhiteSpace(line);
            var table = !blank && IsTabular(line);
            if (blank || table != isTable || (!table && line.StartsWith("  ", StringComparison.Ordinal)))
            {
                Close(blocks, gathered, isTable);
            }

            isTable = blank ? isTable : table;
            gathered.AddRange(blank ? [] : [line]);
        }

        Close(blocks, gathered, isTable);
        return blocks;
    }

    private static void Close(List<WireBlock> blocks, List<string> lines, bool isTable)
    {
        if (lines.Count > 0)
        {
            blocks.Add(isTable && lines.Count > 1 ? new WirePreformatted(string.Join('\n', lines.Select(line => line.TrimEnd()))) : new WireParagraph([new WireRun(Spaces.Collapse(string.Join(' ', lines)))]));
            lines.Clear();
        }
    }

    /// <summary>True where some lines begin with blanks and others do not, which no program that indents elements writes.</summary>
    private static bool IsWire(string[] lines)
    {
        var said = lines.Where(line => !string.IsNullOrWhiteSpace(line)).Skip(1).ToList();
        return said.Any(line => line.StartsWith("  ", StringComparison.Ordinal)) && said.Any(line => !char.IsWhiteSpace(line[0]));
    }

    private static bool IsTabular(string line)
    {
        var text = line.Trim();
        var gaps = 0;
        for (var at = text.IndexOf("  ", StringComparison.Ordinal); at >= 0; at = text.IndexOf("  ", at, StringComparison.Ordinal))
        {
            gaps++;
            at = text.AsSpan(at).IndexOfAnyExcept(' ') is var next and > 0 ? at + next : text.Length;
        }

        return gaps > 1 || (gaps == 1 && char.IsAsciiDigit(text[^1]));
    }

    /// <summary>The text of a body that is one element, or none, without any tag in it, and several lines long; null for all others.</summary>
    private static string? Lines(XmlElement body)
    {
        var only = body;
        while (only.Children is [{ LocalName: "p" or "div" or "pre" or "body" } inner] && string.IsNullOrWhiteSpace(only.Head) && string.IsNullOrWhiteSpace(inner.Tail))
        {
            only = inner;
        }

        return only.Children.Count == 0 && only.LocalName != "pre" && only.Head is { } text && IsWire(text.ReplaceLineEndings("\n").Trim('\n').Split('\n')) ? text : null;
    }

    /// <summary>The body with paragraphs of their own for those of a wire that stand within one element beside others.</summary>
    private static XmlElement Lined(XmlElement body)
    {
        if (!body.Descendants().Any(IsLined))
        {
            return body;
        }

        var made = new XmlElement(body.Name, [.. body.Attributes], body.Language, body.Base) { Head = body.Head, Tail = body.Tail };
        foreach (var child in body.Children)
        {
            if (!IsLined(child))
            {
                made.Add(Lined(child));
                continue;
            }

            foreach (var block in Plain(child.Head!))
            {
                made.Add(new XmlElement(block is WirePreformatted ? "pre" : "p", [], child.Language, child.Base) { Head = (block is WirePreformatted ? "\n" : "") + PlainText.Write([block]) });
            }
        }

        return made;
    }

    private static bool IsLined(XmlElement element) => element is { LocalName: "p", Children.Count: 0, Head: { } text } && IsWire(text.ReplaceLineEndings("\n").Trim('\n').Split('\n'));

    /// <summary>References that were escaped twice; those of angle brackets are left, because they may be what was meant.</summary>
    private static string Mended(string markup, NewsMlG2Draft draft)
    {
        var mended = EscapedTwice().Replace(markup, "&$1;");
        draft.IsEscapedTwice |= mended.Length != markup.Length;
        return mended;
    }

    /// <summary>True where the text holds what would be taken for a reference that was escaped twice.</summary>
    internal static bool HoldsReferences(string text) => text.Contains('&', StringComparison.Ordinal) && EscapedTwice().IsMatch(text.Replace("&", "&amp;", StringComparison.Ordinal));

    [GeneratedRegex("&amp;(#[0-9]{1,7}|#x[0-9A-Fa-f]{1,6}|amp|quot|apos|nbsp|ndash|mdash|rsquo|lsquo|rdquo|ldquo);", RegexOptions.CultureInvariant)]
    private static partial Regex EscapedTwice();

    private static bool Repeats(WireBlock block, NewsMlG2Draft draft)
    {
        var text = PlainText.Write([block]);
        return block is WireHeading or WireParagraph && text.Length > 0 && (draft.Headlines.Any(headline => headline.Text.Text == text) || (block is WireHeading && draft.Titles.Contains(text)) || draft.Item.Byline == text);
    }
}
