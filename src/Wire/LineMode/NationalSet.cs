namespace Wireroom.Wire.LineMode;

/// <summary>A national 7-bit set (ISO 646): the twelve places of the table that ASCII fills with marks, and what a country put there.</summary>
internal sealed record NationalSet(string Language, string Letters)
{
    private const string Places = "#@[\\]^`{|}~";

    private static readonly NationalSet[] All =
    [
        new("German", "#§ÄÖÜ^`äöüß"),
        new("Swedish", "#ÉÄÖÅÜéäöåü"),
        new("Finnish", "#@ÄÖÅ^`äöå~"),
        new("Danish", "#@ÆØÅ^`æøå~"),
        new("Norwegian", "#@ÆØÅ^`æøå~"),
        new("French", "£à°ç§^µéùè¨"),
        new("Italian", "£§°çé^ùàòèì"),
        new("Spanish", "£§¡Ñ¿^`°ñç~"),
        new("Portuguese", "#§ÃÇÕ^`ãçõ°"),
        new("Hungarian", "#ÁÉÖÜ^áéöü\u02DD"),
        new("Croatian", "#ŽŠĐĆČžšđćč"),
        new("Slovene", "#ŽŠĐĆČžšđćč"),
    ];

    internal static NationalSet? Named(string language) => All.FirstOrDefault(set => set.Language == language);

    /// <summary>The set of a text in which marks of ASCII stand within words as letters do; null where they do not.</summary>
    internal static NationalSet? Of(string text)
    {
        var within = 0;
        for (var at = 1; at + 1 < text.Length; at++)
        {
            within += "[\\]{|}~@^`".Contains(text[at], StringComparison.Ordinal) && char.IsAsciiLetterLower(text[at + 1]) && (char.IsAsciiLetter(text[at - 1]) || text[at] is '{' or '|' or '}' or '[' or '\\' && text[at - 1] == ' ') ? 1 : 0;
        }

        // An address of mail or of a file system is no word.
        return within >= 3 && !text.Contains("://", StringComparison.Ordinal) && CopyLanguage.Of(text) is { } language ? Named(language) : null;
    }

    /// <summary>The text with every place of the table read in this set.</summary>
    internal string Decode(string text) => string.Create(text.Length, (text, Letters), static (made, state) =>
    {
        for (var at = 0; at < made.Length; at++)
        {
            var place = Places.IndexOf(state.text[at], StringComparison.Ordinal);
            made[at] = place < 0 ? state.text[at] : state.Letters[place];
        }
    });
}
