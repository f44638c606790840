using System.Runtime.InteropServices;

namespace Wireroom.Stories.Body;

/// <summary>A piece of a text by its offsets.</summary>
public readonly record struct Stretch(int Start, int End)
{
    /// <summary>The words that stand there.</summary>
    public string Of(string text) => text[Start..End];
}

/// <summary>
/// Follows a passage from one text to the next: what was written before it moves it, what was changed in it changes it, and where it was deleted it is nowhere.
/// It asks only what the two texts are, so that it does not matter who has changed them, and with what.
/// </summary>
public static class PassageTrail
{
    // Beyond that many comparisons a stretch counts as written anew; the passage is then looked for word by word.
    private const int MostCompared = 4_000_000;
    private const int ShortestMoved = 8;

    /// <summary>
    /// The lines in which passages are: every block with words, in the order in which the editor shows them. What is no writing of one's own, captions and
    /// tables, is none. Lines of white space count nowhere, as the editor does not keep them.
    /// </summary>
    public static string TextOf(IReadOnlyList<Block> body) => string.Join('\n', body.SelectMany(Lines).Where(line => !string.IsNullOrWhiteSpace(line)));

    /// <summary>Where the passage is in the new text, or null where it was deleted.</summary>
    public static Stretch? Follow(string was, string now, Stretch passage)
    {
        if (passage.Start < 0 || passage.End > was.Length || passage.Start >= passage.End)
            return null;
        var (first, last, letters, kept) = (-1, -1, Letters(passage.Of(was)), 0);
        foreach (var (old, place, length) in Kept(was, now))
        {
            var (from, to) = (Math.Max(old, passage.Start), Math.Min(old + length, passage.End));
            if (from >= to)
                continue;
            kept += Letters(was.AsSpan(from, to - from));
            first = first < 0 ? place + from - old : first;
            last = place + to - old;
        }

        // A word that happens to stand there again is not the passage.
        return kept > 0 && kept * 4 >= letters ? new Stretch(first, last) : Find(now, passage.Of(was), passage.Start);
    }

    /// <summary>Where these words stand in the text, the place nearest to where they stood; null where they do not, or where a few letters could be anything.</summary>
    public static Stretch? Find(string text, string words, int near)
    {
        var best = -1;
        if (words.Length == 0)
            return null;
        if (near >= 0 && near <= text.Length && text.AsSpan(near).StartsWith(words, StringComparison.Ordinal))
            return new Stretch(near, near + words.Length);
        for (var at = text.IndexOf(words, StringComparison.Ordinal); at >= 0; at = text.IndexOf(words, at + 1, StringComparison.Ordinal))
        {
            if (best < 0 || Math.Abs(at - near) < Math.Abs(best - near))
                best = at;
        }

        return best < 0 || words.Length < ShortestMoved ? null : new Stretch(best, best + words.Length);
    }

    private static IEnumerable<string> Lines(Block block) => block switch
    {
        Paragraph paragraph => [paragraph.Text.Plain],
        Heading heading => [heading.Text.Plain],
        Quote quote => quote.Paragraphs.Select(line => line.Plain).Append(quote.Attribution),
        BulletList list => list.Items.Select(item => item.Plain),
        Preformatted preformatted => [preformatted.Text],
        _ => [],
    };

    private static int Letters(ReadOnlySpan<char> text)
    {
        var letters = 0;
        foreach (var letter in text)
            letters += char.IsLetterOrDigit(letter) ? 1 : 0;
        return letters;
    }

    /// <summary>What both texts hold, in order: where it stood, where it stands, how long it is. First the lines that are the same, then between these the words.</summary>
    private static List<(int Old, int New, int Length)> Kept(string was, string now)
    {
        var kept = new List<(int, int, int)>();
        var (oldLines, newLines) = (Pieces(was, static letter => letter == '\n'), Pieces(now, static letter => letter == '\n'));
        var (left, right) = (0, 0);
        foreach (var (old, place) in Pairs(was, oldLines, now, newLines).Append((oldLines.Count, newLines.Count)))
        {
            Between(left, old, right, place);
            if (old < oldLines.Count)
                kept.Add((oldLines[old].Start, newLines[place].Start, oldLines[old].End - oldLines[old].Start));
            (left, right) = (old + 1, place + 1);
        }

        return kept;

        void Between(int from, int to, int newFrom, int newTo)
        {
            if (from >= to || newFrom >= newTo)
                return;
            var (oldStart, newStart) = (oldLines[from].Start, newLines[newFrom].Start);
            var (before, after) = (was[oldStart..oldLines[to - 1].End], now[newStart..newLines[newTo - 1].End]);
            var (oldWords, newWords) = (Pieces(before, IsBetweenWords), Pieces(after, IsBetweenWords));
            foreach (var (old, place) in Pairs(before, oldWords, after, newWords))
                kept.Add((oldStart + oldWords[old].Start, newStart + newWords[place].Start, oldWords[old].End - oldWords[old].Start));
        }
    }

    private static bool IsBetweenWords(char letter) => !char.IsLetterOrDigit(letter);

    /// <summary>A text in pieces: what stands between separators, and each separator for itself.</summary>
    private static List<Stretch> Pieces(string text, Func<char, bool> separates)
    {
        var (pieces, start) = (new List<Stretch>(), 0);
        for (var at = 0; at <= text.Length; at++)
        {
            if (at < text.Length && !separates(text[at]))
                continue;
            if (at > start)
                pieces.Add(new Stretch(start, at));
            if (at < text.Length)
                pieces.Add(new Stretch(at, at + 1));
            start = at + 1;
        }

        return pieces;
    }

    /// <summary>The pieces that both have: a longest common subsequence.</summary>
    private static List<(int Old, int New)> Pairs(string was, List<Stretch> old, string now, List<Stretch> other)
    {
        var pairs = new List<(int, int)>();
        var (start, end, endOther) = (0, old.Count, other.Count);
        while (start < end && start < endOther && Same(start, start))
            pairs.Add((start, start++));
        var tail = new List<(int, int)>();
        while (end > start && endOther > start && Same(end - 1, endOther - 1))
            tail.Add((--end, --endOther));
        var (rows, columns) = (end - start, endOther - start);
        if ((long)rows * columns <= MostCompared)
        {
            var lengths = new int[rows + 1, columns + 1];
            for (var left = rows - 1; left >= 0; left--)
            {
                for (var right = columns - 1; right >= 0; right--)
                    lengths[left, right] = Same(start + left, start + right) ? lengths[left + 1, right + 1] + 1 : Math.Max(lengths[left + 1, right], lengths[left, right + 1]);
            }

            for (int left = 0, right = 0; left < rows && right < columns;)
            {
                if (Same(start + left, start + right))
                    pairs.Add((start + left++, start + right++));
                else if (lengths[left + 1, right] >= lengths[left, right + 1])
                    left++;
                else
                    right++;
            }
        }

        CollectionsMarshal.AsSpan(tail).Reverse();
        pairs.AddRange(tail);
        return pairs;

        bool Same(int left, int right) => was.AsSpan(old[left].Start, old[left].End - old[left].Start).SequenceEqual(now.AsSpan(other[right].Start, other[right].End - other[right].Start));
    }
}
