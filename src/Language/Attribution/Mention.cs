using Wireroom.Language.Tagging;
using Wireroom.Language.Text;

namespace Wireroom.Language.Attribution;

/// <summary>How a source is spoken of in one place.</summary>
internal enum Reference
{
    /// <summary>By a name: "SANA", "Foreign Minister Davor Ivo Stier".</summary>
    Name,

    /// <summary>By a noun that stands for one told of before: "the group".</summary>
    Definite,

    /// <summary>By a noun of its own: "a military source", "police".</summary>
    Noun,

    /// <summary>By a pronoun.</summary>
    Pronoun,
}

/// <summary>What the words for a source say: its name or noun, its kind, its role, what else is told about it.</summary>
internal sealed record Mention
{
    public required Stretch Words { get; init; }

    public required int Head { get; init; }

    public required Reference Reference { get; init; }

    /// <summary>The name, or the noun phrase without its article, or the pronoun.</summary>
    public required string Name { get; init; }

    /// <summary>The head noun in lower case.</summary>
    public required string Noun { get; init; }

    public required SourceKind? Kind { get; init; }

    /// <summary>A short name in brackets after it, or null.</summary>
    public string? Letters { get; init; }

    /// <summary>True after "a": one not told of before.</summary>
    public bool Indefinite { get; init; }

    public string? Role { get; init; }

    public IReadOnlyList<string> Descriptions { get; init; } = [];

    public string? Interest { get; init; }

    /// <summary>The words of the one who published it ("footage published by SANA"), or null.</summary>
    public Stretch? Publisher { get; init; }
}

/// <summary>Reads the words for a source.</summary>
internal sealed class MentionReader(Analysis analysis)
{
    private static readonly System.Collections.Frozen.FrozenSet<string> Firms = System.Collections.Frozen.FrozenSet.ToFrozenSet(
        "Metals Airlines Airways Holdings Securities Energy Motors Foods Systems Technologies Research Partners Capital Industries Stores Pharmaceuticals Petroleum Steel Mining Insurance Telecom Shipping Register Forum Action Alliance Initiative Lines Waters Waterworks Railways Rail Power Electric Gas Oil Works Shipyards Ports Logistics Studios Brothers Group".Split(' '));

    // Tokens in which a reader still has in mind what was told of.
    private const int Memory = 2000;

    private readonly Copy copy = analysis.Copy;

