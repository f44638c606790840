using Wireroom.Stories.Body;
using Wireroom.Wire;

namespace Wireroom.Newsroom.Intake.Translation;

/// <summary>The blocks of a wire as the blocks of a story, one for one.</summary>
public static class TranslateBody
{
    /// <summary>The body.</summary>
    public static List<Block> Of(IReadOnlyList<WireBlock> blocks)
    {
        var body = new List<Block>(blocks.Count);
        foreach (var block in blocks)
        {
            if (Of(block) is { } translated)
                body.Add(translated);
        }

        return body;
    }

    /// <summary>Styled text.</summary>
    public static RichText Of(IReadOnlyList<WireRun> runs) => new([.. runs.Select(run => new Run(run.Text, (RunStyle)(int)run.Style, run.Href))]);

    /// <summary>A picture as a block, with its file where that came along; null where there is neither a file nor a word to show.</summary>
    public static PictureBlock? Picture(WireMedia media)
    {
        var caption = media.Caption ?? media.Title ?? "";
        // A picture without alternative text is read out by its caption, which says the same to who cannot see it.
        var alt = media.AltText is { Length: > 0 } text ? text : caption;
        var picture = new Picture(media.KeptAs ?? "", caption, alt, media.Credit ?? "", media.Width ?? 0, media.Height ?? 0, TranslateRights.Of(media.Rights));
        return picture is { File: "", Caption: "", AltText: "", Credit: "" } ? null : new PictureBlock(picture);
    }

    private static Block? Of(WireBlock block) => block switch
    {
        WireParagraph paragraph => new Paragraph(Of(paragraph.Runs)),
        WireHeading heading => new Heading(Of(heading.Runs), Math.Clamp(heading.Level, 2, 4)),
        WireQuote quote => new Quote([.. quote.Paragraphs.Select(Of)], quote.Attribution ?? ""),
        WireList list => new BulletList(list.Numbered, [.. list.Items.Select(Of)]),
        WireTable table => new Table([.. table.Rows.Select(Of)], table.Caption ?? ""),
        WirePreformatted lines => new Preformatted(lines.Text),
        WirePicture picture => Picture(picture.Media),
        WireEmbed embed => new Embed(embed.Href, embed.Title ?? ""),
        _ => null,
    };

    private static IReadOnlyList<Cell> Of(IReadOnlyList<WireCell> row) =>
        [.. row.Select(cell => new Cell(cell.Text, cell.IsHeading, cell.ColumnSpan, cell.RowSpan))];
}
