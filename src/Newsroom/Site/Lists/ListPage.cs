using System.Globalization;
using Wireroom.Newsroom.Paper.Pictures;
using Wireroom.Newsroom.Site.Frame;
using Wireroom.Storage;

namespace Wireroom.Newsroom.Site.Lists;

/// <summary>A list of stories, newest first, paged by key: a section, a topic, the latest.</summary>
public sealed record ListPage(Edition Edition, string Title, string Address, IReadOnlyList<ReleasedRow> Rows)
{
    /// <summary>Stories on a page.</summary>
    public const int Length = 24;

    /// <summary>Headlines that stand for the page where it is described in a line.</summary>
    private const int MostTold = 3;

    /// <summary>What the title is: an author, a place; empty where the title says it.</summary>
    public string Kicker { get; init; } = "";

    /// <summary>A line under the title, or empty.</summary>
    public string Intro { get; init; } = "";

    /// <summary>The story that leads the list, or null.</summary>
    public ReleasedRow? Lead { get; init; }

    /// <summary>True where the list mixes sections.</summary>
    public bool ShowsSection { get; init; }

    /// <summary>True where each day has its line.</summary>
    public bool ShowsDays { get; init; }

    /// <summary>The key that the page begins below, or null on the first page.</summary>
    public long? Before { get; init; }

    /// <summary>The page after this one, or null.</summary>
    public string? Older { get; init; }

    /// <summary>The section whose entry in the menu is marked, or null.</summary>
    public string? Section { get; init; }

    /// <summary>True where the list has a feed of its own; otherwise the feed of everything is its feed.</summary>
    public bool HasFeed { get; init; }

    /// <summary>Structured data, or null.</summary>
    public byte[]? JsonLd { get; init; }

    /// <summary>The frame's part.</summary>
    public PageHead Head => new(Edition, $"{Title} – {Edition.Masthead.Name}", Paged(Address, Before))
    {
        Description = Intro.Length > 0 ? Intro : string.Join(" · ", Rows.Prepend(Lead).OfType<ReleasedRow>().Take(MostTold).Select(row => row.Headline)),
        Section = Section,
        Feed = HasFeed ? (Address, $"{Edition.Masthead.Name}: {Title}") : null,
        Picture = Lead?.LeadPicture,
        Lead = Lead?.LeadPicture is { } picture ? new LeadImage(picture, PicturePlace.Lead) : null,
        JsonLd = JsonLd,
        HasLite = true,
    };

    /// <summary>The address of the page below a key.</summary>
    public static string Paged(string address, long? before) =>
        before is { } key ? string.Create(CultureInfo.InvariantCulture, $"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}before={key}") : address;

    /// <summary>The key in the query; what is no key is not there.</summary>
    public static long? BeforeIn(IQueryCollection query) =>
        long.TryParse(query["before"], NumberStyles.None, CultureInfo.InvariantCulture, out var key) ? key : null;

    /// <summary>A page of rows that were asked for with one more than it holds.</summary>
    public static ListPage Of(Edition edition, string title, string address, IReadOnlyList<ReleasedRow> rows, long? before) =>
        new(edition, title, address, [.. rows.Take(Length)])
        {
            Before = before,
            Older = rows.Count > Length ? Paged(address, rows[Length - 1].Key) : null,
        };
}