    /// <summary>Reads the words of a stretch whose head is known.</summary>
    public Mention Read(Stretch words, int head)
    {
        head = BeforePlace(words, Math.Clamp(head, words.First, words.End - 1));
        var text = Lower(head);
        if (analysis.Tag(head) is "PRP" or "WP" or "WDT" or "PRP$" || text is "who" or "which" or "that")
            return new Mention { Words = words, Head = head, Reference = Reference.Pronoun, Name = text, Noun = text, Kind = null };

        var name = NameIn(words, head);
        // "according to “The Long Night” by Doe", "according to matin.fr": a title, and the address of an outlet.
        var titled = copy.QuotationOf[words.First] is >= 0 and var quotation && copy.Quotations[quotation].First == words.First && head < copy.Quotations[quotation].End;
        if (titled || words.Length == 1 && copy.Word(head).IndexOf('.') is > 0 and var dot && dot < copy.Word(head).Length - 1 && char.IsLower(copy.Word(head)[^1]))
        {
            return new Mention { Words = words, Head = head, Reference = Reference.Name, Name = copy.Words(words.First, words.End), Noun = "", Kind = titled ? SourceKind.Document : SourceKind.Institution };
        }

        // A word before or after the name is its role: "state news agency SANA", "Maamoun Abdelkarim, head of antiquities".
        var noun = name is { } found && found.Holds(head) ? NounBefore(words, found) : head;
        var kind = KindOf(words, head, name, noun);
        var (descriptions, interest) = Descriptions(words, name, kind);
        var publisher = Publisher(words);
        if (name is { } named)
        {
            return new Mention
            {
                Words = words,
                Head = head,
                Reference = Reference.Name,
                Name = WithoutArticle(copy.Words(named.First, named.End)),
                Noun = noun >= 0 ? Lower(noun) : "",
                Kind = kind,
                Role = Role(words, named),
                Descriptions = descriptions,
                Interest = interest,
                Publisher = publisher,
            };
        }

        // "PM slams …": an office alone stands for its holder.
        if (words.Length == 1 && char.IsUpper(copy.Mark(head)) && SourceWords.Offices.Contains(text))
            return new Mention { Words = words, Head = head, Reference = Reference.Name, Name = copy.Word(head).ToString(), Noun = text, Kind = SourceKind.Person };

        // "Croatian FM": a country's office has one holder.
        if (words.Length == 2 && head == words.First + 1 && (NameLists.Of(copy.Word(words.First)) & (NameLists.Demonym | NameLists.Place)) != 0 && char.IsUpper(copy.Mark(head)) && SourceWords.Titles.Contains(text))
            return new Mention { Words = words, Head = head, Reference = Reference.Name, Name = copy.Words(words.First, words.End), Noun = text, Kind = SourceKind.Person };

        var first = analysis.Tag(words.First) is "DT" or "PRP$" ? words.First + 1 : words.First;
        while (first < head && SourceWords.Unnamed.Contains(Lower(first)))
            first++;
        var end = Math.Min(words.End, head + 1);
        // "spokesman for the interior ministry" is more telling than "spokesman".
        if (head + 1 < words.End && analysis.Tag(head + 1) == "IN" && copy.Mark(words.End - 1) != ',' && words.End - head < 9 && !HasMark(head, words.End))
            end = words.End;
        first = Math.Min(first, head);
        // "State media and a monitoring group" are one source of two.
        if (head + 1 < words.End && analysis.Is(head + 1, "and") && !HasMark(head, words.End))
            end = words.End;
        var definite = words.First == head - 1 && analysis.Is(words.First, "the") || words.First == head - 1 && copy.Word(words.First).ToString().ToLowerInvariant() is "this" or "that" or "these";
        // "the UN refugee agency (UNHCR)": the letters in brackets are another name.
        var letters = head + 3 < words.End + 1 && copy.Mark(head + 1) == '(' && IsProper(head + 2) ? copy.Word(head + 2).ToString() : null;
        return new Mention
        {
            Words = words,
            Head = head,
            Letters = letters,
            Indefinite = analysis.Is(words.First, "a") || analysis.Is(words.First, "an") || analysis.Is(words.First, "another"),
            Reference = definite && end == head + 1 ? Reference.Definite : Reference.Noun,
            Name = copy.Words(first, Math.Max(end, first + 1)),
            Noun = text,
            Kind = kind,
            Descriptions = descriptions,
            Interest = interest,
            Publisher = publisher,
        };
    }

    /// <summary>The noun before the first "at", "in", "for" or "with" where the head was sought behind it: "analysts at Brandt Oller" are analysts, "the widow of painter Doe" is no painter.</summary>
    private int BeforePlace(Stretch words, int head)
    {
        for (var at = words.First; at < head && copy.Mark(at) is not (',' or '(' or '—' or '–'); at++)
        {
            if (at > words.First && analysis.Is(at, "of") && Lower(at - 1) is "widow" or "wife" or "husband" or "son" or "daughter" or "brother" or "sister" or "mother" or "father" or "friend" or "friends" or "lawyer" or "lawyers" or "relative" or "relatives" or "neighbour" or "neighbor" or "cousin" or "uncle" or "aunt" or "colleague" or "colleagues" or "supporters" or "aides" or "allies" or "critics" or "family")
                return at - 1;
            if (at > words.First && Lower(at) is "at" or "in" or "for" or "with" or "from" or "near" or "inside" or "within" && analysis.Tag(at - 1) is "NN" or "NNS" or "NNP" or "NNPS" && !(OrganisationWord(at) && IsProper(at - 1)))
                return at - 1;
        }

        return head;
    }

    private string Lower(int token) => copy.Word(token).ToString().ToLowerInvariant();

    private bool HasMark(int first, int end)
    {
        for (var at = first; at < end; at++)
        {
            if (!char.IsLetterOrDigit(copy.Mark(at)) && copy.Mark(at) is not ('-' or '\'' or '’'))
                return true;
        }

        return false;
    }

