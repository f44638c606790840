namespace Wireroom.Stories;

/// <summary>How the house writes a word: what it avoids, what it prefers, and why.</summary>
public sealed record PreferredWord(string Avoid, string Prefer, string Why);

/// <summary>A place in a text where the house writes otherwise.</summary>
/// <param name="Word">The entry of the list.</param>
/// <param name="At">Where it begins, in UTF-16 code units.</param>
/// <param name="Written">What stands there.</param>
/// <param name="Instead">What the house would write there.</param>
public sealed record WordFound(PreferredWord Word, int At, string Written, string Instead);

/// <summary>
/// The house's word list, one entry a line: <c>avoid =&gt; prefer # why</c>. A word in small letters is meant whatever its case; one with a capital only as it
/// stands. Only whole words are meant. A line that begins with # is a note.
/// </summary>
public sealed class WordList
{
    private readonly Dictionary<string, PreferredWord> asWritten;
    private readonly Dictionary<string, PreferredWord> inSmall;
    private readonly int longest;

    private WordList(IReadOnlyList<PreferredWord> words)
    {
        Words = words;
        asWritten = words.ToDictionary(word => word.Avoid, StringComparer.Ordinal);
        inSmall = words.Where(word => !word.Avoid.Any(char.IsUpper)).ToDictionary(word => word.Avoid, StringComparer.OrdinalIgnoreCase);
        longest = words.Count == 0 ? 0 : words.Max(word => word.Avoid.Length);
    }

    /// <summary>Entries at most.</summary>
    public const int Most = 2_000;

    /// <summary>A list of nothing.</summary>
    public static WordList Empty { get; } = new([]);

    /// <summary>The entries in their order.</summary>
    public IReadOnlyList<PreferredWord> Words { get; }

    /// <summary>Reads a list.</summary>
    /// <exception cref="MoveRefusedException">A line is no entry, or a word stands twice; says which line, and what to do.</exception>
    public static WordList Parse(string text)
    {
        var words = new List<PreferredWord>();
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (at, raw) in text.Split('\n').Index())
        {
            var line = raw.Trim();
            if (line.Length == 0 || line[0] == '#')
                continue;
            var (entry, why) = line.IndexOf(" #", StringComparison.Ordinal) is var note and > 0 ? (line[..note], line[(note + 2)..].Trim()) : (line, "");
            if (entry.Split("=>", StringSplitOptions.TrimEntries) is not [{ Length: > 0 and <= 100 } avoid, { Length: > 0 and <= 100 } prefer])
                throw new MoveRefusedException($"Line {at + 1} of the word list is no entry: “{(line.Length > 60 ? line[..60] + "…" : line)}”. Write it as: avoid => prefer # why");
            if (!known.Add(avoid))
                throw new MoveRefusedException($"Line {at + 1} of the word list: “{avoid}” stands there twice. Take one of the two away.");
            if (words.Count == Most)
                throw new MoveRefusedException($"The word list holds at most {Most:N0} entries.");
            words.Add(new PreferredWord(avoid, prefer, why));
        }

        return new WordList(words);
    }

    /// <summary>The places where the house writes otherwise, in order; the longest entry counts where several begin at one place.</summary>
    public IReadOnlyList<WordFound> Find(string text)
    {
        var found = new List<WordFound>();
        for (var at = 0; longest > 0 && at < text.Length; at++)
        {
            if (!IsEdge(text, at))
                continue;
            for (var length = Math.Min(longest, text.Length - at); length > 0; length--)
            {
                if (!IsEdge(text, at + length))
                    continue;
                var written = text.Substring(at, length);
                if (!asWritten.TryGetValue(written, out var word) && !inSmall.TryGetValue(written, out word))
                    continue;
                if (Follows(text, at, word))
                    continue;
                found.Add(new WordFound(word, at, written, char.IsUpper(written[0]) && char.IsLower(word.Prefer[0]) && written.Any(char.IsLower) ? char.ToUpperInvariant(word.Prefer[0]) + word.Prefer[1..] : word.Prefer));
                at += length - 1;
                break;
            }
        }

        return found;
    }

    /// <summary>True where the preferred words stand there already: "Bosnia => Bosnia and Herzegovina" does not mean its own answer.</summary>
    private static bool Follows(string text, int at, PreferredWord word)
    {
        var within = word.Prefer.IndexOf(word.Avoid, StringComparison.OrdinalIgnoreCase);
        return within >= 0 && at >= within && at - within + word.Prefer.Length <= text.Length
            && text.AsSpan(at - within, word.Prefer.Length).Equals(word.Prefer, StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsEdge(string text, int at) => at == 0 || at == text.Length || !(char.IsLetterOrDigit(text[at - 1]) && char.IsLetterOrDigit(text[at]));
}
