using Wireroom.Wire.Html;

namespace Wireroom.Wire.Page;

/// <summary>
/// Makes a working title for copy that came without a headline: its first sentence, or as much of it as holds together.
/// The desk shows it as made, and asks for a headline.
/// </summary>
public static class WorkingTitle
{
    /// <summary>Longest and shortest working title, in characters.</summary>
    public const int Longest = 90, Shortest = 24;

    /// <summary>A clause shorter than this is not cut off from what follows, in characters.</summary>
    private const int Least = 40;

    private static readonly HashSet<string> Clauses = new(StringComparer.Ordinal)
    {
        "after", "as", "because", "while", "although", "though", "amid", "who", "which", "whose", "that", "where", "when", "until", "nakon", "jer", "dok", "iako", "koji", "koja", "koje", "kako", "nachdem", "weil", "während", "obwohl", "dass", "après", "alors", "tandis", "parce", "qui", "que", "dont", "después", "mientras", "porque", "dopo", "mentre", "perché", "depois", "enquanto",
    };

    /// <summary>The working title of a lead; empty where there is none.</summary>
    public static string From(string lead)
    {
        lead = Spaces.Collapse(lead);
        var sentence = lead[..TextForm.FirstSentence(lead)].Trim();
        if (sentence.Length > Longest)
            sentence = Cut(sentence);
        return Close(Trim(sentence));
    }

    /// <summary>At the last mark between clauses; where that leaves too little, at a word, and no phrase is left begun.</summary>
    private static string Cut(string sentence)
    {
        var head = sentence[..(Longest + 1)];
        for (var i = Least; i <= Longest; i++)
        {
            if (head[i] == ',' && IsApposition(sentence, i, out var end))
                i = end;
            else if ((head[i] is ',' or ';' or ':' && i + 1 < sentence.Length && sentence[i + 1] is ' ' or '"' or '”' or '“' or '’' or '»') || (head[i] is '–' or '—' && head[i - 1] == ' ') || (head[i] == ' ' && OpensClause(sentence, i + 1)))
                return head[..i];
        }

        var space = head.LastIndexOf(' ');
        if (space < Shortest)
            return head[..Whole(head, Longest)];
        var words = head[..space].Split(' ', StringSplitOptions.RemoveEmptyEntries).ToList();
        // A joining word among the last four begins a phrase whose end was cut off.
        for (var at = words.Count - 1; at >= Math.Max(1, words.Count - 4); at--)
        {
            if (!FurnitureWords.Joining.Contains(words[at].ToLowerInvariant()))
                continue;
            while (at > 1 && FurnitureWords.Joining.Contains(words[at - 1].ToLowerInvariant()))
                at--;
            if (words.Take(at).Sum(word => word.Length + 1) > 40)
                words.RemoveRange(at, words.Count - at);
            break;
        }

        while (words.Count > 3 && FurnitureWords.Joining.Contains(words[^1].ToLowerInvariant()))
            words.RemoveAt(words.Count - 1);
        return string.Join(' ', words);
    }

    /// <summary>"…, Ana Kovač, …": a few words between two commas interrupt a clause and do not end it.</summary>
    private static bool IsApposition(string sentence, int comma, out int end)
    {
        end = sentence.IndexOf(',', comma + 1);
        return end > 0 && end - comma < 60 && end < Longest && TextForm.Words(sentence[(comma + 1)..end]) <= 5;
    }

    private static bool OpensClause(string sentence, int at)
    {
        var end = sentence.IndexOf(' ', at);
        return end > at && Clauses.Contains(sentence[at..end]);
    }

    /// <summary>Never half of a surrogate pair.</summary>
    private static int Whole(string text, int length) => char.IsHighSurrogate(text[length - 1]) ? length - 1 : length;

    private static string Trim(string title) => title.Trim().TrimEnd('.', ',', ';', ':', '!', '?', '…', '-', '–', '—', '。', '！', '？', ' ');

    /// <summary>A quotation or bracket that was opened and cut off is taken out again; marks after a full stop go with it.</summary>
    private static string Close(string title)
    {
        foreach (var (open, close) in ((char, char)[])[('"', '"'), ('“', '”'), ('„', '“'), ('«', '»'), ('(', ')')])
        {
            var balance = open == close ? title.Count(letter => letter == open) % 2 : title.Count(letter => letter == open) - title.Count(letter => letter == close);
            if (balance <= 0)
                continue;
            var at = title.LastIndexOf(open);
            title = open == '(' && at > Shortest ? title[..at].TrimEnd() : title.Remove(at, 1);
        }

        return Trim(title);
    }
}
