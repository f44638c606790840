using System.Runtime.InteropServices;
using Wireroom.Language.Attribution;
using Wireroom.Language.Text;

namespace Wireroom.Language.Tagging;

/// <summary>A passage with its parts of speech, names and parse; a clause is parsed when somebody first asks for it.</summary>
internal sealed class Analysis
{
    private readonly Taggers taggers = Taggers.Shared;
    private readonly byte[] tags;
    private readonly byte[] names;
    private readonly int[] heads;
    private readonly byte[] labels;
    private readonly int[] leftEdge;
    private readonly int[] rightEdge;
    private readonly int[] sentenceOf;
    private readonly bool[] parsed;

    public Analysis(Copy copy)
    {
        Copy = copy;
        var count = copy.Tokens.Count;
        (tags, names, labels) = (new byte[count], new byte[count], new byte[count]);
        (heads, leftEdge, rightEdge, sentenceOf) = (new int[count], new int[count], new int[count], new int[count]);
        parsed = new bool[count];
        Array.Fill(sentenceOf, -1);
        // The marks of quotation are known already, and which way they face.
        tags.AsSpan().Fill(Taggers.Mark);
        var (opens, closes) = (taggers.TagOf("``"), taggers.TagOf("''"));
        foreach (var quotation in copy.Quotations)
        {
            tags[quotation.First] = opens;
            if (quotation.Closed)
                tags[quotation.End - 1] = closes;
        }

        for (var at = 0; at < copy.Sentences.Count; at++)
        {
            var sentence = copy.Sentences[at];
            sentenceOf.AsSpan(sentence.First, sentence.Length).Fill(at);
            var tokens = Taggers.Of(copy, sentence);
            taggers.Tag(copy.Text, tokens, tags.AsSpan(sentence.First, sentence.Length));
            SayVerbs(sentence);
            taggers.Name(copy.Text, tokens, tags.AsSpan(sentence.First, sentence.Length), names.AsSpan(sentence.First, sentence.Length));
        }
    }

    public Copy Copy { get; }

    /// <summary>The part of speech (Penn Treebank).</summary>
    public string Tag(int token) => tags[token] == Taggers.Mark ? ":" : taggers.TagNames[tags[token]];

    /// <summary>"O", or the class of the name that holds the token: "B-PER", "I-ORG".</summary>
    public string Name(int token) => NameFeatures.Classes[names[token]];

    /// <summary>The sentence that holds the token, or -1 in a dateline.</summary>
    public int SentenceOf(int token) => sentenceOf[token];

    /// <summary>The token's head, or -1 at the root.</summary>
    public int Head(int token)
    {
        Parse(token);
        return heads[token];
    }

    /// <summary>The relation to the head (Universal Dependencies).</summary>
    public string Label(int token)
    {
        Parse(token);
        return taggers.LabelName(labels[token]);
    }

    /// <summary>The first token below this one, itself included.</summary>
    public int LeftEdge(int token)
    {
        Parse(token);
        return leftEdge[token];
    }

    /// <summary>The last token below this one, itself included.</summary>
    public int RightEdge(int token)
    {
        Parse(token);
        return rightEdge[token];
    }

    /// <summary>The dependents of a token, from left to right.</summary>
    public IEnumerable<int> Children(int token)
    {
        Parse(token);
        var last = rightEdge[token];
        for (var at = leftEdge[token]; at <= last; at++)
        {
            if (heads[at] == token)
                yield return at;
        }
    }

    /// <summary>The first dependent with the label, or -1.</summary>
    public int Child(int token, string label)
    {
        Parse(token);
        var last = rightEdge[token];
        for (var at = leftEdge[token]; at <= last; at++)
        {
            if (heads[at] == token && taggers.LabelName(labels[at]) == label)
                return at;
        }

        return -1;
    }

    /// <summary>True where the token is the other or stands below it.</summary>
    public bool Below(int token, int other)
    {
        Parse(token);
        for (var at = token; at >= 0; at = heads[at])
        {
            if (at == other)
                return true;
        }

        return false;
    }

    /// <summary>True where the word, in lower case, is one of these.</summary>
    public bool Is(int token, string word) => token >= 0 && token < Copy.Tokens.Count && Copy.Word(token).Equals(word, StringComparison.OrdinalIgnoreCase);

