using Wireroom.Stories.Body;
using Wireroom.Wire;

namespace Wireroom.Newsroom.Intake.Translation;

/// <summary>The blocks of a wire as the blocks of a story, one for one.</summary>
public static class TranslateBody
{
    /// <summary>The body; pictures whose files were kept carry the stored name.</summary>
    public static List<Block> Of(IReadOnlyList<WireBlock> blocks, KeptPictures pictures)
    {
        var body = new List<Block>(blocks.Count);
        foreach (var block in blocks)
        {
            if (Of(block, pictures) is { } translated)
                body.Add(translated);
        }

        return body;
    }

    /// <summary>Styled text.</summary>
    public static RichText Of(IReadOnlyList<WireRun> runs) => new([.. runs.Select(run => new Run(run.Text, (RunStyle)(int)run.Style, run.Href))]);

    private static Block? Of(WireBlock block, KeptPictures pictures) => block switch
    {
        WireParagraph paragraph => new Paragraph(Of(paragraph.Runs)),
        WireHeading heading => new Heading(Of(heading.Runs), Math.Clamp(heading.Level, 2, 4)),
        WireQuote quote => new Quote([.. quote.Paragraphs.Select(Of)], quote.Attribution ?? ""),
        WireList list => new BulletList(list.Numbered, [.. list.Items.Select(Of)]),
        WireTable table => new Table([.. table.Rows.Select(Of)], table.Caption ?? ""),
        WirePreformatted lines => new Preformatted(lines.Text),
        WirePicture picture => pictures.Show(picture.Media),
        WireEmbed embed => new Embed(embed.Href, embed.Title ?? ""),
        _ => null,
    };

    private static IReadOnlyList<Cell> Of(IReadOnlyList<WireCell> row) =>
        [.. row.Select(cell => new Cell(cell.Text, cell.IsHeading, cell.ColumnSpan, cell.RowSpan))];
}