    /// <summary>The run of capital words that names the source: the one that holds the head, or one beside it that is a person's.</summary>
    private Stretch? NameIn(Stretch words, int head)
    {
        Stretch? best = null;
        // "a man who gave his name only as Salem".
        for (var at = words.First + 3; at + 1 < words.End; at++)
        {
            if (analysis.Is(at, "as") && IsProper(at + 1) && Enumerable.Range(1, 3).Any(back => Lower(at - back) is "name" or "himself" or "herself"))
                return new Stretch(at + 1, at + 2 < words.End && IsProper(at + 2) ? at + 3 : at + 2);
        }

        for (var at = words.First; at < words.End; at++)
        {
            if (!IsProper(at))
                continue;
            var end = at + 1;
            while (end < words.End && (IsProper(end) || Joins(end, words)))
                end++;
            while (end > at + 1 && !IsProper(end - 1) && copy.Mark(end - 1) != '.')
                end--;
            var run = WithoutTitles(new Stretch(at, end));
            var next = end;
            if (run.Length > 0)
            {
                var holds = new Stretch(at, end).Holds(head);
                var person = IsPerson(run);
                var owner = end < words.End && analysis.Tag(end) == "POS";
                // "an Israeli army spokesman", "Syria's head of antiquities", "a White House official": the name is somebody else's.
                if (!owner && (holds && !OnlyAdjective(run, words, head) || Beside(at, run, head, words, person)))
                {
                    if (best is null || holds && !best.Value.Holds(head) && !IsPerson(best.Value) || person && !IsPerson(best.Value))
                        best = run;
                }
            }

            at = next - 1;
        }

        return best;
    }

    /// <summary>True for a name beside a noun that tells what it is: at the start, after a comma ("the mayor, Jane Doe,", "the head of the panel, lawyer Jane Doe"), or right after ("president Jane Doe").</summary>
    private bool Beside(int start, Stretch run, int head, Stretch words, bool person)
    {
        if (start == words.First)
            return person && run.Length > 1 && !InPhrase(run);
        var role = start;
        while (role > head + 1 && analysis.Tag(role - 1) is "NN" or "JJ")
            role--;
        if (start > head && (copy.Mark(start - 1) == ',' || (person || run.Length > 1 && SourceWords.Of(copy.Word(start - 1)) is SourceKind.Person) && copy.Mark(role - 1) == ','))
            return (person || SourceWords.Of(copy.Word(head)) is not null) && (run.End == words.End || copy.Mark(run.End) == ',');
        // "prosecutor Jane Doe", "operations chief Jane Doe": of people the name follows the trade at once.
        if (start > head && run.Length > 1 && role == head + 1 && char.IsLower(copy.Mark(start - 1)) && (SourceWords.Of(copy.Word(start - 1)) == SourceKind.Person || SourceWords.Titles.Contains(Lower(start - 1))))
            return true;
        return start == head + 1 && (person || SourceWords.Titles.Contains(Lower(head)) || SourceWords.Of(copy.Word(head)) == SourceKind.Institution);
    }

    private bool InPhrase(Stretch run) => run.First > 0 && analysis.Tag(run.First - 1) is "IN" or "TO";

    private bool OnlyAdjective(Stretch run, Stretch words, int head) => run.End <= head && words.End > head && !IsProper(head);

    private bool IsProper(int token) => !Common(token) && Proper(token);

    /// <summary>A common noun that a sentence or a headline begins with: "Witnesses said", "Study finds".</summary>
    private bool Common(int token)
    {
        var sentence = analysis.SentenceOf(token);
        return sentence >= 0 && token == copy.Sentences[sentence].First && SourceWords.Of(copy.Word(token)) is not null && !SourceWords.Titles.Contains(Bare(token))
            && !(token + 1 < copy.Tokens.Count && char.IsUpper(copy.Mark(token + 1)));
    }

    private bool Proper(int token) => char.IsUpper(copy.Mark(token)) && (NameLists.Of(copy.Word(token)) & NameLists.Place) != 0 || analysis.Tag(token) is "NNP" or "NNPS" && HasCapital(token) || char.IsUpper(copy.Mark(token)) && (Before(token) || Behind(token)) || char.IsUpper(copy.Mark(token)) && (analysis.Name(token) != "O" || copy.Word(token).Length > 1 && copy.Word(token).IndexOfAnyInRange('a', 'z') < 0 && (token > 0 || copy.Tokens.Count > 1 && copy.Word(0).Length < 7 && copy.Mark(1) == ':') && copy.Word(token) is not "I");

    private bool HasCapital(int token)
    {
        foreach (var unit in copy.Word(token))
        {
            if (char.IsUpper(unit))
                return true;
        }

        return false;
    }

    /// <summary>A capital adjective or title that a name goes on from: "Syrian Observatory", "Foreign Minister".</summary>
    private bool Before(int token) => token + 1 < copy.Tokens.Count && analysis.Tag(token) is "JJ" or "NN" && analysis.Tag(token + 1) is "NNP" or "NNPS" or "NN" or "JJ" && char.IsUpper(copy.Mark(token + 1));

