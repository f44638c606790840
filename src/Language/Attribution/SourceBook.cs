using Wireroom.Language.Tagging;
using Wireroom.Language.Text;

namespace Wireroom.Language.Attribution;

/// <summary>Keeps the sources of a passage, each under one name: a surname goes to the full name, "the group" and "he" to the one last told of.</summary>
internal sealed class SourceBook(Analysis analysis)
{
    private readonly Copy copy = analysis.Copy;
    private readonly MentionReader reader = new(analysis);
    private readonly List<Entry> entries = [];
    private Dictionary<string, string>? fullNames;
    private HashSet<string>? bodies;

    private sealed class Entry
    {
        public required string Name { get; set; }

        public required SourceKind Kind { get; set; }

        public required bool Named { get; set; }

        public string? Role { get; set; }

        public List<string> Descriptions { get; } = [];

        public string? Interest { get; set; }

        public List<Stretch> Mentions { get; } = [];

        /// <summary>The common nouns that it was called by.</summary>
        public HashSet<string> Nouns { get; } = new(StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The sources in order of first mention, as the ledger gives them.</summary>
    public IReadOnlyList<Source> Sources => [.. entries.Select(entry => new Source
    {
        Name = entry.Name,
        Kind = entry.Kind,
        Named = entry.Named,
        Role = entry.Role,
        Descriptions = entry.Descriptions,
        Interest = entry.Interest,
        Mentions = [.. entry.Mentions.Select(words => new Span(copy.Tokens[words.First].Start, copy.Tokens[words.End - 1].End))],
    })];

    /// <summary>The kind of a source.</summary>
    public (SourceKind Kind, bool Named) KindOf(int source) => (entries[source].Kind, entries[source].Named);

    /// <summary>Reads the words for a source and gives its place in the book.</summary>
    /// <param name="words">The words.</param>
    /// <param name="head">Their head.</param>
    /// <param name="before">The source of the statement before with its verb, for "the report said".</param>
    public int Enter(Stretch words, int head, (int Source, string Verb)? before)
    {
        var mention = reader.Read(words, head);
        if (mention.Reference == Reference.Pronoun && mention.Name is "who" or "which" or "that" && Antecedent(mention) is { } antecedent)
            mention = reader.Read(antecedent, LastNoun(antecedent)) with { Words = words };
        var at = mention.Reference switch
        {
            Reference.Name => ByName(mention),
            Reference.Definite => ByNoun(mention, before),
            Reference.Pronoun => ByPronoun(mention),
            _ => mention.Indefinite && mention.Kind is SourceKind.Document or SourceKind.Footage ? -1 : entries.FindIndex(entry => string.Equals(entry.Name, mention.Name, StringComparison.OrdinalIgnoreCase)),
        };
        if (at < 0)
        {
            at = entries.Count;
            entries.Add(New(mention));
        }

        Add(entries[at], mention);
        return at;
    }

    /// <summary>The words of the publisher of a document, where the words for it name one.</summary>
    public Stretch? PublisherOf(Stretch words, int head) => reader.Read(words, head).Publisher;

    /// <summary>True where the words are those of a source: a name, or a noun that names people, bodies, documents or pictures.</summary>
    public bool IsSource(Stretch words, int head)
    {
        var mention = reader.Read(words, head);
        return mention.Reference == Reference.Name || mention.Reference != Reference.Pronoun && SourceWords.Of(copy.Word(Math.Clamp(head, words.First, words.End - 1))) is not null;
    }

    private Entry New(Mention mention)
    {
        var kind = mention.Kind ?? (mention.Name is "it" or "which" ? SourceKind.Institution : SourceKind.Person);
        if (kind == SourceKind.Person && mention.Reference == Reference.Name && mention.Role is null && (IsFirm(mention) || IsCalledBody(mention)))
            kind = SourceKind.Institution;
        if (kind == SourceKind.Institution && IsOneOfThem(mention))
            kind = SourceKind.Person;
        return new Entry
        {
            Name = mention.Reference == Reference.Name ? Full(mention.Name, kind) : mention.Name,
            Kind = kind,
            Named = mention.Reference == Reference.Name || kind != SourceKind.Person,
        };
    }

    // Surnames so well known that copy uses them without more.
    private static readonly System.Collections.Frozen.FrozenSet<string> WellKnown = System.Collections.Frozen.FrozenSet.ToFrozenSet(
        "Trump Biden Obama Clinton Bush Putin Lavrov Merkel Scholz Merz Macron Erdogan Netanyahu Assad Zelensky Zelenskiy Xi Modi Orban Kim Starmer Sunak Meloni Vucic Plenkovic Milanovic Harris Vance Rubio Guterres Stoltenberg Rutte Lula Milei Khamenei Kerry".Split(' '), StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// True for one plain word that no list and no fuller name in the passage makes a person's, with no "he" or "she" near it: agencies bring people in by first name and
    /// surname, and firms, clubs and places by one word.
    /// </summary>
    private bool IsFirm(Mention mention)
    {
        if (!mention.Name.All(char.IsLetter) || WellKnown.Contains(mention.Name) || NameLists.Of(mention.Name) != 0 || SourceWords.Titles.Contains(mention.Name) || SourceWords.Of(mention.Name) is not null
            || (fullNames ??= FullNames()).ContainsKey(mention.Name))
            return false;
        var sentence = analysis.SentenceOf(mention.Words.First);
        if (sentence < 0 || copy.Paragraphs[copy.Sentences[sentence].Paragraph].Kind == ParagraphKind.Headline && copy.Sentences.Count == 1)
            return false;
        // "Blaise, a 31-year-old mechanic who …".
        for (var at = mention.Head + 1; at < mention.Words.End; at++)
        {
            if (analysis.Is(at, "who") || analysis.Is(at, "old") || analysis.Is(at, "aged") || SourceWords.Of(copy.Word(at)) is SourceKind.Person)
                return false;
        }

        for (var at = mention.Words.End; at < copy.Tokens.Count && analysis.SentenceOf(at) <= sentence + 1; at++)
        {
            if (analysis.SentenceOf(at) >= 0 && copy.Word(at).ToString().ToLowerInvariant() is "he" or "she" or "his" or "her" or "him")
                return false;
        }

        // A person told of before by a fuller name that was not read as one.
        return !entries.Exists(entry => entry.Kind == SourceKind.Person && entry.Named && Parts(entry.Name)[^1].Equals(mention.Name, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>True for "a crane operator in his fifties", "an operator, who asked not to be named": the noun may be a body's, and is somebody's here.</summary>
    private bool IsOneOfThem(Mention mention)
    {
        if (mention.Reference == Reference.Name || !mention.Indefinite)
            return false;
        var behind = mention.Words.End < copy.Tokens.Count && copy.Mark(mention.Words.End) == ',' ? mention.Words.End + 1 : mention.Words.End;
        return behind < copy.Tokens.Count && analysis.Is(behind, "who") || Enumerable.Range(mention.Words.First, mention.Words.Length - 1).Any(at => analysis.Is(at, "in") && copy.Word(at + 1) is "his" or "her");
    }

    /// <summary>True for one word that stands behind a body's noun somewhere in the passage: "budget carrier Aerolux".</summary>
    private bool IsCalledBody(Mention mention)
    {
        bodies ??= Enumerable.Range(1, Math.Max(0, copy.Tokens.Count - 1))
            .Where(at => char.IsLower(copy.Mark(at - 1)) && char.IsUpper(copy.Mark(at)) && SourceWords.Of(copy.Word(at - 1)) is SourceKind.Institution)
            .Select(at => copy.Word(at).ToString()).ToHashSet(StringComparer.Ordinal);
        return bodies.Contains(mention.Name);
    }

    private void Add(Entry entry, Mention mention)
    {
        entry.Mentions.Add(mention.Words);
        if (mention.Noun.Length > 0 && mention.Reference != Reference.Pronoun)
            entry.Nouns.Add(mention.Noun);
        if (mention.Letters is { } letters)
            entry.Nouns.Add(letters);
        if (mention.Reference == Reference.Name && mention.Name.Length > entry.Name.Length && !mention.Name.Contains(',', StringComparison.Ordinal))
            entry.Name = mention.Name;
        // A headline's "Doe" that "Governor Jane Doe" tells of further down.
        if (mention.Reference == Reference.Name && mention is { Kind: SourceKind.Person, Role: not null } && entry.Kind == SourceKind.Institution && !entry.Mentions[0].Equals(mention.Words) && mention.Name.EndsWith(" " + copy.Words(entry.Mentions[0].First, entry.Mentions[0].End), StringComparison.Ordinal))
            entry.Kind = SourceKind.Person;
        if (mention.Reference != Reference.Pronoun)
            entry.Role ??= mention.Role;
        entry.Interest ??= mention.Interest;
        foreach (var words in mention.Descriptions.Where(words => !entry.Descriptions.Contains(words, StringComparer.OrdinalIgnoreCase)))
            entry.Descriptions.Add(words);
    }

    private int ByName(Mention mention)
    {
        var name = mention.Name;
        var exact = entries.FindIndex(entry => string.Equals(entry.Name, name, StringComparison.OrdinalIgnoreCase));
        if (exact >= 0)
            return exact;
        if (entries.FindIndex(entry => entry.Nouns.Contains(name)) is >= 0 and var lettered)
            return lettered;
        var parts = Parts(name);
        return entries.FindLastIndex(entry => entry.Named && !(IsWritten(entry.Kind) && mention.Kind is { } kind && !IsWritten(kind)) && (Same(Parts(entry.Name), parts, entry.Kind == SourceKind.Person) || Initials(entry.Name, name) || Initials(name, entry.Name)
            || entry.Kind == SourceKind.Person && Full(name, SourceKind.Person) == entry.Name));
    }

    private static string[] Parts(string name) => name.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries);

    /// <summary>True where one name is a short form of the other: of people the surname, of bodies some of its words in order.</summary>
    private static bool Same(string[] known, string[] given, bool person)
    {
        var (longer, shorter) = known.Length >= given.Length ? (known, given) : (given, known);
        if (longer.Length == shorter.Length)
            return false;
        if (person)
            return string.Equals(longer[^1], shorter[^1], StringComparison.OrdinalIgnoreCase) && (shorter.Length == 1 || longer.Contains(shorter[0], StringComparer.OrdinalIgnoreCase));
        return shorter.All(part => longer.Contains(part, StringComparer.OrdinalIgnoreCase)) && shorter.Any(part => part.Length > 3 && char.IsUpper(part[0]) && NameLists.Of(part) is var lists && (lists & (NameLists.Place | NameLists.Demonym)) == 0);
    }

    private static bool Initials(string full, string acronym)
    {
        var letters = acronym.Replace(".", "", StringComparison.Ordinal);
        if (letters.Length is < 2 or > 7 || letters.Any(char.IsLower) || !full.Contains(' ', StringComparison.Ordinal))
            return false;
        var words = Parts(full).Where(part => char.IsUpper(part[0])).ToList();
        return words.Count == letters.Length && words.Select(word => word[0]).SequenceEqual(letters);
    }

    /// <summary>The fullest form of a person's name that the passage has.</summary>
    private string Full(string name, SourceKind kind)
    {
        if (kind != SourceKind.Person || name.Contains(' ', StringComparison.Ordinal))
            return name;
        return (fullNames ??= FullNames()).GetValueOrDefault(name, name);
    }

    private Dictionary<string, string> FullNames()
    {
        var names = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        for (var at = 0; at < copy.Tokens.Count; at++)
        {
            if (analysis.SentenceOf(at) < 0 || analysis.Name(at) != "B-PER" && (NameLists.Of(copy.Word(at)) & NameLists.FirstName) == 0)
                continue;
            var end = at + 1;
            while (end < copy.Tokens.Count && analysis.SentenceOf(end) == analysis.SentenceOf(at) && analysis.Tag(end) is "NNP" or "NNPS" && analysis.Name(end) is "I-PER" or "B-PER" or "O")
                end++;
            var first = at;
            while (first < end - 1 && SourceWords.Titles.Contains(copy.Word(first).ToString().TrimEnd('.')))
                first++;
            if (end - first is 2 or 3)
                names.TryAdd(copy.Word(end - 1).ToString(), copy.Words(first, end));
            at = end - 1;
        }

        return names;
    }

    private int ByNoun(Mention mention, (int Source, string Verb)? before)
    {
        var noun = mention.Noun;
        var wanted = mention.Kind == SourceKind.Institution ? Sort(noun) : 0;
        var called = Latest(entry => !Unlike(entry, mention) && (entry.Nouns.Contains(noun) || Parts(entry.Name).Contains(noun, StringComparer.OrdinalIgnoreCase)
            || entry.Role is { } role && Parts(role).Contains(noun, StringComparer.OrdinalIgnoreCase)
            || wanted != 0 && entry.Kind == SourceKind.Institution && entry.Named && (Sort(entry) & wanted) != 0 && char.IsUpper(entry.Name[0]) && entry.Name.Any(char.IsLower)));
        if (called >= 0)
            return called;
        // Who asked not to be named is nobody named before.
        if (mention.Descriptions.Any(words => words.EndsWith("named", StringComparison.Ordinal) || words.EndsWith("identified", StringComparison.Ordinal) || words.EndsWith("anonymity", StringComparison.Ordinal)))
            return -1;
        if (mention.Kind == SourceKind.Document)
            return noun is "report" or "statement" or "dispatch" or "article" && before is { Verb: var verb } && (verb is "report" || noun != "report") ? before.Value.Source : -1;
        if (mention.Kind == SourceKind.Person)
            return SourceWords.Titles.Contains(noun) || noun is "man" or "woman" or "leader" or "lawmaker" or "candidate" ? Latest(entry => entry.Kind == SourceKind.Person && entry.Named && Told(entry, noun)) : -1;
        return -1;
    }

    /// <summary>True of people and a body, and of a body and what it wrote: "the ministry" is no "official at the interior ministry", "the institute" no "survey by the Mellen Institute".</summary>
    private static bool Unlike(Entry entry, Mention mention) => mention.Kind is { } kind && (!entry.Named && (kind == SourceKind.Person) != (entry.Kind == SourceKind.Person) || IsWritten(kind) != IsWritten(entry.Kind));

    private static bool IsWritten(SourceKind kind) => kind is SourceKind.Document or SourceKind.Footage;

    /// <summary>Of the sources that answer, the one last mentioned; -1 where none does.</summary>
    private int Latest(Func<Entry, bool> answers)
    {
        var best = -1;
        for (var at = 0; at < entries.Count; at++)
        {
            if (entries[at].Mentions.Count > 0 && answers(entries[at]) && (best < 0 || entries[at].Mentions[^1].First > entries[best].Mentions[^1].First))
                best = at;
        }

        return best;
    }

    private static bool Told(Entry entry, string noun) => entry.Role is null && !entry.Nouns.Any(SourceWords.Titles.Contains) || entry.Role is not null && Parts(entry.Role).Contains(noun, StringComparer.OrdinalIgnoreCase) || !SourceWords.Titles.Contains(noun);

    /// <summary>Bodies (1), media (2), firms (4), states (8): what a noun can stand for.</summary>
    private static int Sort(string noun) => noun switch
    {
        "group" or "organisation" or "organization" or "charity" or "movement" or "watchdog" or "monitor" or "foundation" or "association" or "union" or "institute" => 1,
        "agency" or "newspaper" or "paper" or "magazine" or "broadcaster" or "channel" or "network" or "outlet" or "station" or "website" => 2,
        "company" or "firm" or "carrier" or "airline" or "operator" or "bank" or "maker" or "retailer" or "manufacturer" => 4,
        "ministry" or "government" or "army" or "military" or "administration" or "regime" or "department" => 8,
        _ => 0,
    };

    private static int Sort(Entry entry)
    {
        var words = Parts(entry.Name).Concat(entry.Nouns).Concat(entry.Role is { } role ? Parts(role) : []).Select(word => word.ToLowerInvariant()).ToList();
        var sort = words.Aggregate(0, (sum, word) => sum | Sort(word));
        if (words.Exists(word => word is "news" or "times" or "post" or "media" or "television" or "tv" or "radio" or "journal"))
            sort |= 2;
        if (words.Exists(word => word is "observatory" or "watch" or "league" or "council" or "front"))
            sort |= 1;
        return sort == 0 ? 1 | 4 : sort;
    }

    private int ByPronoun(Mention mention) => mention.Name switch
    {
        "he" or "she" or "him" or "her" or "his" => Nearest(mention),
        "they" or "them" or "their" => Latest(entry => entry.Kind is SourceKind.Person && !entry.Named || entry.Kind == SourceKind.Institution) is >= 0 and var many ? many : Subject(mention, plural: true),
        "it" or "its" => Body(mention),
        _ => entries.FindIndex(entry => entry.Name == mention.Name),
    };

    /// <summary>The person last told of: the last source, or the subject of a sentence since.</summary>
    private int Nearest(Mention mention)
    {
        var female = mention.Name is "she" or "her";
        var best = -1;
        var place = -1;
        for (var at = 0; at < entries.Count; at++)
        {
            if (entries[at].Kind != SourceKind.Person || entries[at].Mentions.Count == 0 || Contradicts(entries[at], female) || !entries[at].Named && entries[at].Nouns.Any(noun => noun.EndsWith('s')))
                continue;
            var last = entries[at].Mentions.Max(words => words.First);
            if (last > place && last < mention.Words.First)
                (best, place) = (at, last);
        }

        for (var at = mention.Words.First - 1; at > place && at > mention.Words.First - 120; at--)
        {
            if (analysis.Name(at) is not ("B-PER" or "I-PER") || analysis.SentenceOf(at) < 0 || analysis.Label(at) is not ("nsubj" or "nsubj:pass"))
                continue;
            var subject = reader.Read(new Stretch(analysis.LeftEdge(at), at + 1), at);
            if (subject.Reference != Reference.Name || subject.Kind != SourceKind.Person)
                continue;
            if (ByName(subject) is >= 0 and var known)
                return known;
            entries.Add(New(subject));
            entries[^1].Role = subject.Role;
            return entries.Count - 1;
        }

        return best;
    }

    /// <summary>The body or document last told of: the last such source, or the subject of a sentence since.</summary>
    private int Body(Mention mention)
    {
        var known = Latest(entry => entry.Kind is SourceKind.Institution or SourceKind.Document);
        return known >= 0 ? known : Subject(mention, plural: false);
    }

    /// <summary>The noun phrase last told of that a pronoun can stand for, though it has said nothing yet: a body or document, or people; -1 where there is none.</summary>
    private int Subject(Mention mention, bool plural)
    {
        for (var at = mention.Words.First - 1; at >= 0 && at > mention.Words.First - 80; at--)
        {
            if (analysis.SentenceOf(at) < 0 || analysis.Tag(at)[0] != 'N' || analysis.Label(at) is not ("nsubj" or "nsubj:pass" or "obl:agent"))
                continue;
            var last = at;
            while (last + 1 < mention.Words.First && analysis.Tag(last + 1) is "NNP" or "NNPS")
                last++;
            var subject = reader.Read(new Stretch(analysis.LeftEdge(at), last + 1), last);
            var people = subject.Kind == SourceKind.Person && subject.Reference != Reference.Name && analysis.Tag(at) == "NNS";
            if (subject.Reference == Reference.Pronoun || !(plural ? people : subject.Kind is SourceKind.Institution or SourceKind.Document && SourceWords.Of(copy.Word(at)) is not SourceKind.Person))
                continue;
            entries.Add(New(subject));
            Add(entries[^1], subject);
            return entries.Count - 1;
        }

        return -1;
    }

    private static bool Contradicts(Entry entry, bool female)
    {
        var words = entry.Nouns.Concat(entry.Role is { } role ? Parts(role) : []).Concat(Parts(entry.Name).Take(1)).Select(word => word.ToLowerInvariant().TrimEnd('.'));
        return female
            ? words.Any(word => word is "spokesman" or "chairman" or "king" or "father" or "son" or "brother" or "mr" or "husband" or "congressman" or "policeman" or "man")
            : words.Any(word => word is "spokeswoman" or "chairwoman" or "queen" or "mother" or "daughter" or "sister" or "mrs" or "ms" or "wife" or "congresswoman" or "policewoman" or "woman");
    }

    /// <summary>The noun phrase that a relative pronoun stands for.</summary>
    private Stretch? Antecedent(Mention mention)
    {
        var at = mention.Words.First - 1;
        var sentence = analysis.SentenceOf(mention.Words.First);
        if (sentence < 0)
            return null;
        var first = copy.Sentences[sentence].First;
        if (at > first && copy.Mark(at) == ',')
            at--;
        // "Doe, 61, who".
        if (at - 2 >= first && analysis.Tag(at) == "CD" && copy.Mark(at - 1) == ',' && analysis.Tag(at - 2) == "NNP")
            at -= 2;
        if (at < first || analysis.Tag(at)[0] != 'N')
            return null;
        var start = at;
        while (start > first && analysis.Tag(start - 1) is "NN" or "NNS" or "NNP" or "NNPS" or "JJ" or "DT" or "PRP$" or "CD" or "POS")
            start--;
        return new Stretch(start, at + 1);
    }

    private static int LastNoun(Stretch words) => words.End - 1;
}
