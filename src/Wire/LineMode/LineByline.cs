using System.Text.RegularExpressions;

namespace Wireroom.Wire.LineMode;

/// <summary>A byline on a line of its own: <c>By Ana Kovač, Lumen Agency</c>, <c>Von Jens Thole</c>, <c>Par Anne Roux</c>.</summary>
internal static partial class LineByline
{
    /// <summary>The names without the leading word; null where the line is no byline.</summary>
    internal static string? Of(string line) => Form().Match(line.Trim()) is { Success: true } found ? found.Groups["names"].Value.Trim(' ', ',', '=', '<') : null;

    [GeneratedRegex(@"^(?:By|BY|Von|VON|Par|PAR|Por|POR|Di|Door|Av|Af|Piše|Pišu|Piše:|Text:|Aus \p{L}+ berichtet)\s+(?<names>(?:\p{Lu}|dpa|Dr)[\p{L}'’.,/() -]{2,90})$")]
    private static partial Regex Form();
}