    /// <summary>A noun with a capital behind another word with one: "Syrian Observatory".</summary>
    private bool Behind(int token) => token > 0 && analysis.Tag(token) is "NN" or "NNS" && analysis.Tag(token - 1) is "NNP" or "NNPS" or "JJ" && char.IsUpper(copy.Mark(token - 1));

    private bool Joins(int token, Stretch words)
    {
        if (token + 1 >= words.End || !IsProper(token + 1) && !(analysis.Is(token + 1, "the") && token + 2 < words.End && IsProper(token + 2)))
            return analysis.Is(token, "the") && token > words.First && (analysis.Is(token - 1, "of") || analysis.Is(token - 1, "for")) && token + 1 < words.End && IsProper(token + 1);
        if (copy.Mark(token) is '-' or '&' || copy.Mark(token) is '’' or '\'' && copy.Word(token).Length <= 2 && analysis.Tag(token) != "POS")
            return true;
        // "Wolf-Dietrich Prinz zu Ehrenau".
        if (Lower(token) is "zu" or "af" or "av" or "du" or "dos" or "das" or "da" or "di" or "del" or "della" or "ibn" or "ter" or "ten" or "den" or "van" or "von" or "de" && token > words.First && IsProper(token - 1))
            return true;
        return Lower(token) is "of" or "for" or "and" or "de" or "bin" or "al" or "van" or "von" or "der" or "la" && (analysis.Name(token) != "O" || Lower(token) is "of" or "for" && OrganisationWord(token));
    }

    /// <summary>True where the word before "of" or "for" is one that organisations are called by: "Observatory for", "Ministry of".</summary>
    private bool OrganisationWord(int token) => token > 0 && ((NameLists.Of(copy.Word(token - 1)) & NameLists.Organisation) != 0 || Lower(token - 1) is "university" or "bank" or "department" or "house" or "chamber" or "council" or "institute" or "republic" or "kingdom");

    /// <summary>Of a person's run the name alone, without what stands before the last title; of a body's the whole.</summary>
    private Stretch WithoutTitles(Stretch run)
    {
        var lists = NameLists.Of(copy.Word(run.End - 1));
        if ((lists & NameLists.Organisation) != 0 && (lists & NameLists.Title) == 0 || SourceWords.Of(copy.Word(run.End - 1)) is SourceKind.Institution or SourceKind.Document)
            return run;
        var first = run.First;
        // A trade has a capital only where the sentence begins with it: "Developer Cindra".
        if (run.Length > 1 && SourceWords.Trades.Contains(Lower(run.First)))
            return run with { First = run.First + 1 };
        for (var at = run.First; at < run.End; at++)
        {
            if (SourceWords.Titles.Contains(Bare(at)) || SourceWords.Of(copy.Word(at)) == SourceKind.Person)
                first = at + 1;
        }

        // "Observatory for Human Rights", "Secretary of State": what follows a small word is no name after a title.
        return first > run.First && first < run.End && !char.IsUpper(copy.Mark(first)) ? run : run with { First = first };
    }

    private string Bare(int token) => Lower(token).TrimEnd('.');

    private bool IsPerson(Stretch run)
    {
        if (run.Length == 0)
            return false;
        for (var at = run.First; at < run.End; at++)
        {
            if (analysis.Name(at) is "B-PER" or "I-PER" || (NameLists.Of(copy.Word(at)) & NameLists.FirstName) != 0 && at == run.First)
                return true;
        }

        return run.First > 0 && SourceWords.Titles.Contains(Bare(run.First - 1));
    }

    /// <summary>The noun right before a name that tells what it is: "news agency" before SANA.</summary>
    private int NounBefore(Stretch words, Stretch name)
    {
        var at = name.First - 1;
        if (at >= words.First && copy.Mark(at) == ',')
            at--;
        return at >= words.First && (analysis.Tag(at)[0] == 'N' || Lower(at) is "daily" or "weekly" or "tabloid") ? at : -1;
    }

