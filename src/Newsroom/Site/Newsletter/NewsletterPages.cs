using System.Globalization;
using MimeKit;
using Wireroom.Newsroom.Paper.Letters;
using Wireroom.Newsroom.Paper.Ready;
using Wireroom.Newsroom.Site.Frame;
using Wireroom.Storage;

namespace Wireroom.Newsroom.Site.Newsletter;

/// <summary>
/// The news by mail: sign-up, confirmation and farewell. Nothing happens by following a link alone, because mail scanners follow links too: each page has its
/// button. The one press of RFC 8058 is a post to the farewell.
/// </summary>
public static class NewsletterPages
{
    private const int LongestAddress = 254;

    /// <summary>The addresses.</summary>
    public static void MapNewsletter(this WebApplication newsroom)
    {
        newsroom.MapMethods(LetterAddress.SignUp, [HttpMethods.Get, HttpMethods.Head], (HttpContext context, Answers answers) => FormAsync(context, answers, "", ""));
        newsroom.MapPost(LetterAddress.SignUp, AskAsync);
        newsroom.MapMethods(LetterAddress.SignUp + "/asked", [HttpMethods.Get, HttpMethods.Head], (HttpContext context, Answers answers) => answers.FreshAsync(context, (edition, cancel) =>
            SaidAsync(edition, edition.Words.LetterAsked, edition.Words.LetterAskedText, cancel)));
        newsroom.MapGet(LetterAddress.Confirm("{token}"), (HttpContext context, string token, Answers answers, MailingList list) => TokenAsync(context, token, answers, list, isFarewell: false));
        newsroom.MapPost(LetterAddress.Confirm("{token}"), ConfirmAsync);
        newsroom.MapGet(LetterAddress.Leave("{token}"), (HttpContext context, string token, Answers answers, MailingList list) => TokenAsync(context, token, answers, list, isFarewell: true));
        newsroom.MapPost(LetterAddress.Leave("{token}"), LeaveAsync);
    }

    private static Task FormAsync(HttpContext context, Answers answers, string email, string fault) => answers.FreshAsync(context, async (edition, cancel) =>
    {
        if (!edition.Masthead.SendsLetters)
            return null;
        var words = edition.Words;
        var page = new NewsletterPage(edition, words.Letters, words.LettersLead) { Fault = fault.Length > 0 ? string.Format(CultureInfo.InvariantCulture, words.BadMail, fault) : "", Email = email, Does = words.SignUp, Asks = true };
        return await Rendering.ToPageAsync(LetterForm.Create(page), cancel, fault.Length > 0 ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK).ConfigureAwait(false);
    });

    private static async Task AskAsync(HttpContext context, Answers answers, MailingList list, ReaderLimits limits, MailServer server, ReleasedStore released)
    {
        var cancel = context.RequestAborted;
        if (!(await released.MastheadAsync(cancel).ConfigureAwait(false)).SendsLetters || !server.IsOpen)
        {
            await answers.NotFoundAsync(context).ConfigureAwait(false);
            return;
        }

        if (!limits.MaySignUp(context))
        {
            await answers.TooManyAsync(context).ConfigureAwait(false);
            return;
        }

        var form = await FieldsAsync(context).ConfigureAwait(false);
        var email = form["email"].ToString().Trim();
        if (!IsMail(email))
        {
            await FormAsync(context, answers, email, email.Length > LongestAddress ? email[..LongestAddress] : email.Length > 0 ? email : "…").ConfigureAwait(false);
            return;
        }

        await list.AskAsync(email, RhythmIn(form), cancel).ConfigureAwait(false);
        context.Response.Redirect(LetterAddress.SignUp + "/asked");
    }

