using System.Text;

namespace Wireroom.Wire.Page;

/// <summary>Splits a captured page into lines: spaces made plain, hard-wrapped paragraphs joined, blank lines kept as groups.</summary>
internal static class CaptureLines
{
    public static List<CaptureLine> Of(string text)
    {
        var groups = new List<List<CaptureLine>>();
        List<CaptureLine>? current = null;
        var number = 0;
        foreach (var raw in text.AsSpan().EnumerateLines())
        {
            number++;
            var line = Clean(raw);
            if (line.Length == 0)
            {
                current = null;
                continue;
            }

            if (current is null)
                groups.Add(current = []);
            current.Add(new CaptureLine(line, number, groups.Count));
        }

        var lines = new List<CaptureLine>();
        foreach (var group in groups)
        {
            if (IsWrapped(group))
                lines.Add(new CaptureLine(string.Join(' ', group.Select(line => line.Text)), group[0].Number, group[0].Group));
            else
                lines.AddRange(group);
        }

        // Where blank lines do not divide, they say nothing: every line stands for itself.
        if (groups.Count > 0 && lines.Count > groups.Count * 5)
            for (var i = 0; i < lines.Count; i++)
                lines[i].Group = i;
        return lines;
    }

    /// <summary>One space for any run of white space (non-breaking, thin, ideographic); invisible marks go, unless they join or direct letters.</summary>
    public static string Clean(ReadOnlySpan<char> raw)
    {
        var clean = new StringBuilder(raw.Length);
        foreach (var letter in raw)
        {
            if (letter is '\uFEFF' or '\u00AD' or '\u200B' or '\u2060')
                continue;
            if (char.IsWhiteSpace(letter) || char.IsControl(letter))
            {
                if (clean.Length > 0 && clean[^1] != ' ')
                    clean.Append(' ');
            }
            else
            {
                clean.Append(letter);
            }
        }

        return clean.ToString().TrimEnd();
    }

    /// <summary>
    /// Lines of nearly one length, most of which break off inside a sentence, are one paragraph that was wrapped.
    /// </summary>
    private static bool IsWrapped(List<CaptureLine> group)
    {
        if (group.Count < 2)
            return false;
        int longest = group.Max(line => line.Text.Length), broken = 0;
        if (longest is < 45 or > 100)
            return false;
        for (var i = 0; i < group.Count - 1; i++)
        {
            var line = group[i].Text;
            var next = group[i + 1].Text;
            var nextWord = next.IndexOf(' ') is var space and > 0 ? space : next.Length;
            // A wrapped line is full: the next word would not have fitted.
            if (line.Length + 1 + nextWord < longest - 4)
                return false;
            if (!TextForm.EndsSentence(line))
                broken++;
        }

        return broken * 2 >= group.Count - 1 && group.Skip(1).Any(line => char.IsLower(line.Text[0]) || TextForm.EndsSentence(line.Text));
    }
}