    /// <summary>True where a quotation that is a clause of its own ends right before the token, or begins with it after a comma or a colon.</summary>
    private bool Parts(int first, int token, Sentence sentence)
    {
        var before = Copy.QuotationOf[token - 1];
        if (before >= 0 && Copy.Quotations[before].Closed && Copy.Quotations[before].End == token && token - 2 >= sentence.First)
        {
            if (Copy.Quotations[before].First > first && !HasFinite(Copy.Quotations[before].First, token))
                return false;
            var mark = Copy.Mark(token - 2);
            return mark is ',' or '.' or '?' or '!' or '…' or '—' or '–' || mark is '\'' or '’' && token - 3 >= sentence.First && Copy.Mark(token - 3) is ',' or '.' or '?' or '!';
        }

        var here = Copy.QuotationOf[token];
        return here >= 0 && Copy.Quotations[here].First == token && Copy.Mark(token - 1) is ',' or ':';
    }

    /// <summary>True for a finite verb, a modal among them.</summary>
    public bool IsFinite(int token) => Tag(token) is "VBD" or "VBZ" or "VBP" or "MD";

    /// <summary>True where a finite verb stands among the words from the first to before the end.</summary>
    public bool HasFinite(int first, int end)
    {
        for (var at = first; at < end; at++)
        {
            if (IsFinite(at))
                return true;
        }

        return false;
    }

    /// <summary>True where there is a finite verb that no relative or asking word governs.</summary>
    public bool HasClause(int first, int end)
    {
        var verbs = 0;
        for (var at = first; at < end; at++)
            verbs += Tag(at) switch { "VBD" or "VBZ" or "VBP" or "MD" => 1, "WP" or "WDT" or "WRB" => -1, _ => 0 };
        return verbs > 0;
    }

    /// <summary>True for "put the number at 24", "puts the toll at nine": how much there is of something is told.</summary>
    public bool Counts(int verb, Sentence sentence)
    {
        if (!Is(verb, "put") && !Is(verb, "puts"))
            return false;
        var counted = false;
        for (var at = verb + 1; at + 1 < sentence.End && at < verb + 14; at++)
        {
            if (counted && Is(at, "at"))
                return Tag(at + 1) is "CD" or "$" or "RB" or "JJR" or "IN" || Is(at + 1, "a") || Is(at + 1, "some");
            if (Tag(at) is not ("DT" or "JJ" or "NN" or "NNS" or "NNP" or "CD" or "POS" or "PRP$" or "HYPH" or "IN" or "VBN" or "VBG" or "RP"))
                return false;
            counted |= Copy.Word(at) is "toll" or "number" or "numbers" or "savings" or "count" or "figure" or "total" or "damage" or "loss" or "losses" or "cost" or "costs" or "turnout" or "crowd" or "share" or "strength";
        }

        return false;
    }

    /// <summary>Where the noun phrase begins that ends at a noun, at a bound the earliest.</summary>
    public int PhraseStart(int noun, int bound)
    {
        while (noun > bound && Tag(noun - 1) is "NNP" or "NNPS" or "NN" or "NNS" or "JJ" or "DT" or "PRP$" or "POS" or "CD")
            noun--;
        return noun;
    }

