namespace Wireroom.Wire.Page;

/// <summary>Builds a story's blocks from its lines: pictures where they stood, subheadings, lists; the agency's marks taken off.</summary>
internal sealed class CaptureBody(List<CaptureLine> lines, CaptureLayout layout, List<CaptureSection> parts, CaptureHead head, HashSet<CaptureLine> used)
{
    /// <summary>A line of this length inside the copy is a paragraph whose full stop was lost, not a subheading; in characters.</summary>
    private const int LongestSubheading = 110;

    private readonly List<WireBlock> blocks = [];
    private readonly List<IReadOnlyList<WireRun>> points = [];

    public IReadOnlyList<WireBlock> Blocks => blocks;

    public string Lead { get; private set; } = "";

    public string? Dateline { get; private set; }

    public string? Agency { get; private set; }

    public string? Byline { get; private set; }

    public void Build()
    {
        used.UnionWith(((CaptureLine?[])[head.Headline, head.Kicker, head.Standfirst]).OfType<CaptureLine>());
        var paragraphs = parts.SelectMany(part => part.Copy).ToList();
        TakeAgencyMarks(paragraphs);
        var copy = paragraphs.ToHashSet();
        var subheadings = parts.Skip(1).Where(part => !layout.TitlesOfRails.Contains(part)).SelectMany(part => part.Titles).ToHashSet();
        var told = new HashSet<string>(StringComparer.Ordinal) { TextForm.Fold(head.Headline?.Text ?? "") };

        // Pictures over the first title belong to the story too; those beside a rail's headlines, or bare at its foot, do not.
        var inside = parts.SelectMany(part => Enumerable.Range(part.Start, part.End - part.Start)).ToHashSet();
        var last = paragraphs.Count > 0 ? lines.IndexOf(paragraphs[^1]) : parts[^1].End;
        var beside = parts.Where(layout.TitlesOfRails.Contains).SelectMany(part => Enumerable.Range(part.Start, lines.IndexOf(part.Titles[^1]) - part.Start)).ToHashSet();
        for (var i = CaptureHead.StartOf(lines, parts[0]); i < parts[^1].End; i++)
        {
            var line = lines[i];
            if (line.Figure is { } figure && (inside.Contains(i) || i < parts[0].Start) && !beside.Contains(i) && (i <= last || figure.Caption is not null || figure.Credit is not null))
                AddPicture(line, figure, i);
            if (copy.Contains(line) || subheadings.Contains(line))
                AddText(line, told);
            else if (line.Kind == LineKind.SignOff && i > last && inside.Contains(i))
                TakeSignOff(line);
            else if (line.Kind is LineKind.Byline or LineKind.Date && i < last)
                used.Add(line);
        }

        ClosePoints();
    }

    private void TakeAgencyMarks(List<CaptureLine> paragraphs)
    {
        if (paragraphs.Count == 0)
            return;
        paragraphs[0].Text = Page.Dateline.Split(paragraphs[0].Text, out var dateline, out var agency);
        paragraphs[^1].Text = Page.Dateline.SplitFoot(paragraphs[^1].Text, out var foot);
        (Dateline, Agency) = (dateline, agency ?? foot);
        Lead = paragraphs.FirstOrDefault(line => line.Kind == LineKind.Copy)?.Text ?? paragraphs[0].Text;
    }

    private void AddPicture(CaptureLine line, CaptureFigure figure, int at)
    {
        ClosePoints();
        blocks.Add(new WirePicture(figure.Media(!blocks.OfType<WirePicture>().Any())));
        used.Add(line);
        for (var next = at + 1; next < lines.Count && lines[next] is { Furniture: "picture", Figure: null } part; next++)
            used.Add(part);
        if (at > 0 && lines[at - 1] is { Furniture: "picture" } caption && caption.Text == figure.Caption)
            used.Add(caption);
    }

    private void AddText(CaptureLine line, HashSet<string> told)
    {
        used.Add(line);
        // A paragraph that stands twice is a pull quote or a repeated lead.
        if (!told.Add(TextForm.Fold(line.Text)) && line.Text.Length > 40)
            return;
        IReadOnlyList<WireRun> runs = [new WireRun(line.Text)];
        if (line.Kind == LineKind.Bullet)
        {
            points.Add(runs);
            return;
        }

        ClosePoints();
        blocks.Add(line.IsTitle && line.Text.Length <= LongestSubheading ? new WireHeading(runs) : new WireParagraph(runs));
    }

    /// <summary>A single point is a paragraph that began with a dash.</summary>
    private void ClosePoints()
    {
        if (points.Count == 1)
            blocks.Add(new WireParagraph(points[0]));
        else if (points.Count > 1)
            blocks.Add(new WireList(false, points.ToList()));
        points.Clear();
    }

    private void TakeSignOff(CaptureLine line)
    {
        used.Add(line);
        if (BylineLine.IsDeskLine(line.Text))
            Byline ??= line.Text.Trim('(', ')', '[', ']');
        else
            Agency ??= line.Text.Trim(' ', '(', ')', '[', ']', '/', '-', '–', '—');
    }
}
