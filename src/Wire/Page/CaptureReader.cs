namespace Wireroom.Wire.Page;

/// <summary>Reads the text of a captured page into its story and its briefs.</summary>
internal sealed class CaptureReader(WireInput input, IWireSink sink)
{
    private readonly HashSet<string> given = new(StringComparer.Ordinal);

    public void Read(List<CaptureLine> raw)
    {
        var lines = CaptureMarks.Mark(raw);
        var layout = CaptureLayout.Of(lines);
        var used = new HashSet<CaptureLine>();
        var stories = layout.Stories.Select(parts => Story(lines, layout, parts, used)).ToList();
        var briefs = layout.Entries.Select(Brief).ToList();
        foreach (var entry in layout.Entries)
            used.UnionWith(entry.Title is null ? entry.Lead : [entry.Title, .. entry.Lead]);

        var dropped = lines.Where(line => !used.Contains(line)).Select(line => new WireDropped(NameOf(line), line.Text)).ToList();
        foreach (var story in stories)
            Give(story == stories[0] ? story with { Dropped = dropped } : story);
        foreach (var pointer in lines.Where(line => line.Kind == LineKind.Pointer))
            briefs.Add(Brief(new RailEntry(new CaptureLine(PointedAt(pointer.Text), pointer.Number, pointer.Group), [])));
        // The same story stands in two rails: the entry that says more is kept, at the first one's place.
        var seen = stories.Select(story => TextForm.Fold(story.Headline ?? "")).ToHashSet(StringComparer.Ordinal);
        foreach (var same in briefs.GroupBy(brief => TextForm.Fold(brief.Headline ?? "")).Where(same => !seen.Contains(same.Key)))
            Give(same.MaxBy(brief => brief.Body.Count)!);

        if (given.Count == 0)
            sink.Take(new WireFault(WireFaultKind.Unreadable, "no-copy", "The page holds no copy: no line of it reads like a sentence. Capture the page again with its text.", Line: lines.Count > 0 ? lines[0].Number : 1, Column: 1));
    }

    private void Give(WireItem item)
    {
        if (given.Add(item.Guid!))
            sink.Take(item);
    }

    private static string PointedAt(string text) => text[(text.IndexOfAny([':', '>']) + 1)..].Trim();

    private static string NameOf(CaptureLine line) => line.Kind switch
    {
        LineKind.Furniture => line.Furniture,
        LineKind.RailHeading => "rail",
        LineKind.Pointer => "pointer",
        LineKind.PictureFile or LineKind.Credit or LineKind.Caption => "picture",
        LineKind.Title or LineKind.Label => "title",
        LineKind.Date => "date",
        LineKind.Byline => "byline",
        LineKind.SignOff => "sign-off",
        _ => "copy",
    };

    private WireItem Story(List<CaptureLine> lines, CaptureLayout layout, List<CaptureSection> parts, HashSet<CaptureLine> used)
    {
        var first = parts[0];
        var firstCopy = first.Copy.Count > 0 ? lines.IndexOf(first.Copy[0]) : first.End;
        // The header may stand between a standfirst and the copy, so it reaches as far as the second paragraph.
        var headEnd = first.Copy.Count > 1 ? lines.IndexOf(first.Copy[1]) : firstCopy;
        var head = CaptureHead.Of(lines, first, layout.TitlesOfRails.Contains(first), headEnd);
        var body = new CaptureBody(lines, layout, parts, head, used);
        body.Build();

        var guessed = new List<string>();
        var headline = head.Headline?.Text;
        if (headline is null)
            guessed.Add("headline");
        var published = Readable(head.Published);
        var updated = Readable(head.Updated);
        // A date that a person gave beats one without a zone; a guessed one stands only where the page says nothing.
        if (published?.Instant is null && input is { Date: not null, DateIsGuessed: false })
            published = GivenDate;
        else if (published is null && updated is null && input is { Date: not null, DateIsGuessed: true })
            guessed.Add("date");
        return new WireItem
        {
            Format = "capture",
            Guid = ContentName.Of("story", headline, body.Lead),
            Headlines = headline is null ? [new WireText(WorkingTitle.From(body.Lead), "working")] : head.Kicker is null ? [new WireText(headline)] : [new WireText(headline), new WireText(head.Kicker.Text, "kicker")],
            Standfirst = head.Standfirst?.Text,
            Dateline = body.Dateline,
            Byline = head.Byline ?? body.Byline,
            Credit = body.Agency,
            Sources = body.Agency is null ? [] : [body.Agency],
            Created = GivenDate,
            Published = published ?? (updated is null ? GivenDate : null),
            VersionCreated = updated,
            Body = body.Blocks,
            Media = body.Blocks.OfType<WirePicture>().Select(picture => picture.Media).ToList(),
            Guessed = guessed,
        };
    }

    private static WireTime? Readable(WireTime? time) => time is { Instant: null, Local: null } ? null : time;

    private WireTime? GivenDate => input.Date is { } date ? WireTime.Of(date) : null;

    private WireItem Brief(RailEntry entry)
    {
        string? dateline = null, agency = null, foot = null;
        var paragraphs = entry.Lead.Select(line => line.Text).ToList();
        if (paragraphs.Count > 0)
        {
            paragraphs[0] = Dateline.Split(paragraphs[0], out dateline, out agency);
            paragraphs[^1] = Dateline.SplitFoot(paragraphs[^1], out foot);
        }

        var guessed = new List<string>();
        if (entry.Title is null)
            guessed.Add("headline");
        if (input is { Date: not null, DateIsGuessed: true })
            guessed.Add("date");
        var stamps = entry.Lead.Append(entry.Title).Select(line => line?.Stamp).OfType<string>();
        return new WireItem
        {
            Format = "capture",
            Guid = ContentName.Of("brief", entry.Title?.Text, paragraphs.Count > 0 ? paragraphs[0] : null),
            Headlines = [entry.Title is null ? new WireText(WorkingTitle.From(paragraphs[0]), "working") : new WireText(entry.Title.Text)],
            Genres = WireSubject.Only("Brief"),
            Dateline = dateline,
            Credit = agency ?? foot,
            Sources = (agency ?? foot) is { } source ? [source] : [],
            Created = GivenDate,
            Published = GivenDate,
            Body = paragraphs.Select(text => (WireBlock)new WireParagraph([new WireRun(text)])).ToList(),
            Guessed = guessed,
            Dropped = stamps.Select(stamp => new WireDropped("time", stamp)).ToList(),
        };
    }
}