    /// <summary>"Say" and "tell" are verbs in every form, whatever the words around them made of them.</summary>
    private void SayVerbs(Sentence sentence)
    {
        for (var at = sentence.First; at < sentence.End; at++)
        {
            var form = Copy.Word(at) switch
            {
                "said" or "told" or "tweeted" or "Said" or "Told" => "VBD",
                "says" or "tells" or "Says" or "Tells" => "VBZ",
                "saying" or "telling" => "VBG",
                // A word of the language as a first name: "analyst Per Lindqvist".
                "Per" or "Will" or "May" when (at > sentence.First || at + 2 < sentence.End && Tag(at + 2) is "VBD" or "VBZ" or ",") && at + 1 < sentence.End && Tag(at) is "IN" or "MD" && Tag(at + 1) == "NNP" && Copy.Paragraphs[sentence.Paragraph].Kind != ParagraphKind.Headline => "NNP",
                "say" or "tell" => "VBP",
                "put" when Tag(at) is "VBN" or "VB" && Counts(at, sentence) => "VBD",
                "confirmed" or "announced" or "added" or "claimed" or "stated" or "declared" or "argued" or "insisted" or "noted" or "explained" or "acknowledged" or "admitted" or "suggested" or "reported" or "warned" or "found" or "concluded" or "ruled"
                    or "predicted" or "testified" or "asserted" or "indicated" or "conceded" or "recalled" or "revealed" or "alleged" or "contended" or "remarked" or "mentioned" or "estimated" or "posted" or "disclosed" or "replied" or "responded" or "emphasized" or "emphasised" or "stressed" or "cautioned" or "specified" or "underlined" or "observed" when Claused(at, sentence) || Trails(at, sentence) || Takes(at, sentence) => "VBD",
                "show" when Tag(at)[0] == 'N' && at > sentence.First && Copy.Word(at - 1).ToString() is "data" or "figures" or "records" or "documents" or "papers" or "files" or "results" or "images" or "photos" or "messages" or "emails" or "minutes" or "notes" && Closes(at, sentence) || Tag(at)[0] == 'N' && Documents(at, sentence) => "VBP",
                "says" or "reports" or "writes" or "adds" or "explains" or "notes" or "warns" or "tells" or "recalls" or "argues" or "insists" or "claims" when Tag(at)[0] == 'N' && at > sentence.First + 1 && Copy.QuotationOf[at - 1] is >= 0 and var quotation && Copy.Quotations[quotation].End == at && Copy.Mark(at - 2) is ',' or '?' or '!' => "VBZ",
                "show" or "note" or "report" or "claim" or "warn" or "argue" or "suggest" or "find" or "indicate" or "estimate" or "insist" or "reveal" or "contend" or "believe" when (Tag(at)[0] == 'N' && at > sentence.First && (Tag(at - 1) == "NNS" || Copy.Word(at - 1) is "police" or "data" or "Data" or "people") || Tag(at) == "VB") && Claused(at, sentence) => "VBP",
                "shows" or "finds" or "suggests" or "reveals" or "warns" or "claims" or "reports" or "notes" or "argues" when Closes(at, sentence) => "VBZ",
                _ => null,
            };
            // "Jolly said", "Husted continued", "Clinton aides said": what stands right before the verb of saying speaks, whatever its ending looks like.
            if ((form is "VBD" or "VBZ" || Tag(at) == "VBD" && CueWords.Of(Copy.Word(at)) is { Reporting: true }) && at > sentence.First && char.IsLetter(Copy.Mark(at)))
            {
                if (at == sentence.First + 1 && Tag(at - 1) is "RB" or "VBD" or "VBN" or "VB" or "UH" or "JJ" && Copy.Word(at - 1).Length > 3 && !Openers.Has(Copy.Word(at - 1)) && !TimeWords.Has(Copy.Word(at - 1)) && !Is(at - 1, "never"))
                    tags[at - 1] = taggers.TagOf("NNP");
                else if (Tag(at - 1) == "VBZ" && at > sentence.First + 1 && Tag(at - 2) is "NNP" or "JJ" or "NN" && Copy.Word(at - 1)[^1] == 's' && Copy.Word(at - 1).Length > 3)
                    tags[at - 1] = taggers.TagOf("NNS");
                // "the midfielder said".
                else if (Tag(at - 1) == "JJR" && at > sentence.First + 1 && Tag(at - 2) == "DT")
                    tags[at - 1] = taggers.TagOf("NN");
            }

            // "A slide shown to staff": its past is another word.
            if (Tag(at) == "VBD" && Copy.Word(at) is "shown" or "seen" or "written" or "known" or "given" or "taken")
                tags[at] = taggers.TagOf("VBN");
            // "according to court documents".
            if (Tag(at) == "VBZ" && at > sentence.First + 1 && Copy.Word(at) is "documents" or "papers" or "records" or "files" && Tag(at - 1) is "NN" && Tag(at - 2) is "IN" or "TO" or "DT")
                tags[at] = taggers.TagOf("NNS");
            if (Tag(at) == "VB" && at > sentence.First + 1 && Is(at - 1, "to") && Is(at - 2, "according"))
                tags[at] = taggers.TagOf("NN");
            if (form is null || Tag(at)[0] == 'V' && !(form == "VBP" && Tag(at) == "VB" && Indicative(at, sentence)) && !(form == "VBD" && (Tag(at) == "VBN" || Is(at, "put") && !Is(at - 1, "to")) && !Perfect(at, sentence)))
                continue;
            tags[at] = taggers.TagOf(form);
        }
    }

