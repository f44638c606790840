using System.Buffers;
using Wireroom.Wire.Html;

namespace Wireroom.Wire.Xml;

/// <content>Text and references.</content>
public sealed partial class XmlPull
{
    private static readonly SearchValues<char> MarkupOrReference = SearchValues.Create("<&");

    private readonly TextPile pile = new();

    /// <summary>Reads text up to the next markup; the first <paramref name="literal"/> characters are text whatever they are.</summary>
    private bool ReadText(int literal)
    {
        var length = Find(MarkupOrReference, literal);
        if (length < 0)
        {
            length = end - at;
        }

        if (length == end - at || buffer[at + length] == '<')
        {
            return Gives(buffer.AsSpan(at, length), length);
        }

        // A reference: the pieces around it are put together.
        pile.Append(buffer.AsSpan(at, length));
        at += length;
        while (at < end || More())
        {
            if (buffer[at] == '<' || pile.Length > LongestPiece)
            {
                break;
            }

            if (buffer[at] == '&')
            {
                Reference();
                continue;
            }

            length = Find(MarkupOrReference, 0);
            length = length < 0 ? end - at : length;
            pile.Append(buffer.AsSpan(at, length));
            at += length;
        }

        Text = pile.Take();
        return Counts();
    }

    private bool Gives(ReadOnlySpan<char> text, int length)
    {
        // The white space between elements is the commonest text of all.
        Text = text switch { " " => " ", "\n" => "\n", _ when text.IsWhiteSpace() => text.Contains('\n') ? "\n" : " ", _ => text.ToString() };
        at += length;
        return Counts();
    }

    /// <summary>Text outside the root is no text.</summary>
    private bool Counts()
    {
        if (open.Count > 0)
        {
            return On(XmlNode.Text, "");
        }

        if (!string.IsNullOrWhiteSpace(Text))
        {
            Fault(WireFaultKind.Repaired, "text-outside-root", "There is text outside the root element; it was passed over.");
        }

        return false;
    }

    /// <summary>Appends to <see cref="pile"/> what the reference at <see cref="at"/> stands for (XML 1.0, section 4.1).</summary>
    private void Reference()
    {
        // The window may end within a reference: the longest of HTML has 33 characters.
        Have(40);
        var text = buffer.AsSpan(at, Math.Min(40, end - at));
        var (taken, own) = text switch
        {
            ['&', 'l', 't', ';', ..] => (4, "<"),
            ['&', 'g', 't', ';', ..] => (4, ">"),
            ['&', 'a', 'm', 'p', ';', ..] => (5, "&"),
            ['&', 'q', 'u', 'o', 't', ';', ..] => (6, "\""),
            ['&', 'a', 'p', 'o', 's', ';', ..] => (6, "'"),
            _ => (0, ""),
        };
        if (taken > 0)
        {
            pile.Append(own);
            at += taken;
            return;
        }

        var length = text.IndexOf(';');
        var name = length > 1 ? text[1..length] : default;
        string? symbol = null;
        if (name.Length > 0 && (symbol = Mended(name)) is null && IsName(name))
        {
            Fault(WireFaultKind.Repaired, "unknown-entity", $"The entity \u201C&{name};\u201D is unknown; it stays as it was sent.");
        }
        else if (name.IsEmpty)
        {
            Fault(WireFaultKind.Repaired, "unescaped-ampersand", "An ampersand stands for itself here; it should be sent as &amp;.");
        }

        pile.Append(symbol ?? "&");
        at += symbol is null ? 1 : length + 1;
    }

    private string? Mended(ReadOnlySpan<char> name)
    {
        if (name[0] != '#')
        {
            var symbol = IsName(name) ? HtmlText.Entity(name) : null;
            if (symbol is not null)
            {
                Fault(WireFaultKind.Repaired, "html-entity", $"The entity \u201C&{name};\u201D is of HTML and not of XML; it was read as HTML has it.");
            }

            return symbol;
        }

        var resolved = CharacterReference.Resolve(name[1..]);
        if (resolved is null or "" or "\uFFFD" || resolved[0] is >= '\u0152' and <= '\u2122' && name[1..] is ['1', _, _])
        {
            Fault(WireFaultKind.Repaired, "character-reference", $"The reference \u201C&{name};\u201D stands for no character of XML; it was read as browsers read it.");
        }

        return resolved;
    }

    private static bool IsName(ReadOnlySpan<char> name)
    {
        foreach (var c in name)
        {
            if (!char.IsLetterOrDigit(c) && c is not ('_' or '-' or '.' or ':'))
            {
                return false;
            }
        }

        return name.Length > 0 && !char.IsAsciiDigit(name[0]);
    }
}
