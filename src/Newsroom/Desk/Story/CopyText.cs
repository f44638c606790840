using Wireroom.Newsroom.Desk.Frame;
using Wireroom.Stories;
using Wireroom.Stories.Body;

namespace Wireroom.Newsroom.Desk.Story;

/// <summary>A field of a copy as text, for comparison.</summary>
public sealed record CopyField(string Name, string Text);

/// <summary>A copy as fields of text in the order in which an editor reads them, what is new first.</summary>
public static class CopyText
{
    /// <summary>Every field of a version, with what is suggested in its text.</summary>
    public static IReadOnlyList<CopyField> Fields(Stories.Version version, DeskTime time) => Fields(version.Copy, time, version.Suggested);

    /// <summary>Every field that a version holds, the body and what is suggested in it last.</summary>
    public static IReadOnlyList<CopyField> Fields(Copy copy, DeskTime time, string suggested = "") =>
    [
        new("What is new", copy.Advisory),
        new("Headline", copy.Headline),
        new("Slugline", copy.Slugline),
        new("Standfirst", copy.Standfirst),
        new("Byline", copy.Byline),
        new("Dateline", copy.Dateline),
        new("Credit", copy.Credit),
        new("Section", copy.Section),
        new("Place", copy.Place),
        new("Topics", string.Join(", ", copy.Topics)),
        new("Language", copy.Language),
        new("Urgency", copy.Urgency.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        new("Embargo", Embargo(copy.Embargo, time)),
        new("Note to the desk", copy.EdNote),
        new("Text", Body(copy.Body)),
        new("Suggestions", string.Join("\n", SuggestedBody.Of(suggested).Select(one => $"{one.By} {one.Words}"))),
    ];

    /// <summary>An embargo in words, or nothing.</summary>
    public static string Embargo(Embargo? embargo, DeskTime time) => embargo switch
    {
        null => "",
        { Until: { } until } => time.BothZones(until),
        _ => $"could not be read: \"{embargo.AsSent}\"",
    };

    /// <summary>A body as text, a block a paragraph; what is not copy is named in brackets.</summary>
    public static string Body(IReadOnlyList<Block> body) => string.Join("\n", body.Select(Line));

    private static string Line(Block block) => block switch
    {
        Paragraph paragraph => paragraph.Text.Plain,
        Heading heading => $"[heading] {heading.Text.Plain}",
        Quote quote => $"[quote] {string.Join(" / ", quote.Paragraphs.Select(line => line.Plain))}{(quote.Attribution.Length > 0 ? $" [said by] {quote.Attribution}" : "")}",
        BulletList list => string.Join("\n", list.Items.Select((item, at) => $"{(list.Numbered ? $"{at + 1}." : "•")} {item.Plain}")),
        Table table => string.Join("\n", table.Rows.Select(row => string.Join(" | ", row.Select(cell => cell.Text))).Prepend($"[table] {table.Caption}")),
        Preformatted preformatted => preformatted.Text,
        PictureBlock { Picture: var picture } => $"[picture] {picture.Caption} [credit] {picture.Credit} [alternative text] {picture.AltText}",
        Embed embed => $"[link] {embed.Title} {embed.Href}",
        _ => "",
    };
}
