using System.Globalization;
using System.Security.Cryptography;
using Wireroom.Newsroom.Desk.Access;
using Wireroom.Newsroom.Desk.Frame;
using Wireroom.Newsroom.Desk.Fronts;
using Wireroom.Newsroom.Desk.SignIn;
using Wireroom.Storage;

namespace Wireroom.Newsroom.Desk.Settings;

/// <summary>The settings of the readers' site: its theme, what machines are told, and letters to readers. A chief sets them; everybody may look.</summary>
public static class SiteSettings
{
    /// <summary><c>/desk/settings/site</c>.</summary>
    public static void MapSiteSettings(this RouteGroupBuilder desk)
    {
        desk.MapGet("/settings/site", async (HttpContext context, DeskPages pages, DeskSite site, Store store) =>
            await ShowAsync(context, pages, site, store, await store.MastheadAsync(context.RequestAborted))).Needs(Right.Read);
        desk.MapPost("/settings/site", SaveAsync).Needs(Right.Settings, "change the site");
        desk.MapGet("/settings/site/{theme}", PreviewAsync).Needs(Right.Read);
    }

    private static async Task<IResult> ShowAsync(HttpContext context, DeskPages pages, DeskSite site, Store store, Masthead masthead, string fault = "", string said = "")
    {
        var frame = await pages.FrameAsync(context, "The site");
        var model = new SiteSettingsModel(
            frame with { Said = said }, masthead, site.Themes(), context.May(Right.Settings), await store.Readers.CountAsync(context.RequestAborted), fault);
        return DeskPages.Show(SiteSettingsPage.Create(model), fault.Length > 0 ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK);
    }

    private static async Task<IResult> SaveAsync(HttpContext context, DeskPages pages, DeskSite site, Store store)
    {
        var form = context.Request.Form;
        var before = await store.MastheadAsync(context.RequestAborted);
        var hour = int.TryParse(form["letter-hour"], NumberStyles.None, CultureInfo.InvariantCulture, out var read) && read < 24 ? read : -1;
        var masthead = before with
        {
            Theme = form["theme"].ToString(),
            TellsModels = form["models"] == "1",
            Hub = form["hub"].ToString().Trim(),
            IndexNow = form["indexnow"].ToString().Trim(),
            SendsLetters = form["letters"] == "1",
            LetterHour = Math.Max(hour, 0),
        };
        if (masthead.IndexNow.Length > 0 && masthead.IndexNowKey.Length == 0)
            masthead = masthead with { IndexNowKey = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)) };
        var fault = site.Themes().All(theme => theme.Id != masthead.Theme) ? "Choose one of the themes."
            : !IsAddress(masthead.Hub) ? "The hub begins with https:// or http://; leave it empty to tell none."
            : !IsAddress(masthead.IndexNow) ? "The address for IndexNow begins with https:// or http://, as https://api.indexnow.org/indexnow; leave it empty to tell none."
            : hour < 0 ? "The hour of the daily letter is a number from 0 to 23."
            : "";
        if (fault.Length > 0)
            return await ShowAsync(context, pages, site, store, masthead, fault);
        await store.SaveMastheadAsync(masthead, context.RequestAborted);
        return await ShowAsync(context, pages, site, store, masthead, said: "Saved. Readers see it from now on.");
    }

    /// <summary>The front page in a theme, for its frame in the settings.</summary>
    private static async Task<IResult> PreviewAsync(HttpContext context, string theme, DeskPages pages, DeskSite site)
    {
        if (site.Themes().All(known => known.Id != theme) || await site.InThemeAsync(theme, context.RequestAborted) is not { } page)
            return await pages.MessageAsync(context, StatusCodes.Status404NotFound, "No such theme", "There is no theme of that name.");
        return FrontEndpoints.Preview(context, page);
    }

    private static bool IsAddress(string text) => text.Length == 0 || (text.Length <= 300 && Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https");
}

/// <summary>The page of the site's settings.</summary>
public sealed record SiteSettingsModel(FrameModel Frame, Masthead Masthead, IReadOnlyList<DeskTheme> Themes, bool MayChange, int Readers, string Fault)
{
    /// <summary>The theme that stands.</summary>
    public string Chosen => Themes.Any(theme => theme.Id == Masthead.Theme) ? Masthead.Theme : Themes[0].Id;
}
