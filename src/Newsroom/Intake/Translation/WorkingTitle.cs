namespace Wireroom.Newsroom.Intake.Translation;

/// <summary>A working title for copy that came without a headline: as much of its lead as a headline holds.</summary>
public static class WorkingTitle
{
    /// <summary>Longest working title, in characters.</summary>
    private const int Longest = 90;

    /// <summary>The first sentence of the lead, cut between words where it is too long; empty where there is no lead.</summary>
    public static string From(string lead)
    {
        var text = string.Join(' ', lead.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var end = FirstSentence(text);
        var title = text[..end];
        if (title.Length > Longest)
        {
            var cut = title.LastIndexOf(' ', Longest);
            var length = cut > 0 ? cut : Longest;
            title = title[..(char.IsHighSurrogate(title[length - 1]) ? length - 1 : length)].TrimEnd(',', ';', ':', '–', '—', '-', ' ') + "…";
        }

        return title.TrimEnd('.', ' ');
    }

    // A full stop ends a sentence where a capital follows and the word before it is no initial or short title ("J.", "Dr.").
    private static int FirstSentence(string text)
    {
        for (var at = 1; at < text.Length - 2; at++)
        {
            if (text[at] is '.' or '!' or '?' && text[at + 1] == ' ' && !char.IsLower(text[at + 2]) && at - text.LastIndexOf(' ', at) > 4)
                return text[at] == '.' ? at : at + 1;
        }

        return text.Length;
    }
}
