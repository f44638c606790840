using System.Globalization;
using Wireroom.Language.Attribution;
using Wireroom.Newsroom.Desk.Access;
using Wireroom.Newsroom.Desk.Frame;
using Wireroom.Newsroom.Desk.Story;
using Wireroom.Newsroom.Paper;
using Wireroom.Storage;
using Wireroom.Stories;

namespace Wireroom.Newsroom.Desk.Ledger;

/// <summary>Putting a ledger right by hand: the mend is kept with the version, and with later ones while its words stand.</summary>
public static class LedgerEndpoints
{
    /// <summary>The post to <c>/desk/story/{id}/ledger</c>.</summary>
    public static void MapLedger(this RouteGroupBuilder desk) => desk.MapPost("/story/{id}/ledger", MendAsync).Needs(Right.Write, "mend who says so", "do", "source", "words");

    private static async Task<IResult> MendAsync(HttpContext context, string id, DeskPages pages, Store store, TimeProvider clock)
    {
        var cancel = context.RequestAborted;
        if (await StoryEndpoints.FindAsync(store, id, cancel) is not { } story)
            return await StoryEndpoints.NoSuchStoryAsync(context, pages);
        var form = context.Request.Form;
        if (!int.TryParse(form["version"], NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number != story.Head.Number)
            throw new MoveRefusedException($"The story has moved on to version {story.Head.Number} since. Look at its ledger first.");
        var words = form["words"].ToString().ReplaceLineEndings("\n").Trim();
        var ledger = await StoryLedger.OfAsync(store, story.Head, cancel);
        var stands = words.Length > 0 && (ledger.Copy.Passage.Text.Contains(words, StringComparison.Ordinal) || ledger.Ledger.Statements.Any(statement => ledger.WordsOf(statement) == words));
        if (!stands)
            throw new MoveRefusedException("These words do not stand in the copy as they are. Select them in the text, one paragraph at most.");
        var mend = new Mend(words, context.PersonName(), clock.GetUtcNow())
        {
            NotSaid = form["do"] == "not-said",
            Source = form["source"].ToString().Trim(),
            Via = form["via"].ToString().Trim(),
            Kind = Enum.TryParse<Language.Attribution.SourceKind>(form["kind"], out var kind) && Enum.IsDefined(kind) ? kind : Language.Attribution.SourceKind.Person,
            Manner = Enum.TryParse<Manner>(form["manner"], out var manner) && Enum.IsDefined(manner) ? manner : Manner.Said,
            Unnamed = form["unnamed"] == "1",
        };

        // The last word on the same words counts.
        IReadOnlyList<Mend> mends = [.. ledger.Stored.Mends.Where(other => other.Words != words), mend];
        await store.KeepLedgerAsync(story.Head, LedgerReader.Version, new StoredLedger(CopyPassage.ReadLedger(story.Head.Copy, mends), mends), cancel);
        return Results.Redirect($"/desk/story/{story.Row.Story}#who-title");
    }
}

/// <summary>A form that puts a statement right, or adds one where <paramref name="Statement"/> is null.</summary>
public sealed record MendModel(StoryModel Story, string Words, Statement? Statement);
