namespace Wireroom.Language.Text;

/// <summary>Words in quotation marks: tokens from the opening mark to the closing one, both counted.</summary>
/// <param name="First">The opening mark.</param>
/// <param name="End">The token after the closing mark.</param>
/// <param name="Outer">The quotation around it, or -1.</param>
/// <param name="Closed">False where the text never closes it.</param>
/// <param name="ContinuesFrom">The quotation of the paragraph before that this one goes on with, or -1.</param>
internal readonly record struct Quotation(int First, int End, int Outer, bool Closed, int ContinuesFrom);

/// <summary>Finds quotations of all styles, nested, and across paragraphs: a quotation left open at a paragraph's end goes on where the next one opens with a mark.</summary>
internal static class QuotationFinder
{
    private readonly record struct Open(int Token, char Closes, int Index);

    public static List<Quotation> Find(string text, List<Token> tokens, List<Paragraph> paragraphs, int[] quotationOf)
    {
        Array.Fill(quotationOf, -1);
        var found = new List<Quotation>();
        var stack = new List<Open>();
        var pending = -1;
        foreach (var paragraph in paragraphs)
        {
            for (var at = paragraph.First; at < paragraph.End; at++)
            {
                var token = tokens[at];
                var unit = text[token.Start];
                var length = token.End - token.Start;
                var mark = length == 1 || (length == 2 && unit is '\'' or '`' && text[token.Start + 1] == unit);
                if (!mark || !IsMark(unit))
                    continue;
                if (length == 2)
                    unit = '"';
                // “In a hurry,“ he typed: an opening mark that stands where only a closing one can.
                if (unit == '“' && stack.Exists(open => open.Closes == '”') && at > paragraph.First && token.Start == tokens[at - 1].End && (at + 1 == paragraph.End || tokens[at + 1].Start > token.End))
                    unit = '”';
                var closing = stack.FindLastIndex(open => open.Closes == unit || (open.Closes == '”' && unit == '"') || (open.Closes == '"' && unit == '”'));
                if (closing >= 0 && Closes(text, tokens, at, paragraph, unit))
                {
                    var open = stack[closing];
                    found[open.Index] = found[open.Index] with { End = at + 1, Closed = true };
                    // What was opened inside and never closed ends here too.
                    for (var inner = closing + 1; inner < stack.Count; inner++)
                        found[stack[inner].Index] = found[stack[inner].Index] with { End = at };
                    stack.RemoveRange(closing, stack.Count - closing);
                }
                else if (Opens(text, tokens, at, paragraph, unit))
                {
                    var goesOn = at == paragraph.Body ? pending : -1;
                    stack.Add(new Open(at, ClosingOf(unit), found.Count));
                    found.Add(new Quotation(at, paragraph.End, stack.Count > 1 ? stack[^2].Index : -1, false, goesOn));
                }
            }

            pending = stack.Count > 0 ? stack[0].Index : -1;
            stack.Clear();
        }

        for (var at = 0; at < found.Count; at++)
        {
            for (var token = found[at].First; token < found[at].End; token++)
                quotationOf[token] = at;
        }

        return found;
    }

    private static bool IsMark(char unit) => unit is '"' or '“' or '”' or '„' or '«' or '»' or '\'' or '‘' or '’' or '`';

    private static char ClosingOf(char unit) => unit switch { '“' or '„' => '”', '«' => '»', '‘' or '`' => '’', '»' => '«', _ => unit };

    private static bool Opens(string text, List<Token> tokens, int at, Paragraph paragraph, char unit)
    {
        if (unit is '“' or '„' or '«')
            return true;
        if (unit is '”' or '’' or '»' || at + 1 >= paragraph.End)
            return false;
        // "the '70s" opens nothing.
        if (unit == '\'' && char.IsDigit(text[tokens[at + 1].Start]) && text[tokens[at + 1].End - 1] == 's')
            return false;
        var spaceBefore = at == paragraph.First || tokens[at].Start > tokens[at - 1].End || text[tokens[at].Start - 1] is '(' or '[' or '—' or '–' or '"' or '“' or '-';
        var tight = tokens[at + 1].Start == tokens[at].End;
        return spaceBefore && tight;
    }

    private static bool Closes(string text, List<Token> tokens, int at, Paragraph paragraph, char unit)
    {
        if (unit is '”' or '»')
            return true;
        var tightBefore = at > paragraph.First && tokens[at].Start == tokens[at - 1].End;
        if (unit == '"')
            return tightBefore || at + 1 == paragraph.End || tokens[at + 1].Start > tokens[at].End;
        return tightBefore && (tokens[at].End == text.Length || !char.IsLetterOrDigit(text[tokens[at].End]));
    }
}
