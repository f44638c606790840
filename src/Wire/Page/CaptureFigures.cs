namespace Wireroom.Wire.Page;

/// <summary>A picture of a captured page: what its lines said of it.</summary>
internal sealed class CaptureFigure
{
    public string? Alternative { get; set; }

    public string? Caption { get; set; }

    public string? Credit { get; set; }

    public WireMedia Media(bool first) => new(first ? "main" : "body", null) { Kind = "picture", AltText = Alternative, Caption = Caption, Credit = Credit };
}

/// <summary>Gathers file names, captions and credits that stand together into pictures, and takes their lines out of the copy.</summary>
internal static class CaptureFigures
{
    public static void Gather(List<CaptureLine> lines)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            switch (line.Kind)
            {
                case LineKind.PictureFile or LineKind.Caption:
                    i = Ahead(lines, i);
                    break;
                case LineKind.Credit:
                    line.Figure = new CaptureFigure { Credit = PictureLine.CreditOf(line.Text), Caption = CaptionBefore(lines, i) };
                    line.MakeFurniture("picture");
                    break;
                case LineKind.Copy or LineKind.Title or LineKind.Label when PictureLine.TrySplit(line.Text, out var caption, out var credit):
                    Split(line, caption, credit);
                    break;
            }
        }
    }

    /// <summary>A file name or a caption opens a picture; the lines after it belong to it as long as their form says so.</summary>
    private static int Ahead(List<CaptureLine> lines, int start)
    {
        var figure = lines[start].Figure = new CaptureFigure();
        var at = start;
        for (; at < lines.Count; at++)
        {
            var line = lines[at];
            var caption = "";
            if (at == start && line.Kind == LineKind.PictureFile)
                figure.Alternative = PictureLine.CleanAlternative(line.Text);
            else if (line.Kind == LineKind.Credit && figure.Credit is null)
                figure.Credit = PictureLine.CreditOf(line.Text);
            else if (line.Kind == LineKind.Caption && figure.Caption is null)
                figure.Caption = PictureLine.CaptionOf(line.Text);
            else if ((line.IsCopy || line.IsTitle) && figure is { Caption: null, Credit: null } && PictureLine.TrySplit(line.Text, out caption, out var credit))
                (figure.Caption, figure.Credit) = (caption, credit);
            else if ((line.IsCopy || line.IsTitle) && figure.Caption is null && IsCaptionHere(lines, start, at, figure))
                figure.Caption = line.Text;
            else
                break;
            line.MakeFurniture("picture");
        }

        return at - 1;
    }

    /// <summary>In the picture's own group, or between its file name and its credit.</summary>
    private static bool IsCaptionHere(List<CaptureLine> lines, int start, int at, CaptureFigure figure)
    {
        var line = lines[at];
        if (line.Text.Length > 400)
            return false;
        if (line.Group == lines[start].Group)
            return true;
        return figure.Credit is null && at + 1 < lines.Count && lines[at + 1].Kind == LineKind.Credit && (line.IsTitle || lines[at + 1].Group == line.Group);
    }

    /// <summary>A credit without a file name: the line over it in the same group, or a loose line without a full stop inside the copy, is its caption.</summary>
    private static string? CaptionBefore(List<CaptureLine> lines, int at)
    {
        if (at == 0)
            return null;
        var before = lines[at - 1];
        var opensGroup = at == 1 || lines[at - 2].Group != before.Group;
        var shares = before.Group == lines[at].Group && opensGroup && before.Text.Length <= 400 && (before.IsTitle || before.IsCopy);
        var loose = before.Kind == LineKind.Title && lines.Take(at - 1).Any(line => line.IsCopy || line.Kind is LineKind.Title) && lines.Skip(at).Any(line => line.IsCopy);
        if (!shares && !loose)
            return null;
        before.MakeFurniture("picture");
        return before.Text;
    }

    private static void Split(CaptureLine line, string caption, string credit)
    {
        line.Figure = new CaptureFigure { Credit = credit };
        // A long paragraph keeps its words; only the credit at its end goes to the picture.
        if (caption.Length > 300)
        {
            line.Text = caption;
            return;
        }

        line.Figure.Caption = caption;
        line.MakeFurniture("picture");
    }
}