    private SourceKind? KindOf(Stretch words, int head, Stretch? name, int noun)
    {
        if (name is { } run)
        {
            if (noun >= 0 && noun != head && SourceWords.Of(copy.Word(noun)) is { } before)
                return before;
            var leads = run.First <= words.First + 1 && head >= run.End && run.Length > 1;
            if (!run.Holds(head) && !leads && SourceWords.Of(copy.Word(head)) is { } common && common != SourceKind.Person)
                return common;
            var last = copy.Word(run.End - 1);
            var lists = Lists(run);
            if (Firms.Contains(last.ToString()) || ((lists & NameLists.Organisation) != 0 || run.Length > 1 && SourceWords.Outlets.Contains(last.ToString())) && (NameLists.Of(copy.Word(run.First)) & NameLists.FirstName) == 0)
                return SourceWords.Of(last) is SourceKind.Document ? SourceKind.Document : SourceKind.Institution;
            // "BalticNet", "YouGov": capitals within a word, but for "McCarthy" and "DeLuca".
            if (run.Length == 1 && last.Length > 4 && char.IsLower(last[1]) && last[2..].IndexOfAnyInRange('A', 'Z') >= 0 && !last.StartsWith("Mc", StringComparison.Ordinal) && !last.StartsWith("Mac", StringComparison.Ordinal) && !last.StartsWith("De", StringComparison.Ordinal) && !last.StartsWith("La", StringComparison.Ordinal) && !last.StartsWith("Le", StringComparison.Ordinal) && !last.StartsWith("Fitz", StringComparison.Ordinal))
                return SourceKind.Institution;
            // "Swiss-based Corvex".
            if (run.First - 1 > words.First && Lower(run.First - 1) is "based" or "listed" or "owned" && copy.Mark(run.First - 2) == '-')
                return SourceKind.Institution;
            if (run.Length == 1 && (lists & NameLists.Place) != 0 && (lists & NameLists.FirstName) == 0)
                return SourceKind.Institution;
            // "the Süddonau Zeitung": people have no article.
            if (run.First > words.First && analysis.Is(run.First - 1, "the") && (lists & (NameLists.FirstName | NameLists.Title)) == 0 && run.Holds(head))
                return SourceWords.Of(last) is SourceKind.Document ? SourceKind.Document : SourceKind.Institution;
            // "Doe, who claimed the title", "Doe, reached on his phone".
            for (var at = run.End; at < words.End; at++)
            {
                if (at == run.End + 1 && copy.Mark(run.End) == ',' && Lower(at) == "who" || at > run.End + 1 && Lower(at) is "his" or "her" && run.Length < 3)
                    return SourceKind.Person;
            }

            if (IsPerson(run) || !run.Holds(head) && !leads && SourceWords.Of(copy.Word(head)) == SourceKind.Person)
                return SourceKind.Person;
            if (SourceWords.Of(last) is { } of && char.IsUpper(last[0]) && run.Length > 1)
                return of;
            if ((lists & NameLists.Place) != 0 || analysis.Name(run.First) is "B-LOC" or "B-ORG")
                return SourceKind.Institution;
            // Capitals only, or with "the": an organisation. Two plain words: a person.
            if (last.IndexOfAnyInRange('a', 'z') < 0 && last.Length > 1 || run.First > words.First && analysis.Is(run.First - 1, "the"))
                return SourceKind.Institution;
            return SourceKind.Person;
        }

        // "guards said": of the two only the body is written with a capital, but for "the coast guard".
        if (Lower(head) is "guard" or "guards" && char.IsLower(copy.Mark(head)))
            return head > words.First && Lower(head - 1) is "coast" or "national" or "home" ? SourceKind.Institution : SourceKind.Person;
        if (Lower(head) == "paper")
            return IsStudy(words, head) ? SourceKind.Document : SourceKind.Institution;
        return SourceWords.Of(copy.Word(head)) ?? (analysis.Tag(head) == "NNS" ? SourceKind.Person : null);
    }

    /// <summary>True for a paper that somebody wrote, and not one that is sold: "a white paper", "an internal paper from 2022", and "the paper" after one of these or a journal.</summary>
    private bool IsStudy(Stretch words, int head)
    {
        if (Written(head) || head + 1 < words.End && (analysis.Is(head + 1, "in") || analysis.Is(head + 1, "from") || analysis.Is(head + 1, "by")))
            return true;
        for (var at = words.First - 1; at > Math.Max(0, words.First - Memory); at--)
        {
            var word = Lower(at);
            if (word is "newspaper" or "daily" or "tabloid" or "weekly" || SourceWords.Outlets.Contains(copy.Word(at).ToString()))
                return false;
            if (word is "journal" or "study" or "paper" && (Written(at) || analysis.Is(at - 1, "a")))
                return true;
        }

        return false;
    }

    private bool Written(int paper) => paper > 0 && Lower(paper - 1) is "white" or "green" or "working" or "discussion" or "research" or "position" or "internal" or "policy" or "strategy" or "leaked" or "draft" or "scientific" or "confidential" or "academic" or "consultation" or "briefing";

