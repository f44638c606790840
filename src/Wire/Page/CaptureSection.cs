namespace Wireroom.Wire.Page;

/// <summary>
/// Titles and the copy under them: the smallest piece that can be a story, a part of one, or an entry of a rail. A page is a row of these.
/// </summary>
internal sealed class CaptureSection(int start, CaptureLine? rail)
{
    /// <summary>The first line, and the line after the last.</summary>
    public int Start { get; } = start;

    public int End { get; set; } = start;

    /// <summary>The line that names the rail beginning here.</summary>
    public CaptureLine? Rail { get; } = rail;

    public List<CaptureLine> Titles { get; } = [];

    public List<CaptureLine> Copy { get; } = [];

    /// <summary>A byline or a date stands between the title and the copy, as over a story.</summary>
    public bool HasHeader { get; set; }

    public int Length => Copy.Sum(line => line.Text.Length);

    /// <summary>One title of a headline's length, one paragraph: the form of a rail's entry.</summary>
    public bool IsPair => Copy.Count == 1 && Titles.Count is >= 1 and <= 3;

    /// <summary>The words in the title next to the copy.</summary>
    public int TitleWords => Titles.Count == 0 ? 0 : TextForm.Words(Titles[^1].Text);

    public static List<CaptureSection> Of(List<CaptureLine> lines)
    {
        var sections = new List<CaptureSection>();
        CaptureSection? current = null;
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            if (line.Kind == LineKind.RailHeading)
                sections.Add(current = new CaptureSection(i, line));
            else if (current is null || (line.IsTitle && current.Copy.Count > 0))
                sections.Add(current = new CaptureSection(i, null));
            current.End = i + 1;
            if (line.IsTitle)
                current.Titles.Add(line);
            else if (line.IsCopy)
                current.Copy.Add(line);
            else if (line.Kind is LineKind.Byline or LineKind.Date && current.Copy.Count == 0 && current.Titles.Count > 0)
                current.HasHeader = true;
        }

        return sections;
    }
}
