using System.Collections.Frozen;

namespace Wireroom.Language.Attribution;

/// <summary>Marks statements that another source of the same story denies.</summary>
internal static class Disputes
{
    private const int LeastShared = 2;
    private const double LeastShare = 0.34;

    private static readonly FrozenSet<string> Empty = (
        "that this with from have been were will would could their there which about after before over under into than then them they what when where while said says also more most other some such only").Split(' ').ToFrozenSet();

    /// <summary>A statement and a denial of another source that share enough words of weight: the statement is disputed.</summary>
    public static void Mark(List<Statement> statements, string text)
    {
        var words = new Dictionary<int, HashSet<string>>();
        for (var denial = 0; denial < statements.Count; denial++)
        {
            if (statements[denial].Manner != Manner.Denied)
                continue;
            for (var at = 0; at < statements.Count; at++)
            {
                var other = statements[at];
                if (other.Source is null || other.Source == statements[denial].Source || other.Manner is Manner.Denied or Manner.Declined || other.Content.Any(content => content.Overlaps(statements[denial].Cue[0])))
                    continue;
                var shared = Words(denial).Intersect(Words(at)).Count();
                if (shared >= LeastShared && shared >= LeastShare * Math.Min(Words(denial).Count, Words(at).Count))
                    statements[at] = other with { Certainty = Certainty.Disputed };
            }
        }

        HashSet<string> Words(int at)
        {
            if (!words.TryGetValue(at, out var found))
                words[at] = found = [.. statements[at].Content.SelectMany(span => Split(text[span.Start..span.End]))];
            return found;
        }
    }

    /// <summary>The words of four letters and more, cut to five, so that "attacked" meets "attacks".</summary>
    private static IEnumerable<string> Split(string text) => text
        .ToLowerInvariant()
        .Split(' ', '\n', ',', '.', ';', ':', '"', '“', '”', '(', ')', '-')
        .Where(word => word.Length > 3 && !Empty.Contains(word))
        .Select(word => word.Length > 5 ? word[..5] : word);
}