    private byte Lists(Stretch run)
    {
        byte lists = 0;
        for (var at = run.First; at < run.End; at++)
            lists |= NameLists.Of(copy.Word(at));
        return lists;
    }

    /// <summary>What stands before the name, or after it between commas.</summary>
    private string? Role(Stretch words, Stretch name)
    {
        var first = analysis.Tag(words.First) == "DT" ? words.First + 1 : words.First;
        var end = name.First;
        while (end > first && copy.Mark(end - 1) == ',')
            end--;
        if (end > first)
            return copy.Words(first, end);
        if (name.End + 1 < words.End && copy.Mark(name.End) == ',')
        {
            var start = name.End + 1;
            var stop = words.End;
            while (stop > start && copy.Mark(stop - 1) == ',')
                stop--;
            // "Jane Doe, 31, a teacher": the age is no role.
            if (analysis.Tag(start) == "CD" && start + 2 < stop && copy.Mark(start + 1) == ',')
                start += 2;
            if (analysis.Tag(start) == "DT" && start + 1 < stop)
                start++;
            if (stop > start && analysis.Tag(start) is not ("WP" or "WDT" or "CD"))
                return copy.Words(start, stop);
        }

        return null;
    }

    private (IReadOnlyList<string> Words, string? Interest) Descriptions(Stretch words, Stretch? name, SourceKind? kind)
    {
        var found = new List<string>();
        string? interest = null;
        for (var at = words.First; at < words.End; at++)
        {
            if (name is { } run && run.Holds(at))
                continue;
            if (at + 2 < words.End && copy.Mark(at + 1) == '-' && copy.Tokens[at].End == copy.Tokens[at + 1].Start && copy.Tokens[at + 1].End == copy.Tokens[at + 2].Start)
            {
                // "Una-Sana" is a name and tells nothing; "Britain-based" does.
                if (char.IsUpper(copy.Mark(at + 2)) && Lower(at) is not ("pro" or "anti" or "non" or "ex"))
                    continue;
                var compound = copy.Words(at, at + 3);
                found.Add(compound);
                if (Lower(at) is "pro" or "anti" || Lower(at + 2) is "backed" or "aligned" or "led" or "controlled" or "owned" or "run" or "funded" or "allied" or "affiliated" or "linked")
                    interest ??= compound;
                at += 2;
                continue;
            }

            if (SourceWords.Unnamed.Contains(Lower(at)))
                found.Add(Lower(at));
            else if (interest is null && SourceWords.Sides.Contains(Lower(at)) && kind is not null && at + 1 < words.End && analysis.Tag(at + 1)[0] == 'N')
                interest = Lower(at);
        }

        // "who asked not to be named", "speaking on condition of anonymity": inside the words or right after them.
        var sentence = analysis.SentenceOf(words.First);
        var limit = sentence < 0 ? words.End : copy.Sentences[sentence].End;
        for (var at = words.First; at < limit; at++)
        {
            if (Lower(at) is not ("anonymity" or "named" or "identified" or "anonymously"))
                continue;
            var start = at;
            while (start > words.First && at - start < 16 && Lower(start) is not ("who" or "speaking" or "on" or "because" or "requesting" or "insisting" or "asking" or "declining" or "but") && !(start < at && copy.Mark(start - 1) == ','))
                start--;
            if (Lower(at) is "named" or "identified" && !(Enumerable.Range(start, at - start).Any(word => Lower(word) is "not" or "refused" or "declined" or "without" or "wished")))
                continue;
            found.Add(copy.Words(start, at + 1));
            break;
        }

        return (found, interest);
    }

    /// <summary>Who published a document or pictures: the words after "published by".</summary>
    private Stretch? Publisher(Stretch words)
    {
        for (var at = words.First + 1; at + 2 < words.End; at++)
        {
            if (!SourceWords.Published.Contains(Lower(at)) || !analysis.Is(at + 1, "by"))
                continue;
            var end = at + 2;
            while (end < words.End && (analysis.Tag(end) is "DT" or "JJ" or "NN" or "NNS" or "NNP" or "NNPS" or "POS" || Joins(end, words)))
                end++;
            return end > at + 2 ? new Stretch(at + 2, end) : null;
        }

        return null;
    }

    private static string WithoutArticle(string name) => name.StartsWith("The ", StringComparison.Ordinal) || name.StartsWith("the ", StringComparison.Ordinal) ? name[4..] : name;
}
