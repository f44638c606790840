using Wireroom.Newsroom.Paper;
using Wireroom.Newsroom.Paper.Pictures;
using Wireroom.Storage;
using Wireroom.Stories;
using Wireroom.Stories.Body;
using Wireroom.Wire;

namespace Wireroom.Newsroom.Outlets;

/// <summary>
/// The translator at the way out: a released version as a wire item. It holds what went out and nothing of the desk's own; its embargo is over, or it would
/// not have been found.
/// </summary>
public static class Translate
{
    /// <summary>The item; addresses are absolute.</summary>
    public static WireItem ToWire(ReleasedStory story, Masthead masthead)
    {
        var (row, copy) = (story.Row, story.Copy);
        var root = masthead.Address;
        var pictures = copy.Body.OfType<PictureBlock>().Where(block => block.Picture.File.Length > 0).Select(block => Media(block.Picture, root)).ToList();
        return new WireItem
        {
            Format = "wireroom",
            Guid = $"urn:wireroom:{row.Story}",
            Version = row.Version,
            Signal = row.Kind switch
            {
                ReleaseKind.Correction => WireSignal.Correction,
                ReleaseKind.Update => WireSignal.Update,
                _ => WireSignal.New,
            },
            PubStatus = "usable",
            Urgency = copy.Urgency,
            Slugline = Said(copy.Slugline),
            Headlines = [new WireText(copy.Headline)],
            Standfirst = Said(row.Lead),
            Dateline = Said(copy.Dateline),
            Byline = Said(copy.Byline),
            Credit = Said(copy.Credit),
            Sources = copy.Credit.Length > 0 ? [copy.Credit] : [],
            Provider = masthead.Name,
            Published = WireTime.Of(row.PublishedAt),
            VersionCreated = WireTime.Of(row.UpdatedAt),
            Language = row.Language,
            Keywords = copy.Topics,
            Rights = ToWire(copy.Rights),
            Link = root + StoryAddress.Of(row.Section, row.Slug, row.Story),
            Body = [.. copy.Body.Select(block => ToWire(block, root)).OfType<WireBlock>()],
            Media = pictures,
        };
    }

    /// <summary>An entry of a live story as an item of its own.</summary>
    public static WireItem ToWire(LiveEntry entry, ReleasedStory story, Masthead masthead)
    {
        var (row, root) = (story.Row, masthead.Address);
        return new WireItem
        {
            Format = "wireroom",
            Guid = $"urn:wireroom:{row.Story}:{entry.Key}",
            Version = entry.Number,
            Signal = entry.Kind switch
            {
                EntryKind.Correction => WireSignal.Correction,
                EntryKind.Update => WireSignal.Update,
                _ => WireSignal.New,
            },
            PubStatus = "usable",
            Headlines = [new WireText(entry.Copy.Name)],
            Byline = Said(entry.By),
            Provider = masthead.Name,
            Published = WireTime.Of(entry.At),
            VersionCreated = WireTime.Of(entry.ChangedAt),
            Language = row.Language,
            Link = root + EntryAddress.Of(StoryAddress.Of(row.Section, row.Slug, row.Story), entry.Key),
            Body = [.. entry.Copy.Body.Select(block => ToWire(block, root)).OfType<WireBlock>()],
        };
    }

    private static string? Said(string text) => text.Length > 0 ? text : null;

    private static WireRights? ToWire(Rights? rights) =>
        rights is null ? null : new WireRights(Said(rights.UsageTerms), Said(rights.Holder), Said(rights.Notice), rights.Expires);

    private static WireBlock? ToWire(Block block, string root) => block switch
    {
        Paragraph paragraph => new WireParagraph(Runs(paragraph.Text)),
        Heading heading => new WireHeading(Runs(heading.Text), heading.Level),
        Quote quote => new WireQuote([.. quote.Paragraphs.Select(Runs)], Said(quote.Attribution)),
        BulletList list => new WireList(list.Numbered, [.. list.Items.Select(Runs)]),
        Table table => new WireTable(
            [.. table.Rows.Select(row => row.Select(cell => new WireCell(cell.Text, cell.IsHeading, cell.ColumnSpan, cell.RowSpan)).ToList())], Said(table.Caption)),
        Preformatted preformatted => new WirePreformatted(preformatted.Text),
        PictureBlock { Picture.File.Length: > 0 } picture => new WirePicture(Media(picture.Picture, root)),
        Embed embed => new WireEmbed(embed.Href, Said(embed.Title)),
        _ => null, // a picture that was announced and never sent
    };

    private static IReadOnlyList<WireRun> Runs(RichText text) => [.. text.Runs.Select(run => new WireRun(run.Text, Style(run.Style), run.Href))];

    private static WireStyle Style(RunStyle style) =>
        (style.HasFlag(RunStyle.Bold) ? WireStyle.Bold : 0)
        | (style.HasFlag(RunStyle.Italic) ? WireStyle.Italic : 0)
        | (style.HasFlag(RunStyle.Superscript) ? WireStyle.Superscript : 0)
        | (style.HasFlag(RunStyle.Subscript) ? WireStyle.Subscript : 0);

    /// <summary>The largest JPEG that readers get: the file as it was kept may say more than is meant for them.</summary>
    private static WireMedia Media(Picture picture, string root)
    {
        if (picture is not { Width: > 0, Height: > 0 })
            return Media(picture, root + StoryAddress.OfPicture(picture.File), null, null);
        var largest = Rendition.Largest(picture.Width, picture.Height, picture.Focus);
        return Media(
            picture, root + StoryAddress.OfPicture(picture.File, largest), largest.Width, Shapes.HeightOf(PictureShape.Full, largest.Width, picture.Width, picture.Height));
    }

    private static WireMedia Media(Picture picture, string address, int? width, int? height) => new("main", address, "image/jpeg")
    {
        Kind = "picture",
        Width = width,
        Height = height,
        Caption = Said(picture.Caption),
        AltText = Said(picture.AltText),
        Credit = Said(picture.Credit),
        Rights = ToWire(picture.Rights),
    };
}
