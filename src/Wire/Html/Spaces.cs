using System.Buffers;

namespace Wireroom.Wire.Html;

/// <summary>Runs of white space brought down to one space.</summary>
public static class Spaces
{
    private static readonly SearchValues<char> White = SearchValues.Create(" \t\n\r\f");

    /// <summary>White space that is no space.</summary>
    internal static readonly SearchValues<char> OtherWhite = SearchValues.Create("\t\n\r\f");

    /// <summary>Trims, and makes every run of spaces, tabs and line ends one space. No-break spaces stay.</summary>
    public static string Collapse(string text)
    {
        var trimmed = text.AsSpan().Trim();
        if (!NeedsWork(trimmed))
        {
            return trimmed.Length == text.Length ? text : trimmed.ToString();
        }

        var buffer = ArrayPool<char>.Shared.Rent(trimmed.Length);
        var length = 0;
        foreach (var c in trimmed)
        {
            if (!White.Contains(c))
            {
                buffer[length++] = c;
            }
            else if (length > 0 && buffer[length - 1] != ' ')
            {
                buffer[length++] = ' ';
            }
        }

        var collapsed = new string(buffer, 0, length);
        ArrayPool<char>.Shared.Return(buffer);
        return collapsed;
    }

    internal static bool IsWhite(char c) => White.Contains(c);

    private static bool NeedsWork(ReadOnlySpan<char> text) => text.IndexOfAny(OtherWhite) >= 0 || text.IndexOf("  ") >= 0;
}