    private static Task TokenAsync(HttpContext context, string token, Answers answers, MailingList list, bool isFarewell) => answers.FreshAsync(context, async (edition, cancel) =>
    {
        if (await list.FindAsync(token, cancel).ConfigureAwait(false) is not { } reader)
            return null;
        var words = edition.Words;
        var page = isFarewell
            ? new NewsletterPage(edition, words.LetterLeave, string.Format(CultureInfo.InvariantCulture, words.LetterLeaveText, reader.Email)) { Action = LetterAddress.Leave(token), Does = words.LetterLeave }
            : new NewsletterPage(edition, words.Letters, string.Format(CultureInfo.InvariantCulture, words.LetterConfirmText, reader.Email)) { Action = LetterAddress.Confirm(token), Does = words.LetterConfirm, Rhythm = reader.Rhythm, Chooses = true };
        return await Rendering.ToPageAsync(LetterForm.Create(page), cancel).ConfigureAwait(false);
    });

    private static async Task ConfirmAsync(HttpContext context, string token, Answers answers, MailingList list, TimeProvider clock)
    {
        var rhythm = RhythmIn(await FieldsAsync(context).ConfigureAwait(false));
        await answers.FreshAsync(context, async (edition, cancel) =>
            await list.ConfirmAsync(token, rhythm, LetterAddress.NextAt(rhythm, edition.Masthead, clock.GetUtcNow()), cancel).ConfigureAwait(false)
                ? await SaidAsync(edition, edition.Words.Letters, edition.Words.LetterConfirmed, cancel).ConfigureAwait(false)
                : null).ConfigureAwait(false);
    }

    /// <summary>Once or twice is the same: who has left already is told so.</summary>
    private static Task LeaveAsync(HttpContext context, string token, Answers answers, MailingList list) => answers.FreshAsync(context, async (edition, cancel) =>
    {
        await list.LeaveAsync(token, cancel).ConfigureAwait(false);
        return await SaidAsync(edition, edition.Words.LetterLeave, edition.Words.LetterLeft, cancel).ConfigureAwait(false);
    });

    private static async Task<Rendered?> SaidAsync(Edition edition, string title, string text, CancellationToken cancel) =>
        await Rendering.ToPageAsync(LetterForm.Create(new NewsletterPage(edition, title, text)), cancel).ConfigureAwait(false);

    /// <summary>The fields of a form; none where what came is no form, or too large to be ours.</summary>
    private static async Task<IFormCollection> FieldsAsync(HttpContext context)
    {
        const int Largest = 4096;
        if (!context.Request.HasFormContentType || context.Request.ContentLength is null or > Largest)
            return FormCollection.Empty;
        try
        {
            return await context.Request.ReadFormAsync(context.RequestAborted).ConfigureAwait(false);
        }
        catch (Exception fault) when (fault is InvalidDataException or BadHttpRequestException)
        {
            return FormCollection.Empty;
        }
    }

    private static LetterRhythm RhythmIn(IFormCollection form) => form["rhythm"] == "soon" ? LetterRhythm.Soon : LetterRhythm.Daily;

    private static bool IsMail(string text) =>
        text.Length <= LongestAddress && MailboxAddress.TryParse(text, out var address) && address.Address == text && address.Domain.Contains('.', StringComparison.Ordinal) && address.LocalPart.Length > 0;
}

/// <summary>A page of the news by mail: what it says, and the form that it holds.</summary>
public sealed record NewsletterPage(Edition Edition, string Title, string Text)
{
    /// <summary>Where the form goes.</summary>
    public string Action { get; init; } = LetterAddress.SignUp;

    /// <summary>What its button does; empty where there is no form.</summary>
    public string Does { get; init; } = "";

    /// <summary>True where the mail address is asked for.</summary>
    public bool Asks { get; init; }

    /// <summary>True where only the rhythm is chosen.</summary>
    public bool Chooses { get; init; }

    /// <summary>The mail address as typed.</summary>
    public string Email { get; init; } = "";

    /// <summary>The rhythm that is chosen.</summary>
    public LetterRhythm Rhythm { get; init; }

    /// <summary>What is wrong, or empty.</summary>
    public string Fault { get; init; } = "";

    /// <summary>The frame's part. Only the sign-up has an address that may be named.</summary>
    public PageHead Head => new(Edition, $"{Title} – {Edition.Masthead.Name}", Asks ? LetterAddress.SignUp : "") { Description = Asks ? Text : "", Indexed = Asks, HasAddress = Asks };
}
