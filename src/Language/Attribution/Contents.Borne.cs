namespace Wireroom.Language.Attribution;

/// <summary>What a noun behind the verb only bears: "expressed concern | that", "issued a statement | saying", "added a caveat: | “…”".</summary>
internal sealed partial class Contents
{
    private const int LongestBearer = 9; // tokens

    private static readonly System.Collections.Frozen.FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Bearers = System.Collections.Frozen.FrozenSet.ToFrozenSet(
        ("statement statements report letter memo message missive missives tweet post note ad video column story article email concern concerns confidence doubt doubts skepticism scepticism frustration alarm amusement astonishment "
        + "displeasure sympathy hope hopes interest sign signs inclination hint hints enthusiasm question questions promise pledge vow claim complaint caveat condolences praise preference desire willingness thanks regret regrets remorse "
        + "outrage anger fear fears worry worries belief optimism pessimism thoughts warning congratulations wish respect admiration disappointment surprise dismay support opposition").Split(' ')).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The stretch without the noun that bears what is said, where one begins it.</summary>
    private Stretch Borne(Stretch content, CueWord cue, Stretch source)
    {
        if (content.Length < 3 || source.First > content.First)
            return content;
        var at = content.First;
        var bears = false;
        while (at < content.End && at < content.First + LongestBearer && (analysis.Tag(at) is "DT" or "PRP$" or "JJ" or "JJS" or "NN" or "NNS" or "RB" or "CD" or "VBN" or "PRP" or "NNP" || TimeWords.Has(copy.Word(at))))
        {
            bears = Bearers.Contains(copy.Word(at)) || bears && TimeWords.Has(copy.Word(at));
            at++;
        }

        if (at == content.First || at + 1 >= content.End)
            return content;
        // "explained it this way: “It is gone.”", "issued a statement, “It is gone.”"
        if (copy.Mark(at) == ':' && Opens(at + 1) || bears && copy.Mark(at) == ',' && Opens(at + 1))
            return content with { First = at + 1 };
        // "rejected claims that": what is rejected are the claims.
        if (!bears || cue.Frame is not CueFrame.Object || cue.Reporting || cue.Manner == Manner.Judged)
            return content;
        if (analysis.Is(at, "that") && !analysis.IsFinite(at + 1) || analysis.Tag(at) == "TO" && analysis.Tag(at + 1) == "VB")
            return content with { First = at };
        if (copy.Word(at) is "about" or "for" or "on" or "over" or "with" or "at" or "of" or "toward" or "towards" || copy.Word(at) is "in" && copy.Word(at - 1) is "interest" or "confidence")
            return content with { First = at + 1 };
        return analysis.Tag(at) == "VBG" && CueWords.Of(copy.Word(at)) is not null ? content with { First = copy.Mark(at + 1) == ',' ? at + 2 : at + 1 } : content;
    }
}
