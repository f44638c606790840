using Wireroom.Newsroom.Paper.Pictures;
using Wireroom.Newsroom.Paper.Ready;
using Wireroom.Newsroom.Site.Frame;
using Wireroom.Newsroom.Site.Lite;
using Wireroom.Newsroom.Site.Machines;
using Wireroom.Storage;

namespace Wireroom.Newsroom.Site.Front;

/// <summary>The front page: the lead, the seconds, and a block for each section with what does not stand above.</summary>
public sealed record FrontPage(Edition Edition, ReleasedRow? Lead, IReadOnlyList<ReleasedRow> Seconds, IReadOnlyList<FrontBlock> Blocks)
{
    private const int Considered = 40;
    private const int SecondCount = 6;
    private const int BlockLength = 4;

    /// <summary>The frame's part.</summary>
    public PageHead Head => new(Edition, TitleOf(Edition.Masthead), "/")
    {
        Description = Edition.Masthead.Tagline,
        Picture = Lead?.LeadPicture,
        Lead = Lead?.LeadPicture is { } picture ? new LeadImage(picture, PicturePlace.Lead) : null,
        JsonLd = JsonLd.OfNewsroom(Edition),
        HasLite = true,
    };

    private static readonly IReadOnlyList<string> Keys = [SurrogateKeys.Latest, SurrogateKeys.Front("")];

    /// <summary>Answers <c>/</c>.</summary>
    public static Task AnswerAsync(HttpContext context, Answers answers, ReleasedStore released) => answers.PageAsync(context, "/", Keys, async (edition, cancel) =>
        await MakeAsync(edition, await released.ChosenAsync("", cancel).ConfigureAwait(false), released, cancel).ConfigureAwait(false));

    /// <summary>Answers <c>/lite</c>: the same stories in the same order.</summary>
    public static Task LiteAsync(HttpContext context, Answers answers, ReleasedStore released) => answers.PageAsync(context, LitePages.Root, Keys, async (edition, cancel) =>
    {
        var rows = FrontOrder.Of(await released.ChosenAsync("", cancel).ConfigureAwait(false), await released.LatestAsync(ReleasedFilter.Everything, Considered, cancel).ConfigureAwait(false));
        var page = new FrontPage(edition, null, [], []);
        return await Rendering.ToPageAsync(LiteStories.Create(new LiteList(page.Head, edition.Words.Home, rows)), cancel).ConfigureAwait(false);
    });

    /// <summary>The page with those stories chosen for it.</summary>
    public static async Task<Rendered> MakeAsync(Edition edition, IReadOnlyList<ChosenStory> chosen, ReleasedStore released, CancellationToken cancel)
    {
        var rows = FrontOrder.Of(chosen, await released.LatestAsync(ReleasedFilter.Everything, Considered, cancel).ConfigureAwait(false));
        var pictures = new HashSet<string>(StringComparer.Ordinal);
        var top = rows.Take(1 + SecondCount).Select(row => ShownOnce(row, pictures)).ToList();
        var shown = top.Select(row => row.Story).ToHashSet();
        var blocks = new List<FrontBlock>();
        foreach (var section in edition.Sections)
        {
            var newest = await released.LatestAsync(new ReleasedFilter { Section = section.Slug }, BlockLength + top.Count, cancel).ConfigureAwait(false);
            var block = newest.Where(row => !shown.Contains(row.Story)).Take(BlockLength).ToList();
            if (block.Count > 0)
                blocks.Add(new FrontBlock(section, FirstWithPicture(block, pictures)));
        }

        var page = new FrontPage(edition, top.FirstOrDefault(), [.. top.Skip(1)], blocks);
        return await Rendering.ToPageAsync(edition.Theme.Front(page), cancel).ConfigureAwait(false);
    }

    /// <summary>A block opens with its newest story that has a picture of its own, where there is one.</summary>
    private static List<ReleasedRow> FirstWithPicture(List<ReleasedRow> rows, HashSet<string> pictures)
    {
        List<ReleasedRow> ordered = [.. rows.OrderBy(row => row.LeadPicture is not { } picture || pictures.Contains(picture.File))];
        return [ShownOnce(ordered[0], pictures), .. ordered.Skip(1)];
    }

    /// <summary>Stories of one event often carry the same picture; a page shows it with the first of them only.</summary>
    private static ReleasedRow ShownOnce(ReleasedRow row, HashSet<string> pictures) =>
        row.LeadPicture is { } picture && !pictures.Add(picture.File) ? row with { LeadPicture = null } : row;

    private static string TitleOf(Masthead masthead) => masthead.Tagline.Length > 0 ? $"{masthead.Name} – {masthead.Tagline}" : masthead.Name;
}

/// <summary>A section on the front with its newest stories.</summary>
public sealed record FrontBlock(Section Section, IReadOnlyList<ReleasedRow> Rows);
