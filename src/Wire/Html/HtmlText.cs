using System.Buffers;
using System.Collections.Frozen;
using System.Text;
using AngleSharp.Html;

namespace Wireroom.Wire.Html;

/// <summary>Text in and out of HTML: entities, escapes, and markup brought down to one line of plain text.</summary>
public static class HtmlText
{
    private static readonly SearchValues<char> Reserved = SearchValues.Create("&<>\"");

    // Those that copy is full of, so that they are found without a text of their own.
    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> Common =
        "amp lt gt quot nbsp apos copy reg trade euro pound hellip ndash mdash lsquo rsquo ldquo rdquo sbquo bdquo laquo raquo bull middot deg shy eacute egrave agrave uuml ouml auml szlig ccedil ntilde oacute iacute aacute"
            .Split(' ')
            .ToFrozenDictionary(name => name, name => HtmlEntityProvider.Resolver.GetSymbol(name + ";")!, StringComparer.Ordinal)
            .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Resolves entities and character references as HTML does; what is none stays as it stands.</summary>
    public static string Decode(string text)
    {
        var at = text.IndexOf('&', StringComparison.Ordinal);
        if (at < 0)
        {
            return text;
        }

        var decoded = new StringBuilder(text.Length);
        var from = 0;
        for (; at >= 0; at = text.IndexOf('&', from))
        {
            decoded.Append(text, from, at - from);
            from = at + Reference(text.AsSpan(at), decoded);
        }

        return decoded.Append(text, from, text.Length - from).ToString();
    }

    /// <summary>Plain text of a text that may hold markup and entities, on one line: for headlines, captions and names.</summary>
    public static string Line(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "";
        }

        if (!HtmlBody.LooksLikeMarkup(text))
        {
            return Spaces.Collapse(Decode(text));
        }

        return Spaces.Collapse(PlainText.Write(HtmlBody.Read(text)));
    }

    /// <summary>Escapes a text for HTML content and double-quoted attributes.</summary>
    public static string Encode(string text)
    {
        if (text.AsSpan().IndexOfAny(Reserved) < 0)
        {
            return text;
        }

        var encoded = new StringBuilder(text.Length + 16);
        Encode(text, encoded);
        return encoded.ToString();
    }

    internal static void Encode(ReadOnlySpan<char> text, StringBuilder into)
    {
        for (var at = text.IndexOfAny(Reserved); at >= 0; at = text.IndexOfAny(Reserved))
        {
            into.Append(text[..at]).Append(text[at] switch { '&' => "&amp;", '<' => "&lt;", '>' => "&gt;", _ => "&quot;" });
            text = text[(at + 1)..];
        }

        into.Append(text);
    }

    /// <summary>What stands between the tags, entities resolved; for markup too wild to be parsed.</summary>
    internal static string WithoutTags(string markup)
    {
        var text = new StringBuilder(markup.Length);
        var from = 0;
        for (var at = markup.IndexOf('<'); at >= 0; at = markup.IndexOf('<', from))
        {
            text.Append(markup, from, at - from).Append(' ');
            var end = markup.IndexOf('>', at);
            if (end < 0)
            {
                return Decode(text.ToString());
            }

            from = end + 1;
        }

        return Decode(text.Append(markup, from, markup.Length - from).ToString());
    }

    /// <summary>The text of an entity by its name without ampersand and semicolon, or null where HTML knows none of that name.</summary>
    internal static string? Entity(ReadOnlySpan<char> name) => Common.TryGetValue(name, out var symbol) ? symbol : HtmlEntityProvider.Resolver.GetSymbol($"{name};");

    /// <summary>Appends what the reference at the start of <paramref name="text"/> stands for, and returns how many characters it took.</summary>
    internal static int Reference(ReadOnlySpan<char> text, StringBuilder into)
    {
        var end = text[..Math.Min(text.Length, 40)].IndexOf(';');
        if (end > 1)
        {
            var name = text[1..end];
            var symbol = name[0] == '#' ? CharacterReference.Resolve(name[1..]) : Entity(name);
            if (symbol is not null)
            {
                into.Append(symbol);
                return end + 1;
            }
        }

        into.Append('&');
        return 1;
    }
}
