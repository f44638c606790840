using System.Buffers;

namespace Wireroom.Wire.Html;

/// <summary>Runs of white space brought down to one space.</summary>
public static class Spaces
{
    private static readonly SearchValues<char> White = SearchValues.Create(" \t\n\r\f");

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

    internal static int IndexOfWhite(ReadOnlySpan<char> text) => text.IndexOfAny(White);

    private static bool NeedsWork(ReadOnlySpan<char> text)
    {
        for (var at = text.IndexOfAny(White); at >= 0;)
        {
            if (text[at] != ' ' || (at + 1 < text.Length && White.Contains(text[at + 1])))
            {
                return true;
            }

            var next = text[(at + 1)..].IndexOfAny(White);
            at = next < 0 ? -1 : at + 1 + next;
        }

        return false;
    }
}
