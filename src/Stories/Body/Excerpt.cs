namespace Wireroom.Stories.Body;

/// <summary>The beginning of a text where there is no room for all of it.</summary>
public static class Excerpt
{
    /// <summary>
    /// The text where it has at most so many letters; else its beginning, cut between words, with an ellipsis. Where there is no space to cut at, as in Chinese
    /// or in an address without end, it is cut between letters.
    /// </summary>
    public static string Of(string text, int longest)
    {
        if (text.Length <= longest)
            return text;
        var space = text.LastIndexOf(' ', longest);
        // Never through the middle of a letter that takes two places.
        var cut = space > 0 ? space : char.IsLowSurrogate(text[longest]) ? longest - 1 : longest;
        return text[..cut] + "…";
    }
}
