namespace Wireroom.Wire.Page;

/// <summary>What stands over a story: kicker, headline, standfirst, byline and dates, told apart by length, order and the words of the lead.</summary>
internal sealed class CaptureHead
{
    /// <summary>A standfirst is no longer than this, in characters.</summary>
    private const int LongestStandfirst = 420;

    public CaptureLine? Kicker { get; private set; }

    public CaptureLine? Headline { get; private set; }

    public CaptureLine? Standfirst { get; private set; }

    public string? Byline { get; private set; }

    public WireTime? Published { get; private set; }

    public WireTime? Updated { get; private set; }

    /// <summary>Lines over the headline that are neither: a window's title, a slogan, a section.</summary>
    public List<CaptureLine> Others { get; } = [];

    public static CaptureHead Of(List<CaptureLine> lines, CaptureSection first, bool titlesBelongToRail, int after)
    {
        var head = new CaptureHead();
        var titles = titlesBelongToRail ? [] : first.Titles.ToList();
        head.TakeHeadline(titles, first, lines);
        head.TakeStandfirst(lines, first);
        for (var i = StartOf(lines, first); i < after; i++)
            head.TakeHeaderLine(lines[i]);
        return head;
    }

    /// <summary>The first of the lines over a section that are neither copy nor a title: its picture, date and byline may stand there.</summary>
    public static int StartOf(List<CaptureLine> lines, CaptureSection section)
    {
        var start = section.Start;
        while (start > 0 && !lines[start - 1].IsCopy && !lines[start - 1].IsTitle && lines[start - 1].Kind != LineKind.RailHeading)
            start--;
        return start;
    }

    private void TakeHeadline(List<CaptureLine> titles, CaptureSection first, List<CaptureLine> lines)
    {
        // A headline that asks or exclaims has the form of a sentence; it stands alone over a byline or a date, or over all copy.
        if (!titles.Any(title => title.Kind == LineKind.Title) && first.Copy.Count >= 2 && IsSentenceHeadline(first, lines))
        {
            Headline = first.Copy[0];
            first.Copy.RemoveAt(0);
            Kicker = titles.LastOrDefault();
            return;
        }

        if (titles.Count == 0)
            return;
        var lead = TextForm.Stems(string.Join(' ', first.Copy.Take(3).Select(line => line.Text)));
        var best = titles.Where(title => title.Kind == LineKind.Title).DefaultIfEmpty(titles[^1])
            .Select((title, order) => (title, score: TextForm.Shared(TextForm.Stems(title.Text), lead), order))
            .OrderByDescending(pair => Math.Min(pair.score, 3)).ThenBy(pair => pair.order).First().title;
        // Of two that fit, the upper is the headline and the lower the standfirst, unless the upper is a few words over a line.
        var at = titles.IndexOf(best);
        if (at + 1 < titles.Count && TextForm.Words(best.Text) <= 4 && titles[at + 1].Kind == LineKind.Title && TextForm.Words(titles[at + 1].Text) > TextForm.Words(best.Text))
            best = titles[++at];
        Headline = best;
        if (at > 0 && TextForm.Words(titles[at - 1].Text) <= 5)
            Kicker = titles[at - 1];
        if (at + 1 < titles.Count && titles[at + 1].Kind == LineKind.Title && titles[at + 1].Text.Length >= best.Text.Length * 3 / 4)
            Standfirst = titles[at + 1];
        Others.AddRange(titles.Where(title => title != Headline && title != Kicker && title != Standfirst));
    }

    private static bool IsSentenceHeadline(CaptureSection first, List<CaptureLine> lines)
    {
        var line = first.Copy[0];
        if (line.Text.Length > 110 || TextForm.FirstSentence(line.Text) < line.Text.Length || line.Kind == LineKind.Bullet)
            return false;
        var next = lines.IndexOf(line) + 1;
        var overHeader = next < lines.Count && lines[next].Kind is LineKind.Byline or LineKind.Date;
        return overHeader || line.Text.TrimEnd('"', '”', '»', '\'') is [.., '?' or '!'];
    }

    /// <summary>A paragraph between the headline and the byline or date, or one that stands again at the head of the copy.</summary>
    private void TakeStandfirst(List<CaptureLine> lines, CaptureSection first)
    {
        if (Standfirst is not null || Headline is null || first.Copy.Count < 2 || first.Copy[0] is not { Kind: LineKind.Copy } line || line.Text.Length > LongestStandfirst)
            return;
        var from = lines.IndexOf(line);
        var to = lines.IndexOf(first.Copy[1]);
        if (from < 0 || to < 0 || lines.IndexOf(Headline) > from)
            return;
        var header = lines.GetRange(from, to - from).Any(between => between.Kind is LineKind.Byline or LineKind.Date);
        if (!header || lines.Take(from).Any(before => before.Kind is LineKind.Byline && before.Number > Headline.Number))
            return;
        Standfirst = line;
        first.Copy.RemoveAt(0);
    }

    private void TakeHeaderLine(CaptureLine line)
    {
        if (line.Kind == LineKind.Byline && Byline is null)
        {
            Byline = BylineLine.Of(line.Text);
        }
        else if (line.Kind == LineKind.Date && StatedDate.TryParse(line.Text, out var time))
        {
            if (IsUpdate(line.Text))
                Updated ??= time;
            else if (Published is null || (Published.Local is null && Published.Instant is null))
                Published = time;
        }
    }

    private static bool IsUpdate(string text)
    {
        var word = text.TrimStart()[..Math.Min(12, text.TrimStart().Length)].ToLowerInvariant();
        return ((string[])["updat", "last u", "last m", "modif", "aktuali", "ažurir", "azurir", "zadnj", "posljed", "dopunj", "mis à", "mise à", "dernièr", "actualiz", "aggior", "atuali", "bijgew", "uppdat", "oppdat", "zaktual", "обнов", "stand"])
            .Any(start => word.StartsWith(start, StringComparison.Ordinal));
    }
}
