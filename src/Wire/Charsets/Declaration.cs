using System.Buffers;
using System.Text;

namespace Wireroom.Wire.Charsets;

/// <summary>The charset that a document declares of itself, in an XML declaration or an HTML meta element.</summary>
internal static class Declaration
{
    private const int Reach = 1024;

    private static readonly SearchValues<byte> EndOfValue = SearchValues.Create("\"' \t\r\n;/>?"u8);

    internal static string? Charset(ReadOnlySpan<byte> head)
    {
        var start = head[..Math.Min(head.Length, Reach)];
        var declaration = start.IndexOf("<?xml"u8);
        if (declaration >= 0)
        {
            var end = start[declaration..].IndexOf("?>"u8);
            return Value(start.Slice(declaration, end < 0 ? start.Length - declaration : end), "encoding"u8);
        }

        var meta = start.IndexOf("<meta"u8);
        return meta < 0 ? null : Value(start[meta..], "charset"u8);
    }

    private static string? Value(ReadOnlySpan<byte> text, ReadOnlySpan<byte> name)
    {
        var at = text.IndexOf(name);
        if (at < 0)
        {
            return null;
        }

        var rest = text[(at + name.Length)..].TrimStart(" \t\r\n="u8).TrimStart("\"'"u8);
        var end = rest.IndexOfAny(EndOfValue);
        return end <= 0 ? null : Encoding.Latin1.GetString(rest[..end]);
    }
}
