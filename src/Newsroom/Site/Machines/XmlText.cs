using System.Xml;

namespace Wireroom.Newsroom.Site.Machines;

/// <summary>Text as XML can hold it (XML 1.0 section 2.2): what is no character there is left out.</summary>
internal static class XmlText
{
    public static string Of(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (!XmlConvert.IsXmlChar(text[at]) && !IsPair(text, at))
                return Clean(text);
        }

        return text;
    }

    private static string Clean(string text) => string.Concat(text.EnumerateRunes()
        .Where(rune => rune.Value > char.MaxValue || XmlConvert.IsXmlChar((char)rune.Value))
        .Select(rune => rune.ToString()));

    private static bool IsPair(string text, int at) =>
        char.IsHighSurrogate(text[at]) ? at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]) : at > 0 && char.IsLowSurrogate(text[at]) && char.IsHighSurrogate(text[at - 1]);
}
