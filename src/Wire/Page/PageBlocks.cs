using Wireroom.Wire.Html;

namespace Wireroom.Wire.Page;

/// <summary>Clears from a page's blocks what the extractor left of its furniture, and parts the agency's marks and the pictures' credits.</summary>
internal sealed class PageBlocks
{
    private readonly List<WireBlock> blocks;

    public PageBlocks(IReadOnlyList<WireBlock> read, string? headline, string? standfirst)
    {
        blocks = read.Select(block => block is WirePicture picture ? new WirePicture(WithCredit(picture.Media)) : block).ToList();
        CutHead(headline, standfirst);
        CutFurniture();
        CutTrailingRail();
        Split();
    }

    public IReadOnlyList<WireBlock> Blocks => blocks;

    public string? Dateline { get; private set; }

    public string? Agency { get; private set; }

    public string? Byline { get; private set; }

    public string? Date { get; private set; }

    public List<WireDropped> Dropped { get; } = [];

    public string Lead => blocks.OfType<WireParagraph>().Select(paragraph => TextOf(paragraph.Runs)).FirstOrDefault() ?? "";

    public static string TextOf(IReadOnlyList<WireRun> runs) => PlainText.Write(runs);

    /// <summary>A caption that ends in a credit gives it up.</summary>
    public static WireMedia WithCredit(WireMedia media) =>
        Credited(media with { AltText = media.AltText is { } text && PictureLine.IsFileName(text) ? PictureLine.CleanAlternative(text) : media.AltText });

    private static WireMedia Credited(WireMedia media) =>
        media is { Credit: null, Caption: { } words } && PictureLine.TrySplit(words, out var caption, out var credit) ? media with { Caption = caption, Credit = credit }
        : media is { Credit: null, Caption: { } all } && PictureLine.IsCredit(all) ? media with { Caption = null, Credit = PictureLine.CreditOf(all) }
        : media with { Credit = media.Credit is null ? null : PictureLine.IsCredit(media.Credit) ? PictureLine.CreditOf(media.Credit) : media.Credit };

    /// <summary>The headline, standfirst, byline and date over the copy are said elsewhere.</summary>
    private void CutHead(string? headline, string? standfirst)
    {
        for (var i = 0; i < blocks.Count && i < 8; i++)
        {
            var text = blocks[i] switch { WireHeading heading => TextOf(heading.Runs), WireParagraph paragraph => TextOf(paragraph.Runs), _ => null };
            if (text is null)
                continue;
            var line = new CaptureLine(CaptureLines.Clean(text), 0, 0);
            FurnitureForm.Classify(line);
            var same = TextForm.Fold(text);
            if ((headline is not null && same == TextForm.Fold(headline)) || (standfirst is not null && i < 4 && same == TextForm.Fold(standfirst) && blocks.Count > i + 2))
                blocks.RemoveAt(i--);
            else if (line.Kind == LineKind.Byline)
                (Byline, i) = (Byline ?? BylineLine.Of(line.Text), Remove(i));
            else if (line.Kind == LineKind.Date)
                (Date, i) = (Date ?? line.Text, Remove(i));
            else if (line.Kind == LineKind.Copy && line.Text.Length > 60)
                return;
            else if (blocks[i] is WireParagraph && line.Kind == LineKind.Label && i < 3 && blocks.Count > i + 3)
            {
                Dropped.Add(new WireDropped("kicker", line.Text));
                i = Remove(i);
            }
        }
    }

    private int Remove(int at)
    {
        blocks.RemoveAt(at);
        return at - 1;
    }

    private void CutFurniture()
    {
        for (var i = blocks.Count - 1; i >= 0; i--)
        {
            if (blocks[i] is not WireParagraph paragraph)
                continue;
            var line = new CaptureLine(CaptureLines.Clean(TextOf(paragraph.Runs)), 0, 0);
            if (line.Text.Length == 0)
            {
                blocks.RemoveAt(i);
                continue;
            }

            FurnitureForm.Classify(line);
            if (line is { Kind: LineKind.Furniture, Furniture: "share" or "advertisement" or "notice" or "comments" or "count" or "reading-time" or "tags" or "copyright" or "navigation" })
            {
                Dropped.Add(new WireDropped(line.Furniture, line.Text));
                blocks.RemoveAt(i);
            }
            else if (line.Kind == LineKind.Credit && i > 0 && blocks[i - 1] is WirePicture { Media.Credit: null } picture)
            {
                blocks[i - 1] = new WirePicture(picture.Media with { Credit = PictureLine.CreditOf(line.Text) });
                blocks.RemoveAt(i);
            }
        }
    }

    /// <summary>A rail's name over links only, at the foot of the copy.</summary>
    private void CutTrailingRail()
    {
        for (var i = Math.Max(1, blocks.Count - 30); i < blocks.Count; i++)
        {
            var name = blocks[i] switch { WireHeading heading => TextOf(heading.Runs), WireParagraph { Runs: [{ Style: WireStyle.Bold }] } paragraph => TextOf(paragraph.Runs), _ => null };
            if (name is null || !FurnitureForm.IsRailHeading(name) || !blocks.Skip(i + 1).All(IsLinks))
                continue;
            Dropped.Add(new WireDropped("rail", name));
            blocks.RemoveRange(i, blocks.Count - i);
            return;
        }
    }

    private static bool IsLinks(WireBlock block) => block switch
    {
        WireParagraph paragraph => OnlyLinks(paragraph.Runs),
        WireHeading heading => OnlyLinks(heading.Runs),
        WireList list => list.Items.All(OnlyLinks),
        WirePicture => true,
        _ => false,
    };

    private static bool OnlyLinks(IReadOnlyList<WireRun> runs) => runs.All(run => run.Href is not null || string.IsNullOrWhiteSpace(run.Text));

    private void Split()
    {
        var first = blocks.FindIndex(block => block is WireParagraph paragraph && TextForm.Words(TextOf(paragraph.Runs)) >= 6);
        if (first < 0)
            return;
        var runs = ((WireParagraph)blocks[first]).Runs;
        var text = TextOf(runs);
        var copy = Page.Dateline.Split(text, out var dateline, out var agency);
        if (copy.Length < text.Length)
            blocks[first] = new WireParagraph(Skip(runs, text.Length - copy.Length));
        var last = blocks.FindLastIndex(block => block is WireParagraph);
        runs = ((WireParagraph)blocks[last]).Runs;
        text = TextOf(runs);
        var kept = Page.Dateline.SplitFoot(text, out var foot);
        if (foot is not null)
            blocks[last] = new WireParagraph(Take(runs, kept.Length));
        else if (last > first && BylineLine.IsSignOff(text.Trim()) && !BylineLine.IsDeskLine(text))
            (foot, _) = (text.Trim(' ', '(', ')', '[', ']', '/', '-', '–', '—'), Remove(last));
        (Dateline, Agency) = (dateline, agency ?? foot);
    }

    private static List<WireRun> Skip(IReadOnlyList<WireRun> runs, int count)
    {
        var kept = new List<WireRun>();
        foreach (var run in runs)
        {
            if (run.Text.Length > count)
                kept.Add(run with { Text = run.Text[count..] });
            count = Math.Max(0, count - run.Text.Length);
        }

        return kept;
    }

    private static List<WireRun> Take(IReadOnlyList<WireRun> runs, int count)
    {
        var kept = new List<WireRun>();
        foreach (var run in runs)
        {
            if (count > 0)
                kept.Add(run.Text.Length <= count ? run : run with { Text = run.Text[..count] });
            count -= run.Text.Length;
        }

        return kept;
    }
}
