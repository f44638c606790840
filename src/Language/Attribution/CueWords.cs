using System.Collections.Frozen;

namespace Wireroom.Language.Attribution;

/// <summary>How a verb takes what is said.</summary>
internal enum CueFrame
{
    /// <summary>A clause or a quotation: "said that", "…, he added".</summary>
    Clause,

    /// <summary>A hearer, then a clause: "told reporters that".</summary>
    Hearer,

    /// <summary>A noun, an infinitive or a clause: "announced his resignation", "plans to run".</summary>
    Object,

    /// <summary>A noun, through a preposition: "called for", "spoke of".</summary>
    Preposition,
}

/// <summary>A cue verb.</summary>
/// <param name="Lemma">Its base form.</param>
/// <param name="Manner">How it tells.</param>
/// <param name="Frame">What it takes.</param>
/// <param name="Reporting">True where it reports speech, so that it stands in the ledger; others come with all cues.</param>
internal sealed record CueWord(string Lemma, Manner Manner, CueFrame Frame, bool Reporting);

/// <summary>The lexicon of cue verbs, by their forms. It is written by hand, from the verbs of wire copy.</summary>
internal static class CueWords
{
    private static readonly FrozenDictionary<string, string> Irregular = (
        "say:said tell:told write:wrote,written think:thought know:knew,known see:saw,seen find:found feel:felt mean:meant read:read put:put set:set hear:heard hold:held "
        + "speak:spoke,spoken swear:swore,sworn foresee:foresaw,foreseen understand:understood forget:forgot,forgotten show:showed,shown tweet:tweeted deny:denied reply:replied imply:implied "
        + "decry:decried testify:testified vow:vowed lay:laid cast:cast seek:sought teach:taught take:took,taken make:made give:gave,given draw:drew,drawn go:went,gone come:came "
        + "choose:chose,chosen forbid:forbade,forbidden rebut:rebutted commit:committed admit:admitted refer:referred prefer:preferred infer:inferred concur:concurred quip:quipped "
        + "plan:planned ban:banned brag:bragged chat:chatted rap:rapped slam:slammed pan:panned stir:stirred plead:pleaded bet:bet let:let quit:quit forecast:forecast broadcast:broadcast "
        + "clarify:clarified identify:identified justify:justified specify:specified signal:signaled,signalled label:labeled,labelled counsel:counseled,counselled appeal:appealed repeat:repeated "
        + "worry:worried try:tried rally:rallied speculate:speculated dub:dubbed stress:stressed confer:conferred spar:sparred sob:sobbed snap:snapped "
        + "retell:retold rewrite:rewrote shrug:shrugged nod:nodded throw:threw,thrown undergo:underwent strike:struck").Split(' ').ToFrozenDictionary(entry => entry.Split(':')[0], entry => entry.Split(':')[1]);

    private static readonly FrozenDictionary<string, CueWord> Forms = Build();
    private static readonly FrozenDictionary<string, CueWord>.AlternateLookup<ReadOnlySpan<char>> Lookup = Forms.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The cue verb that a word is a form of; null where it is none.</summary>
    public static CueWord? Of(ReadOnlySpan<char> word) => Lookup.TryGetValue(word, out var cue) ? cue : null;

