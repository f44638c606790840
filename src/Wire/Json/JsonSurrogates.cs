using System.Globalization;
using System.Text;

namespace Wireroom.Wire.Json;

/// <summary>Escapes of half a character: <c>\ud83d</c> without the half that belongs to it (RFC 8259, section 8.2). Parsers let them pass and fail when the text is asked for.</summary>
internal static class JsonSurrogates
{
    private const int EscapeLength = 6;

    /// <summary>The text with U+FFFD for each half that stands alone; the same text where there is none.</summary>
    internal static string Mend(string text, out int mended)
    {
        mended = 0;
        StringBuilder? built = null;
        var from = 0;
        for (var at = text.IndexOf('\\', StringComparison.Ordinal); at >= 0 && at + 1 < text.Length;)
        {
            // What follows a backslash belongs to it, be it another one.
            var taken = 2;
            if (Unit(text, at) is { } unit && char.IsSurrogate(unit))
            {
                var pair = char.IsHighSurrogate(unit) && Unit(text, at + EscapeLength) is { } second && char.IsLowSurrogate(second);
                taken = pair ? 2 * EscapeLength : EscapeLength;
                if (!pair)
                {
                    (built ??= new StringBuilder(text.Length)).Append(text, from, at - from).Append("\\ufffd");
                    from = at + EscapeLength;
                    mended++;
                }
            }

            at = at + taken < text.Length ? text.IndexOf('\\', at + taken) : -1;
        }

        return built is null ? text : built.Append(text, from, text.Length - from).ToString();
    }

    /// <summary>The code unit that the escape at that place stands for, or null where none stands there.</summary>
    private static char? Unit(string text, int at) =>
        at + EscapeLength <= text.Length && text[at] == '\\' && text[at + 1] == 'u' && ushort.TryParse(text.AsSpan(at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit) ? (char)unit : null;
}
