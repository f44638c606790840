using Wireroom.Stories;
using Wireroom.Stories.Body;
using Wireroom.Storage;

namespace Wireroom.Newsroom.Desk.Pictures;

/// <summary>
/// Names in captions against the names in the story: a name that the story spells otherwise, or does not hold at all, is worth a look. Names are words with
/// capitals that stand together; where a language writes every noun with one, or has none, nothing is said.
/// </summary>
public static class CaptionNames
{
    private const int ShortestCompared = 4;

    private static readonly HashSet<string> Within = new(StringComparer.Ordinal) { "of", "de", "da", "di", "del", "van", "von", "der", "den", "bin", "ibn", "al", "el", "la", "le", "na", "pod", "nad" };

    /// <summary>Each thing that is worth a look, as a sentence.</summary>
    public static IReadOnlyList<string> Concerns(Copy copy)
    {
        if (copy.Language.Split('-')[0] is "de" or "lb")
            return [];
        var story = WordsOf($"{copy.Headline}\n{copy.Standfirst}\n{copy.Place}\n{string.Join('\n', copy.Topics)}\n{BodyText.Of([.. copy.Body.Where(block => block is not PictureBlock)])}");
        var exact = story.ToHashSet(StringComparer.Ordinal);
        var folded = story.Where(word => char.IsUpper(word[0])).ToLookup(SearchWords.Fold, StringComparer.Ordinal);
        var concerns = new List<string>();
        foreach (var picture in copy.Pictures.Where(picture => picture.Caption.Length > 0))
        {
            foreach (var name in NamesIn(picture.Caption).Distinct())
            {
                var last = name[^1];
                if (exact.Contains(last) || exact.Contains(WithoutGenitive(last)))
                    continue;
                var whole = string.Join(' ', name);
                var like = folded[SearchWords.Fold(last)].FirstOrDefault() ?? folded.SelectMany(words => words).FirstOrDefault(word => IsLike(word, last));
                concerns.Add(like is not null
                    ? $"A caption says “{whole}”, the story “{like}”: one of them is misspelt."
                    : $"A caption names “{whole}”, of whom or which the story says nothing.");
            }
        }

        return concerns;
    }

    /// <summary>Two and more words with capitals in a row, with the small words that stand within names.</summary>
    private static IEnumerable<IReadOnlyList<string>> NamesIn(string caption)
    {
        foreach (var sentence in caption.Split(['.', '!', '?', ';', ':', ',', '(', ')', '"', '“', '”', '/', '–', '—'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var name = new List<string>();
            foreach (var word in WordsOf(sentence).Append(""))
            {
                if (word.Length > 1 && char.IsUpper(word[0]))
                {
                    name.Add(word);
                    continue;
                }

                if (name.Count > 0 && Within.Contains(word))
                {
                    name.Add(word);
                    continue;
                }

                while (name.Count > 0 && Within.Contains(name[^1]))
                    name.RemoveAt(name.Count - 1);
                // A sentence begins with a capital whatever its first word is.
                var isOpening = name.Count > 0 && sentence.StartsWith(name[0], StringComparison.Ordinal);
                if (name.Count >= (isOpening ? 3 : 2) || (name.Count == 2 && isOpening && !IsCommon(name[0])))
                    yield return [.. name];
                name.Clear();
            }
        }
    }

    private static bool IsCommon(string word) => word is "The" or "A" or "An" or "In" or "On" or "At" or "Near" or "From" or "After" or "Before" or "Above" or "Below" or "Outside" or "Inside"
        or "This" or "These" or "Former" or "President" or "Minister" or "Mayor" or "U" or "Na" or "Kod" or "Pred" or "Iznad";

    private static List<string> WordsOf(string text)
    {
        var words = new List<string>();
        var start = -1;
        for (var at = 0; at <= text.Length; at++)
        {
            var isLetter = at < text.Length && (char.IsLetterOrDigit(text[at]) || (text[at] is '\'' or '’' or '-' && start >= 0 && at + 1 < text.Length && char.IsLetter(text[at + 1])));
            if (isLetter && start < 0)
                start = at;
            else if (!isLetter && start >= 0)
            {
                words.Add(text[start..at]);
                start = -1;
            }
        }

        return words;
    }

    private static string WithoutGenitive(string word) => word.EndsWith("'s", StringComparison.Ordinal) || word.EndsWith("’s", StringComparison.Ordinal) ? word[..^2] : word;

    /// <summary>One letter too many, too few, or another.</summary>
    private static bool IsLike(string one, string other)
    {
        if (one.Length < ShortestCompared || other.Length < ShortestCompared || Math.Abs(one.Length - other.Length) > 1 || char.ToLowerInvariant(one[0]) != char.ToLowerInvariant(other[0]))
            return false;
        var same = one.AsSpan().CommonPrefixLength(other);
        var left = one.AsSpan(same);
        var right = other.AsSpan(same);
        return left.Length == right.Length ? left.Length > 0 && left[1..].SequenceEqual(right[1..])
            : left.Length > right.Length ? left[1..].SequenceEqual(right)
            : left.SequenceEqual(right[1..]);
    }
}