    private static FrozenDictionary<string, CueWord> Build()
    {
        var forms = new Dictionary<string, CueWord>(StringComparer.OrdinalIgnoreCase);
        // Speech.
        Add(Manner.Said, CueFrame.Clause, true, "say add note report announce state declare write explain argue insist suggest observe remark comment recall tweet quip joke reply respond answer recount stress "
            + "emphasize emphasise underline underscore reiterate repeat conclude continue mention post exclaim shout yell cry mutter whisper interject muse opine proclaim pronounce elaborate clarify specify disclose reveal "
            + "testify concede counter retort relate narrate lament complain boast brag caution counsel predict forecast estimate hint imply indicate signal contend maintain assert reason speculate venture volunteer vow "
            + "declaim deadpan sob sigh laugh chuckle fume bark snap growl sneer scoff gasp wail moan groan read accept submit recollect divulge protest object gush chant point report summarise summarize begin agree warn");
        Add(Manner.Said, CueFrame.Hearer, true, "tell inform notify brief remind assure");
        Add(Manner.Claimed, CueFrame.Clause, true, "claim allege profess purport");
        Add(Manner.Confirmed, CueFrame.Clause, true, "confirm acknowledge admit affirm reaffirm confess verify corroborate");
        Add(Manner.Denied, CueFrame.Object, true, "deny");
        // What somebody holds.
        Add(Manner.Believed, CueFrame.Clause, false, "believe think fear hope expect assume suspect doubt worry consider view regard deem know realize realise recognize recognise remember "
            + "wonder see find learn anticipate imagine judge perceive envision foresee fret");
        // What somebody means to do.
        Add(Manner.Intended, CueFrame.Object, false, "plan promise pledge threaten intend want decide agree refuse offer seek hope aim vow swear undertake prefer opt propose plot");
        Add(Manner.Declined, CueFrame.Object, false, "decline");
        // Judgements.
        Add(Manner.Judged, CueFrame.Object, false, "criticize criticise praise condemn denounce blame accuse slam blast attack defend endorse support back oppose reject dismiss mock ridicule hail applaud welcome decry deride lambaste assail "
            + "rebuke castigate chide rap slate laud commend thank congratulate credit fault scold tout champion bemoan favor favour embrace admire dislike resent disavow repudiate renounce disown "
            + "describe call label dub brand portray depict characterize characterise liken compare paint deplore question challenge dispute contest rebut refute doubt downplay minimise minimize highlight trumpet excoriate "
            + "pan skewer savage taunt insult disparage belittle salute honour honor approve disapprove appreciate vilify demonize demonise charge");
        Add(Manner.Asked, CueFrame.Object, false, "ask urge demand request call beg implore press order command instruct recommend advocate direct exhort petition plead appeal lobby warn");
        Add(Manner.Shown, CueFrame.Object, false, "show find suggest indicate reveal demonstrate document detail list outline describe depict expose rule cite quote discuss address mention express voice "
            + "announce reveal disclose release publish issue lay unveil");
        Add(Manner.Said, CueFrame.Preposition, false, "talk refer allude point focus comment elaborate dwell hint complain joke rail argue apologize apologise inquire object lash harp testify boast");
        return forms.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

        void Add(Manner manner, CueFrame frame, bool reporting, string lemmas)
        {
            foreach (var lemma in lemmas.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                var cue = new CueWord(lemma, manner, frame, reporting);
                foreach (var form in Inflected(lemma))
                    forms.TryAdd(form, cue);
            }
        }
    }

    private static IEnumerable<string> Inflected(string lemma)
    {
        var consonantY = lemma[^1] == 'y' && lemma[^2] is not ('a' or 'e' or 'o' or 'u');
        yield return lemma;
        yield return consonantY ? lemma[..^1] + "ies" : lemma[^1] is 's' or 'x' or 'z' || lemma.EndsWith("sh", StringComparison.Ordinal) || lemma.EndsWith("ch", StringComparison.Ordinal) || lemma == "go" ? lemma + "es" : lemma + "s";
        var doubled = Irregular.TryGetValue(lemma, out var past) && past.Length > lemma.Length && past[lemma.Length] == lemma[^1] && past.StartsWith(lemma, StringComparison.Ordinal);
        yield return (lemma[^1] == 'e' && lemma[^2] != 'e' && lemma is not "see" ? lemma[..^1] : doubled || lemma is "set" or "put" or "bet" or "let" ? lemma + lemma[^1] : lemma) + "ing";
        if (past is not null)
        {
            foreach (var form in past.Split(','))
                yield return form;
        }
        else
        {
            yield return consonantY ? lemma[..^1] + "ied" : lemma[^1] == 'e' ? lemma + "d" : lemma + "ed";
        }
    }
}