    /// <summary>True for the last word of a sentence behind a comma and a noun phrase: "…, an internal memo seen by the agency shows".</summary>
    private bool Closes(int verb, Sentence sentence)
    {
        if (verb + 1 < sentence.End && Copy.Mark(verb + 1) != '.')
            return false;
        var comma = verb - 1;
        while (comma > sentence.First && Tag(comma) is "NN" or "NNS" or "NNP" or "NNPS" or "DT" or "JJ" or "PRP$" or "POS" or "CD" or "HYPH" or "IN" or "VBN")
            comma--;
        if (comma == verb - 1 || comma <= sentence.First || Copy.Mark(comma) != ',')
            return false;
        for (var at = sentence.First; at < comma; at++)
        {
            if (Tag(at)[0] == 'V')
                return true;
        }

        return false;
    }

    /// <summary>True before "that", a hearer or a day between or not: "The contractor, Tvora, confirmed to the agency that". A participle takes no such clause.</summary>
    private bool Claused(int verb, Sentence sentence)
    {
        var that = verb + 1;
        if (Is(that, "to") || Is(that, "on"))
        {
            do
                that++;
            while (that < sentence.End && Tag(that) is "DT" or "JJ" or "NN" or "NNS" or "NNP" or "NNPS" or "POS" or "PRP$");
        }

        // "confirmed only that", "confirmed in a note that".
        if (Is(that, "only") || Is(that, "merely"))
            that++;
        if (that + 3 < sentence.End && Copy.Word(that) is "in" or "at" or "during" && Tag(that + 1) is "DT" or "PRP$" && Copy.Word(verb) is "confirmed" or "announced" or "warned" or "admitted" or "acknowledged" or "stated" or "argued" or "explained" or "claimed" or "revealed" or "conceded" or "noted")
        {
            var place = that + 2;
            while (place < sentence.End && Tag(place) is "JJ" or "NN" or "NNS" or "NNP" or "HYPH" or "POS" or "CD")
                place++;
            if (place > that + 2 && Is(place, "that"))
                that = place;
        }

        // "found in January that".
        if (that + 2 < sentence.End && (Is(that, "in") || Is(that, "last") || Is(that, "this")) && char.IsLetter(Copy.Mark(that + 1)) && Tag(that + 1) is "NNP" or "NN" && Is(that + 2, "that"))
            that += 2;

        // ", citing a guard, that the ex-premier".
        if (that + 2 < sentence.End && Copy.Mark(that) == ',' && (Is(that + 1, "citing") || Is(that + 1, "quoting")))
        {
            do
                that++;
            while (that < sentence.End && Copy.Mark(that) != ',');
            that++;
        }

        return that + 1 < sentence.End && Is(that, "that") && (Tag(that) == "IN" || Tag(that + 1) is not ("MD" or "VBD" or "VBP"));
    }

    /// <summary>True for the only verb of its clause, between a subject and an object: "The next month, a staffer announced plans to sue".</summary>
    private bool Takes(int verb, Sentence sentence)
    {
        if (verb == sentence.First || Tag(verb) != "VBN" || Tag(verb - 1) is not ("NN" or "NNS" or "NNP" or "NNPS") || verb + 1 >= sentence.End || Tag(verb + 1) is not ("NNS" or "DT" or "PRP$"))
            return false;
        for (var at = verb - 1; at >= sentence.First && Copy.Mark(at) != ','; at--)
        {
            if (Tag(at)[0] is 'V' or 'I' or 'W' || Tag(at) is "MD" or "TO" or "CC")
                return false;
        }

        return true;
    }

    /// <summary>True where a noun phrase behind a comma and a clause speaks, with nothing but a day behind it: "…, the zoo announced on Sunday."</summary>
    private bool Trails(int verb, Sentence sentence)
    {
        var end = verb + 1;
        if (end < sentence.End && (Is(end, "on") || Is(end, "in")))
            end++;
        while (end < sentence.End && Tag(end) is "NNP" or "NN" or "RB" or "CD" or "DT" or "PRP$" or "JJ")
            end++;
        if (end < sentence.End && Copy.Mark(end) != '.' || end - verb > 5)
            return false;
        var comma = verb - 1;
        while (comma > sentence.First && Tag(comma) is "NN" or "NNS" or "NNP" or "NNPS" or "DT" or "JJ" or "PRP$" or "POS" or "HYPH")
            comma--;
        if (comma == verb - 1 || comma <= sentence.First || Copy.Mark(comma) != ',' || Is(comma + 1, "a") || Is(comma + 1, "an"))
            return false;
        for (var at = sentence.First; at < comma; at++)
        {
            if (IsFinite(at))
                return true;
        }

        return false;
    }

