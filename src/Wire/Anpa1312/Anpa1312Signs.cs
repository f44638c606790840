namespace Wireroom.Wire.Anpa1312;

/// <summary>What the teletypesetter set with the signs it had: quotation marks of two strokes, and the underline for a dash.</summary>
internal static class Anpa1312Signs
{
    internal static string Read(string text) => text
        .Replace("``", "\u201C", StringComparison.Ordinal).Replace("''", "\u201D", StringComparison.Ordinal).Replace('`', '\u2018')
        .Replace(" _ ", " \u2014 ", StringComparison.Ordinal);

    internal static string Write(string text) => text
        .Replace("\u201C", "``", StringComparison.Ordinal).Replace("\u201D", "''", StringComparison.Ordinal).Replace('\u2018', '`').Replace('\u2019', '\'')
        .Replace(" \u2014 ", " _ ", StringComparison.Ordinal).Replace('^', ' ');
}
