using Wireroom.Newsroom.Desk.Access;
using Wireroom.Newsroom.Desk.Frame;
using Wireroom.Newsroom.Desk.Ledger;
using Wireroom.Newsroom.Desk.Pictures;
using Wireroom.Newsroom.Desk.Story;
using Wireroom.Storage;
using Wireroom.Stories;
using Wireroom.Stories.Body;

namespace Wireroom.Newsroom.Desk.Moves;

/// <summary>Which ceremony.</summary>
public enum Ceremony
{
    /// <summary>The first release, or an update, at once or at a time.</summary>
    Release,

    /// <summary>A release that puts something wrong right.</summary>
    Correct,

    /// <summary>Taking it back everywhere.</summary>
    Withdraw,
}

/// <summary>The three moves that readers see: each is confirmed, and the confirmation is a preview of what will go out.</summary>
public static class Ceremonies
{
    private const string NoTime = "The time could not be read. Give day and time, or leave it empty to release now.";

    /// <summary><c>/desk/story/{id}/release</c>, <c>/correct</c>, <c>/withdraw</c>: a preview, and its post.</summary>
    public static void MapCeremonies(this RouteGroupBuilder desk)
    {
        foreach (var ceremony in Enum.GetValues<Ceremony>())
        {
            var path = $"/story/{{id}}/{ceremony.ToString().ToLowerInvariant()}";
            var right = ceremony is Ceremony.Withdraw ? Right.Withdraw : Right.Release;
            desk.MapGet(path, (HttpContext context, string id, DeskPages pages, Store store) => PreviewAsync(context, id, ceremony, pages, store)).Needs(right);
            desk.MapPost(path, (HttpContext context, string id, DeskPages pages, Store store) => CarryOutAsync(context, id, ceremony, pages, store)).Needs(right, ceremony.ToString().ToLowerInvariant());
        }
    }

    private static async Task<IResult> PreviewAsync(HttpContext context, string id, Ceremony ceremony, DeskPages pages, Store store, string fault = "")
    {
        if (await StoryEndpoints.FindAsync(store, id, context.RequestAborted) is not { } story)
            return await StoryEndpoints.NoSuchStoryAsync(context, pages);
        var model = await StoryEndpoints.GlanceAsync(context, pages, store, story, story.Head);
        var pictures = model.Pictures;
        var typed = context.Request.HasFormContentType ? context.Request.Form : FormCollection.Empty;
        var preview = new CeremonyModel
        {
            Ceremony = ceremony,
            Story = model with { Frame = model.Frame with { Title = $"{Name(ceremony, story.Row)}: {model.Frame.Title}", Scope = Keys.KeyScope.Everywhere } },
            Missing = ceremony is Ceremony.Withdraw ? [] : [.. ReleaseCheck.WhatIsMissing(story.Head.Copy, story.Row.OnHold, allowWorkingTitle: true, [.. story.Row.Checks.WhatIsOpen(story.Row.HeadVersion), .. SuggestedBody.WhatIsOpen(story.Head.Suggested)]), .. pictures.Missing],
            Pictures = pictures,
            Words = ceremony is Ceremony.Withdraw ? [] : (await store.WordListAsync(context.RequestAborted)).Find(string.Join('\n', story.Head.Copy.Headline, story.Head.Copy.Standfirst, BodyText.Of(story.Head.Copy.Body))),
            Out = story.Row.ReleasedVersion > 0 ? await store.FindVersionAsync(story.Row.Story, story.Row.ReleasedVersion, context.RequestAborted) : null,
            Fault = fault,
            Reason = typed["reason"].ToString(),
            At = typed["at"].ToString(),
        };
        return DeskPages.Show(Confirm.Create(preview), fault.Length > 0 ? StatusCodes.Status409Conflict : StatusCodes.Status200OK);
    }

    private static async Task<IResult> CarryOutAsync(HttpContext context, string id, Ceremony ceremony, DeskPages pages, Store store)
    {
        if (await StoryEndpoints.FindAsync(store, id, context.RequestAborted) is not { } story)
            return await StoryEndpoints.NoSuchStoryAsync(context, pages);
        var (form, person, cancel) = (context.Request.Form, context.PersonName(), context.RequestAborted);
        try
        {
            if (ceremony is Ceremony.Withdraw)
            {
                await store.WithdrawAsync(story.Row.Story, new Withdrawal(form["reason"].ToString()), person, cancel);
            }
            else
            {
                var time = await pages.TimeAsync(cancel);
                var field = form["at"].ToString();
                var at = field.Length > 0 ? time.FromField(field) : null;
                if (field.Length > 0 && at is null)
                    throw new MoveRefusedException(NoTime);
                if (at <= time.Now)
                    throw new MoveRefusedException($"{time.BothZones(at.Value)} has passed. Leave the time empty to release now.");
                var order = new ReleaseOrder
                {
                    At = at,
                    Correction = ceremony is Ceremony.Correct ? new Correction(form["reason"].ToString()) : null,
                    AllowWorkingTitle = form["working"] == "1",
                    Version = int.TryParse(form["version"], System.Globalization.CultureInfo.InvariantCulture, out var version) ? version : throw new MoveRefusedException("Load the preview again."),
                };
                // Also what makes the story's page carry its ledger from the first moment.
                if ((await StoryLedger.OfAsync(store, story.Head, cancel)).Concerns.Count > 0 && form["sources-checked"] != "1")
                    throw new MoveRefusedException("There is something to look at in who says so: look, and tick that you have.");
                if ((await StoryPictures.OfAsync(store, story.Head.Copy, time.Now, cancel)).Uncleared.Count > 0 && form["pictures-checked"] != "1")
                    throw new MoveRefusedException("There is a picture of which nobody knows whose it is: look, and tick that it may go out.");
                await store.ReleaseAsync(story.Row.Story, order, person, cancel);
            }
        }
        catch (MoveRefusedException refusal)
        {
            return await PreviewAsync(context, id, ceremony, pages, store, refusal.Message);
        }
        catch (VersionMovedOnException)
        {
            return await PreviewAsync(context, id, ceremony, pages, store, "The story has a newer version since you looked. This is the preview of the newest: look again before it goes out.");
        }

        return Results.Redirect($"/desk/story/{story.Row.Story}");
    }

    /// <summary>What the ceremony is called for that story.</summary>
    public static string Name(Ceremony ceremony, QueueRow row) => ceremony switch
    {
        Ceremony.Correct => "Correct",
        Ceremony.Withdraw => "Withdraw",
        _ => Lifecycle.IsOut(row.State) ? "Update" : "Release",
    };
}

/// <summary>A preview of what will go out, and what is to be said with it.</summary>
public sealed record CeremonyModel
{
    /// <summary>Which.</summary>
    public required Ceremony Ceremony { get; init; }

    /// <summary>The story, its newest version shown.</summary>
    public required StoryModel Story { get; init; }

    /// <summary>What stands in the way, as sentences.</summary>
    public required IReadOnlyList<string> Missing { get; init; }

    /// <summary>What to know of the pictures of the newest version.</summary>
    public required StoryPictures Pictures { get; init; }

    /// <summary>What the house writes otherwise.</summary>
    public required IReadOnlyList<WordFound> Words { get; init; }

    /// <summary>The version that is out, or null.</summary>
    public required Stories.Version? Out { get; init; }

    /// <summary>Why it was refused, or empty.</summary>
    public required string Fault { get; init; }

    /// <summary>The reason as typed.</summary>
    public required string Reason { get; init; }

    /// <summary>The time as typed.</summary>
    public required string At { get; init; }
}
