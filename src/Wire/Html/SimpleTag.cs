using System.Buffers;
using System.Globalization;

namespace Wireroom.Wire.Html;

/// <summary>The attributes of a start tag, one after another, as long as they are orderly (HTML, section 13.2.5.32 and following).</summary>
internal ref struct SimpleTag(ReadOnlySpan<char> afterName)
{
    private static readonly SearchValues<char> NotInName = SearchValues.Create("\"'<\0");
    private static readonly SearchValues<char> NotInBare = SearchValues.Create("\"'<=`\0");
    private static readonly SearchValues<char> EndOfName = SearchValues.Create(" \t\n\r\f/>=");
    private static readonly SearchValues<char> EndOfBare = SearchValues.Create(" \t\n\r\f>");
    private static readonly SearchValues<char> Letters = SearchValues.Create("0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");

    private ReadOnlySpan<char> rest = afterName;

    /// <summary>What stands behind the tag, once <see cref="Next"/> has said that there are no more attributes.</summary>
    internal readonly ReadOnlySpan<char> Rest => rest;

    /// <summary>True where the tag ends with a stroke, as in XML.</summary>
    internal bool ClosesItself { get; private set; }

    /// <summary>True where something is in the tag that is not plainly an attribute.</summary>
    internal bool IsBroken { get; private set; }

    /// <summary>Takes the next attribute; false at the end of the tag, and where it is broken. The value is as sent, references and all.</summary>
    internal bool Next(out ReadOnlySpan<char> name, out ReadOnlySpan<char> value)
    {
        name = value = default;
        ClosesItself = false;
        while (rest.Length > 0 && (rest[0] == '/' || Spaces.IsWhite(rest[0])))
        {
            ClosesItself = rest[0] == '/';
            rest = rest[1..];
        }

        if (rest.Length > 0 && rest[0] == '>')
        {
            rest = rest[1..];
            return false;
        }

        var length = rest.IndexOfAny(EndOfName);
        if (length <= 0 || rest[..length].IndexOfAny(NotInName) >= 0)
        {
            return Broken();
        }

        name = rest[..length];
        rest = rest[length..].TrimStart(" \t\n\r\f");
        return rest.IsEmpty || rest[0] != '=' || Value(out value) || Broken();
    }

    /// <summary>The value with its references resolved; null where only the parser knows what it says.</summary>
    internal static string? Decoded(ReadOnlySpan<char> value)
    {
        if (value.IndexOfAny("&\0\r") < 0)
        {
            return value.ToString();
        }

        if (value.IndexOfAny('\0', '\r') >= 0)
        {
            return null;
        }

        // "?a=1&b=2" stands for itself (HTML, section 13.2.5.73); other references must be whole.
        var plain = true;
        for (var text = value; text.IndexOf('&') is >= 0 and var at;)
        {
            text = text[(at + 1)..];
            var length = text.IndexOfAnyExcept(Letters);
            if (length > 0 && text[length] == '=')
            {
                continue;
            }

            if (!IsWhole(text))
            {
                return null;
            }

            plain = false;
        }

        return plain ? value.ToString() : HtmlText.Decode(value.ToString());
    }

    /// <summary>True where a reference that HTML and <see cref="HtmlText.Decode"/> read alike stands behind the ampersand, with its semicolon, or a space does.</summary>
    internal static bool IsWhole(ReadOnlySpan<char> afterAmpersand)
    {
        if (afterAmpersand is [' ' or '\n', ..])
        {
            return true;
        }

        if (afterAmpersand is ['#', ..])
        {
            var end = afterAmpersand[..Math.Min(afterAmpersand.Length, 10)].IndexOf(';');
            return end > 1 && IsPlainCharacter(afterAmpersand[1..end]);
        }

        var length = afterAmpersand.IndexOfAnyExcept(Letters);
        return length > 0 && afterAmpersand[length] == ';' && HtmlText.Entity(afterAmpersand[..length]) is not null;
    }

    private static bool IsPlainCharacter(ReadOnlySpan<char> number)
    {
        var hexadecimal = number[0] is 'x' or 'X';
        return uint.TryParse(hexadecimal ? number[1..] : number, hexadecimal ? NumberStyles.AllowHexSpecifier : NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            && value is >= ' ' and < 127 or >= 160 and < 0xD800 or >= 0xE000 and < 0xFDD0;
    }

    private bool Value(out ReadOnlySpan<char> value)
    {
        value = default;
        rest = rest[1..].TrimStart(" \t\n\r\f");
        if (rest.IsEmpty)
        {
            return false;
        }

        if (rest[0] is '"' or '\'')
        {
            var close = rest[1..].IndexOf(rest[0]);
            if (close < 0)
            {
                return false;
            }

            value = rest.Slice(1, close);
            rest = rest[(close + 2)..];
            return true;
        }

        var length = rest.IndexOfAny(EndOfBare);
        if (length <= 0 || rest[..length].IndexOfAny(NotInBare) >= 0)
        {
            return false;
        }

        value = rest[..length];
        rest = rest[length..];
        return true;
    }

    private bool Broken()
    {
        IsBroken = true;
        return false;
    }
}
