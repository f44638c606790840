using System.Globalization;
using System.Text;

namespace Wireroom.Wire.Html;

/// <summary>Numeric character references, resolved as browsers do (HTML, section 13.2.5.80).</summary>
internal static class CharacterReference
{
    // 128 to 159 are controls in Unicode; those who write them mean Windows-1252.
    private const string Windows1252 = "\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178";

    /// <summary>The character of a Windows-1252 byte from 128 to 159.</summary>
    internal static char OfWindows1252(int value) => Windows1252[value - 128];

    /// <summary>The text for the part between <c>&amp;#</c> and <c>;</c>: empty for characters that no text may hold, null where it is no number.</summary>
    internal static string? Resolve(ReadOnlySpan<char> number)
    {
        var hexadecimal = number.Length > 1 && number[0] is 'x' or 'X';
        var digits = hexadecimal ? number[1..] : number;
        if (digits.Length == 0 || digits.Length > 32 || !uint.TryParse(digits, hexadecimal ? NumberStyles.AllowHexSpecifier : NumberStyles.None, CultureInfo.InvariantCulture, out var value))
        {
            return null;
        }

        return value switch
        {
            9 or 10 or 13 => ((char)value).ToString(),
            < 32 or 0xFFFE or 0xFFFF => "",
            >= 128 and < 160 => OfWindows1252((int)value).ToString(),
            _ => Rune.IsValid(value) ? new Rune(value).ToString() : "\uFFFD",
        };
    }
}
