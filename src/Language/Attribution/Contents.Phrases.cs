namespace Wireroom.Language.Attribution;

/// <summary>Where a phrase ends that is judged, asked or meant.</summary>
internal sealed partial class Contents
{
    /// <summary>The end of a phrase that is judged, asked or meant: the next break, or the word that sets its time.</summary>
    private int PhraseEnd(int start, int end, int verb)
    {
        var listed = -1;
        for (var at = start + 1; at < end; at++)
        {
            if (copy.QuotationOf[at] != copy.QuotationOf[verb])
                continue;
            if (copy.Mark(at) is ',' or ';' or ':' or '—' or '–' && !(copy.Mark(at) == ',' && at + 1 < end && (Opens(at + 1) || analysis.Tag(at + 1) is "CD" || analysis.Is(at + 1, "with") && at + 2 < end && analysis.Tag(at + 2) is "CD")))
            {
                if (Apposed(start, at, end))
                    return end;
                if (copy.Mark(at) == ',' && at > listed)
                    listed = Listed(start, at, end);
                if (at > listed || copy.Mark(at) != ',')
                    return at;
                continue;
            }

            // "denied the charges through his lawyer"; "denies any wrongdoing and points out"; "endorsed Doe - the first to do so".
            if (copy.Word(at).ToString() is "through" or "via" && analysis.Is(verb, "denied") || analysis.Tag(at) == "CC" && !analysis.HasFinite(start, at) && Deeds(at + 1, end) || copy.IsDash(at) && at + 1 < end)
                return at;
            if (analysis.Tag(at) is "IN" or "WRB" && copy.Word(at).ToString() is "when" or "while" or "because" or "during" or "after" or "before" or "as" && at + 1 < end && analysis.Tag(at + 1) is "PRP" or "DT" or "NNP" or "PRP$"
                // "described his skills as a work in progress": what no clause follows belongs to it.
                && !(analysis.Is(at, "as") && !analysis.HasFinite(at + 1, Pause(at + 1, end))))
                return at;
        }

        return end;
    }

    /// <summary>True where a finite verb follows at once, or behind adverbs: "and once again did", "and kneels".</summary>
    private bool Deeds(int next, int end)
    {
        while (next < end && analysis.Tag(next) == "RB")
            next++;
        return next < end && analysis.Tag(next) is "VBD" or "VBZ" or "VBP";
    }

    private int Pause(int start, int end)
    {
        while (start < end && copy.Mark(start) is not (',' or ';'))
            start++;
        return start;
    }

    /// <summary>The last comma of the list that goes on behind the comma ("on jobs, education and justice", "to enact reform, fix the system and"); -1 where none does.</summary>
    private int Listed(int start, int comma, int end)
    {
        while (true)
        {
            var next = comma + 1;
            if (analysis.Tag(start) == "TO" && next < end && analysis.Tag(next) == "VB")
                return comma;
            while (next < end && next < comma + 7 && analysis.Tag(next) is "DT" or "JJ" or "NN" or "NNS" or "NNP" or "NNPS" or "PRP$" or "POS" or "HYPH")
                next++;
            if (next == comma + 1 || next + 1 >= end || analysis.Tag(next - 1)[0] != 'N')
                return -1;
            if (copy.Word(next) is "and" or "or" && analysis.Tag(next + 1)[0] is 'N' or 'J' or 'D' or 'P' && !Subject(next + 1, end))
                return comma;
            if (copy.Mark(next) != ',')
                return -1;
            if (copy.Word(next + 1) is "and" or "or")
                return comma;
            comma = next;
        }
    }

    /// <summary>True where a noun phrase goes on behind an apposition with the verb of its clause: "show the committee, an outside group, | made a change".</summary>
    private bool Apposed(int start, int comma, int end)
    {
        for (var at = comma + 1; at + 1 < end; at++)
        {
            if (copy.Mark(at) == ',')
                return analysis.IsFinite(at + 1) && !analysis.HasFinite(start, at);
        }

        return false;
    }
}