    /// <summary>True for the verb of documents that open the sentence: "Minutes obtained by the newspaper show", "Bank statements handed to the jury show".</summary>
    private bool Documents(int verb, Sentence sentence)
    {
        var noun = sentence.First;
        while (noun < verb && Tag(noun) is "DT" or "JJ" or "NN" or "NNP" or "CD")
            noun++;
        if (noun + 1 >= verb || Tag(noun) != "NNS" || Copy.Word(noun).ToString().ToLowerInvariant() is not ("data" or "figures" or "records" or "documents" or "papers" or "files" or "results" or "images" or "photos" or "photographs" or "messages" or "emails" or "minutes" or "notes" or "statements" or "letters" or "memos" or "recordings" or "videos" or "invoices" or "accounts" or "logs" or "receipts" or "transcripts"))
            return false;
        for (var at = noun + 2; at < verb; at++)
        {
            if (IsFinite(at) || Copy.Mark(at) == ',')
                return false;
        }

        return Tag(noun + 1) is "VBN" or "VBD" or "IN" or "JJ";
    }

    /// <summary>True where a form of "have" or "be" stands shortly before, so that the participle is one.</summary>
    private bool Perfect(int verb, Sentence sentence)
    {
        // What stands behind a comma is another's: "The brother, who has not been charged, told".
        for (var at = verb - 1; at >= sentence.First && at > verb - 6 && Copy.Mark(at) != ','; at--)
        {
            if (Copy.Word(at).ToString().ToLowerInvariant() is "have" or "has" or "had" or "'ve" or "’ve" or "'s" or "’s" or "'d" or "’d" or "having" or "is" or "are" or "was" or "were" or "be" or "been" or "being" or "get" or "got" or "gets")
                return true;
        }

        // "said by text message" is no passive.
        return verb + 2 < sentence.End && Is(verb + 1, "by") && Copy.Word(verb + 2).ToString() is not ("text" or "phone" or "telephone" or "email" or "e-mail" or "letter" or "video" or "fax");
    }

    /// <summary>True for a base form after a noun with no auxiliary, "to" or verb of causing before it: "officials say".</summary>
    private bool Indicative(int verb, Sentence sentence)
    {
        var noun = false;
        var last = verb - 1;
        // "The notes, excerpts of which were read out, say": what stands between commas is stepped over.
        if (last > sentence.First && Copy.Mark(last) == ',')
        {
            do
                last--;
            while (last > sentence.First && Copy.Mark(last) != ',');
            if (Is(last + 1, "along") && Is(verb, "say"))
                return true;
        }

        // "those surveyed say", "whose laws were struck down say": no verb takes the bare form of "say" behind a participle.
        if (last > sentence.First && Tag(last) is "VBN" or "RP" && Is(verb, "say"))
        {
            noun = true;
            last--;
        }

        for (var at = last; at >= sentence.First && at > last - 8; at--)
        {
            if (Tag(at) is "TO" or "MD" or "VB" or "VBP" or "VBD" or "VBZ" or "VBN" or "VBG" or "WP" or "WDT" or "." or "``")
                return noun && Tag(at) is "VBN" or "." or "``" or "WP" or "WDT";
            // "…: 47% say".
            if (noun && Copy.Mark(at) is ':' or ';')
                return true;
            noun |= Tag(at) is "NNS" or "NNPS" or "CD" or "DT" or "JJ";
        }

        return noun;
    }

    private void Parse(int token)
    {
        var at = sentenceOf[token];
        if (at < 0 || parsed[token])
            return;
        // What stands in quotation marks and what stands beside them are parsed apart: an arc across would only mislead.
        var sentence = Copy.Sentences[at];
        var (first, end) = (sentence.First, sentence.First);
        while (end <= token)
        {
            first = end++;
            while (end < sentence.End && !Parts(first, end, sentence))
                end++;
        }

        var length = end - first;
        taggers.Parse(CollectionsMarshal.AsSpan(Copy.Tokens).Slice(first, length), tags.AsSpan(first, length), heads.AsSpan(first, length), labels.AsSpan(first, length));
        for (var word = first; word < end; word++)
        {
            parsed[word] = true;
            heads[word] = heads[word] < 0 ? -1 : heads[word] + first;
            leftEdge[word] = rightEdge[word] = word;
        }

        for (var word = first; word < end; word++)
        {
            for (var up = heads[word]; up >= 0; up = heads[up])
            {
                leftEdge[up] = Math.Min(leftEdge[up], word);
                rightEdge[up] = Math.Max(rightEdge[up], word);
            }
        }
    }
}
