using System.Globalization;
using Wireroom.Language.Attribution;
using Wireroom.Newsroom.Paper;
using Wireroom.Newsroom.Site.Frame;
using Wireroom.Stories;

namespace Wireroom.Newsroom.Site.Voices;

/// <summary>"Who says so": a story's sources, each with its description and its statements, and the link from each to its sentence.</summary>
public sealed record WhoSaysSo(Words Words, string Language, IReadOnlyList<VoiceEntry> Voices, IReadOnlyList<SaidEntry> Open, SentenceMarks Marks)
{
    /// <summary>Longest quotation of a statement, in characters; the sentence itself is a click away.</summary>
    private const int LongestQuotation = 200;

    /// <summary>Nobody says anything that the ledger knows: nothing is shown.</summary>
    public bool IsEmpty => Voices.Count == 0;

    /// <summary>Statements and sources in numbers.</summary>
    public string Counts
    {
        get
        {
            string Say(string form, int number) => string.Format(CultureInfo.InvariantCulture, form, number);
            var unnamed = Voices.Count(voice => voice.IsUnnamed);
            var counts = $"{Say(Words.StatementCount, Voices.Sum(voice => voice.Said.Count))} · {Say(Words.SourceCount, Voices.Count)}";
            return unnamed == 0 ? counts : $"{counts}, {Say(Words.UnnamedCount, unnamed)}";
        }
    }

    /// <summary>The attributes of a quoted passage in another language than the page's.</summary>
    public Tongue Tongue => new(Language, Words.Language);

    /// <summary>Nothing to show.</summary>
    public static WhoSaysSo Nobody(Words words) => new(words, words.Language, [], [], SentenceMarks.None);

    /// <summary>What readers are shown of a ledger.</summary>
    public static WhoSaysSo Of(Copy copy, Ledger ledger, Words words)
    {
        var passage = CopyPassage.Of(copy);
        var marks = SentenceMarks.Of(passage, ledger);
        SaidEntry Entry(Statement statement) => new(Shortened(passage.Passage.WordsOf(statement)), marks.NumberOf(statement)!.Value, HowOf(statement, ledger, words));
        // A headline says again what stands below it, and only sentences of the body can be led to.
        var told = ledger.Statements.Where(statement => statement.Content.Count > 0 && marks.NumberOf(statement) is not null).ToList();
        var voices = told.Where(statement => statement.Source is not null).GroupBy(statement => statement.Source!.Value)
            .Select(group => new VoiceEntry(ledger.Sources[group.Key], KindOf(ledger.Sources[group.Key], words), [.. group.Select(Entry)])).ToList();
        return new WhoSaysSo(words, copy.Language, voices, [.. told.Where(statement => statement.Source is null).Select(Entry)], marks);
    }

    private static string KindOf(Source source, Words words) => source.Kind switch
    {
        SourceKind.Document => words.Document,
        SourceKind.Footage => words.Footage,
        SourceKind.Institution => source.Named ? words.Institution : words.UnnamedSource,
        _ => source.Named ? words.NamedPerson : words.UnnamedSource,
    };

    private static string HowOf(Statement statement, Ledger ledger, Words words)
    {
        var how = new List<string>();
        if (statement.Source is not null)
        {
            // That somebody "said" it goes without saying.
            how.Add(statement.Manner switch
            {
                Manner.Said => "",
                Manner.Claimed => words.Claimed,
                Manner.Confirmed => words.Confirmed,
                Manner.Denied => words.Denied,
                Manner.Declined => words.Declined,
                Manner.Believed => words.Believed,
                Manner.Intended => words.Intended,
                Manner.Judged => words.Judged,
                Manner.Shown => words.Shown,
                _ => words.Asked,
            });
        }

        if (statement.Hand is Hand.Second && statement.Via.Count > 0)
            how.Add(string.Format(CultureInfo.InvariantCulture, words.SecondHand, string.Join(", ", statement.Via.Select(at => ledger.Sources[at].Name))));
        if (statement.Certainty is Certainty.Disputed)
            how.Add(words.DisputedMark);
        return string.Join(" · ", how.Where(word => word.Length > 0));
    }

    private static string Shortened(string words)
    {
        if (words.Length <= LongestQuotation)
            return words;
        var end = words.LastIndexOf(' ', LongestQuotation);
        return words[..(end > LongestQuotation / 2 ? end : LongestQuotation)].TrimEnd(' ', ',', ';', ':') + " …";
    }
}

/// <summary>A source with what it is in the page's words, and its statements in reading order.</summary>
public sealed record VoiceEntry(Source Source, string Kind, IReadOnlyList<SaidEntry> Said)
{
    /// <summary>True where the story does not name the source.</summary>
    public bool IsUnnamed => !Source.Named && Source.Kind is SourceKind.Person or SourceKind.Institution;

    /// <summary>Role and further words that the story has for the source, as one line; empty where it has none.</summary>
    public string About => string.Join(", ", new[] { Source.Role }.Concat(Source.Descriptions).Where(text => !string.IsNullOrEmpty(text)).Distinct(StringComparer.OrdinalIgnoreCase));
}

/// <summary>A statement: its words, the number of its sentence in the copy, and how it is told.</summary>
public sealed record SaidEntry(string Words, int Sentence, string How);
