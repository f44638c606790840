using Wireroom.Stories.Body;
using Wireroom.Wire;

namespace Wireroom.Newsroom.Desk.Story;

/// <summary>A wire item for reading: its body as blocks that a page can show, and its fields with their names. Nothing of it is published.</summary>
public static class WireText
{
    /// <summary>The body as sent.</summary>
    public static IReadOnlyList<Block> Body(WireItem item) => [.. item.Body.Select(Of)];

    /// <summary>What the document said beside its text, as names and values.</summary>
    public static IEnumerable<(string Name, string Value)> Fields(WireItem item)
    {
        (string, string?)[] fields =
        [
            ("Signal", item.Signal.ToString().ToLowerInvariant()),
            ("Format", item.Format),
            ("Guid", item.Guid),
            ("Version", item.Version?.ToString(System.Globalization.CultureInfo.InvariantCulture)),
            ("Status", item.PubStatus),
            ("Urgency", item.Urgency?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? item.Priority),
            ("Slugline", item.Slugline),
            ("Embargo", item.Embargo?.AsSent),
            ("Dateline", item.Dateline),
            ("Byline", item.Byline),
            ("Credit", item.Credit),
            ("Provider", item.Provider),
            ("Sources", string.Join(", ", item.Sources)),
            ("Made", item.VersionCreated?.AsSent ?? item.Created?.AsSent ?? item.ContentCreated?.AsSent),
            ("Published", item.Published?.AsSent),
            ("Language", item.Language),
            ("Place", item.Located?.Name ?? string.Join(", ", item.Places.Select(place => place.Name))),
            ("Subjects", string.Join(", ", item.Subjects.Select(subject => subject.Name))),
            ("Keywords", string.Join(", ", item.Keywords)),
            ("Genre", string.Join(", ", item.Genres.Select(genre => genre.Name))),
            ("Note to editors", item.EdNote),
            ("Usage", item.Rights?.UsageTerms),
            ("Rights", item.Rights?.Notice ?? item.Rights?.Holder),
            ("Link", item.Link),
            ("Guessed", string.Join(", ", item.Guessed)),
            ("Not carried", string.Join(", ", item.Dropped.Select(dropped => dropped.Name).Distinct())),
        ];
        return fields.Where(field => !string.IsNullOrWhiteSpace(field.Item2)).Select(field => (field.Item1, field.Item2!));
    }

    private static Block Of(WireBlock block) => block switch
    {
        WireParagraph paragraph => new Paragraph(Of(paragraph.Runs)),
        WireHeading heading => new Heading(Of(heading.Runs), heading.Level),
        WireQuote quote => new Quote([.. quote.Paragraphs.Select(Of)], quote.Attribution ?? ""),
        WireList list => new BulletList(list.Numbered, [.. list.Items.Select(Of)]),
        WireTable table => new Table([.. table.Rows.Select(row => (IReadOnlyList<Cell>)[.. row.Select(cell => new Cell(cell.Text, cell.IsHeading, cell.ColumnSpan, cell.RowSpan))])], table.Caption ?? ""),
        WirePreformatted preformatted => new Preformatted(preformatted.Text),
        WireEmbed embed => new Embed(embed.Href, embed.Title ?? ""),
        WirePicture { Media: var media } => new PictureBlock(new Picture("", media.Caption ?? media.Title ?? "", media.AltText ?? "", media.Credit ?? "")),
        _ => new Preformatted(block.ToString() ?? ""),
    };

    private static RichText Of(IReadOnlyList<WireRun> runs) => new([.. runs.Select(run => new Run(run.Text, (RunStyle)(int)run.Style, run.Href))]);
}
