namespace Wireroom.Stories;

/// <summary>Who is meant in a note or a comment: <c>@</c> and the person's name, in whichever case.</summary>
public static class Mentions
{
    /// <summary>
    /// Those of the names that stand in the text after an <c>@</c>, each once. Where one name begins another the longer is meant; an address of mail is nobody's
    /// mention, and no part of a longer word is a name.
    /// </summary>
    public static IReadOnlyList<string> In(string text, IEnumerable<string> names)
    {
        var (longestFirst, found) = (names.Where(name => name.Length > 0).OrderByDescending(name => name.Length).ToList(), new List<string>());
        for (var at = text.IndexOf('@', StringComparison.Ordinal); at >= 0; at = text.IndexOf('@', at + 1))
        {
            if (at > 0 && char.IsLetterOrDigit(text[at - 1]))
                continue;
            var begun = text.AsSpan(at + 1);
            foreach (var name in longestFirst)
            {
                if (!begun.StartsWith(name, StringComparison.OrdinalIgnoreCase) || (begun.Length > name.Length && char.IsLetterOrDigit(begun[name.Length])))
                    continue;
                if (!found.Contains(name))
                    found.Add(name);
                break;
            }
        }

        return found;
    }
}
