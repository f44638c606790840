using System.Globalization;
using Wireroom.Newsroom.Desk.Access;
using Wireroom.Newsroom.Desk.Frame;
using Wireroom.Newsroom.Desk.Queue;
using Wireroom.Newsroom.Desk.SignIn;
using Wireroom.Storage;
using Wireroom.Stories;

namespace Wireroom.Newsroom.Desk.Settings;

/// <summary>The house's settings: its name and language, where readers reach it, its sections and its desks. A chief sets them; everybody may look.</summary>
public static class SettingsEndpoints
{
    private const int MostSections = 40;
    private const int MostDesks = 40;

    /// <summary>First parts of the site's addresses that are no sections.</summary>
    private static readonly string[] Reserved = ["agency", "assets", "author", "corrections", "desk", "feed", "health", "latest", "lite", "live", "newsletter", "offline", "pictures", "place", "search", "sources", "topic"];

    /// <summary><c>/desk/settings</c>.</summary>
    public static void MapSettings(this RouteGroupBuilder desk)
    {
        desk.MapGet("/settings", async (HttpContext context, DeskPages pages, Store store) => await ShowAsync(
            context, pages, await store.MastheadAsync(context.RequestAborted), await store.LedgerChecksAsync(context.RequestAborted), await store.PictureChecksAsync(context.RequestAborted), await store.SectionsAsync(context.RequestAborted), await store.DesksAsync(context.RequestAborted), await store.FourEyesAsync(context.RequestAborted), await store.WordListTextAsync(context.RequestAborted))).Needs(Right.Read);
        desk.MapPost("/settings", SaveAsync).Needs(Right.Settings, "change the settings", "name", "language", "time-zone", "address", "four-eyes", "uncleared", "section-name", "desk-name");
    }

    private static async Task<IResult> ShowAsync(HttpContext context, DeskPages pages, Masthead masthead, LedgerChecks checks, PictureChecks pictures, IReadOnlyList<Section> sections, IReadOnlyList<NewsDesk> desks, bool fourEyes, string words, string fault = "", string said = "")
    {
        var frame = await pages.FrameAsync(context, "Settings");
        var model = new SettingsModel(frame with { Said = said }, masthead, checks, pictures, sections, desks, context.May(Right.Settings), fault) { FourEyes = fourEyes, Words = words };
        return DeskPages.Show(SettingsPage.Create(model), fault.Length > 0 ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK);
    }

    private static async Task<IResult> SaveAsync(HttpContext context, DeskPages pages, Store store)
    {
        var form = context.Request.Form;
        var masthead = (await store.MastheadAsync(context.RequestAborted)) with
        {
            Name = Field("name"), Tagline = Field("tagline"), Language = Field("language"), TimeZone = Field("time-zone"), Address = Field("address").TrimEnd('/'), HidesSources = Field("sources") != "1",
        };
        var checks = new LedgerChecks { LetTollsStand = Field("tolls") != "1", LetLoneUnnamedStand = Field("lone") != "1" };
        var pictures = new PictureChecks { LetUnclearedStand = Field("uncleared") != "1" };
        var fourEyes = Field("four-eyes") == "1";
        var words = form["words"].ToString().Replace("\r", "", StringComparison.Ordinal);
        var sections = NamesIn(form, "section").Select((named, at) => new Section(named.Slug, named.Name, at)).ToList();
        var desks = NamesIn(form, "desk").Select((named, at) => new NewsDesk(named.Slug, named.Name, at)).ToList();
        if ((WhatIsWrong(masthead) ?? WhatIsWrong(sections) ?? WhatIsWrong(desks) ?? WhatIsWrong(words)) is { } fault)
            return await ShowAsync(context, pages, masthead, checks, pictures, sections, desks, fourEyes, words, fault);
        await store.InOneGoAsync(
            async go =>
            {
                await store.SaveMastheadAsync(masthead, go);
                await store.SaveSectionsAsync(sections, go);
                await store.SaveDesksAsync(desks, go);
                await store.SaveLedgerChecksAsync(checks, go);
                await store.SavePictureChecksAsync(pictures, go);
                await store.SaveFourEyesAsync(fourEyes, go);
                await store.SaveWordListAsync(words, go);
            },
            context.RequestAborted);
        return await ShowAsync(context, pages, masthead, checks, pictures, sections, desks, fourEyes, words, said: "Saved. Readers see it from now on.");

        string Field(string name) => form[name].ToString().Trim();
    }

    private static string? WhatIsWrong(string words)
    {
        try
        {
            WordList.Parse(words);
            return null;
        }
        catch (MoveRefusedException wrong)
        {
            return wrong.Message;
        }
    }

    /// <summary>The sections or desks as the form has them: in the order of their numbers; without a name, gone; without a slug, new.</summary>
    private static IEnumerable<(string Slug, string Name)> NamesIn(IFormCollection form, string kind)
    {
        var (slugs, names, places) = (form[$"{kind}-slug"], form[$"{kind}-name"], form[$"{kind}-place"]);
        var rows = new List<(double Place, string Slug, string Name)>();
        for (var at = 0; at < names.Count; at++)
        {
            var name = names[at]?.Trim() ?? "";
            var slug = at < slugs.Count && slugs[at] is { Length: > 0 } known ? known : Slug.Of(name);
            var place = at < places.Count && double.TryParse(places[at], CultureInfo.InvariantCulture, out var number) ? number : double.MaxValue;
            if (name.Length > 0)
                rows.Add((place, slug, name));
        }

        return rows.OrderBy(row => row.Place).Select(row => (row.Slug, row.Name));
    }

    private static string? WhatIsWrong(Masthead masthead) => masthead.Name.Length is 0 or > 80 ? "Give the newsroom a name of at most 80 characters."
        : masthead.Tagline.Length > 160 ? "The line under the name has at most 160 characters."
        : !IsLanguage(masthead.Language) ? $"\u201C{masthead.Language}\u201D is no language tag. Write it as en, hr, de-AT or zh-Hant (BCP 47)."
        : !TimeZoneInfo.TryFindSystemTimeZoneById(masthead.TimeZone, out _) ? $"\u201C{masthead.TimeZone}\u201D is no time zone. Write it as Europe/Zagreb."
        : masthead.Address.Length > 0 && !(Uri.TryCreate(masthead.Address, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" && address.Query.Length == 0)
            ? "The address begins with http:// or https://, as https://news.example.org; leave it empty to use the one that the server listens on."
        : null;

    private static string? WhatIsWrong(List<Section> sections)
    {
        if (sections.Count is 0 or > MostSections)
            return $"Give at least one section and at most {MostSections}: copy without a section cannot be released.";
        foreach (var section in sections)
        {
            if (!section.Name.Any(char.IsLetterOrDigit) || section.Name.Length > 60)
                return $"The section \u201C{section.Name}\u201D needs a letter or digit in its name, and at most 60 characters.";
            if (Reserved.Contains(section.Slug) || section.Slug.Contains('/', StringComparison.Ordinal))
                return $"\u201C{section.Name}\u201D would stand at /{section.Slug}, and that address is taken; choose another name.";
        }

        return sections.GroupBy(section => section.Slug).FirstOrDefault(group => group.Count() > 1) is { } twice
            ? $"There are two sections at /{twice.Key}; choose another name for one of them."
            : null;
    }

    private static string? WhatIsWrong(List<NewsDesk> desks)
    {
        if (desks.Count > MostDesks)
            return $"Give at most {MostDesks} desks.";
        foreach (var desk in desks)
        {
            if (!desk.Name.Any(char.IsLetterOrDigit) || desk.Name.Length > 60)
                return $"The desk \u201C{desk.Name}\u201D needs a letter or digit in its name, and at most 60 characters.";
            if (desk.Slug == QueueView.NoDesk)
                return $"\u201C{desk.Name}\u201D is what the queue calls stories that stand on no desk; choose another name.";
        }

        return desks.GroupBy(desk => desk.Slug).FirstOrDefault(group => group.Count() > 1) is { } twice
            ? $"There are two desks of the name \u201C{twice.Key}\u201D; choose another for one of them."
            : null;
    }

    /// <summary>A tag of the form that pages and feeds can carry (BCP 47 section 2.1): parts of 1 to 8 letters and digits, the first of letters alone.</summary>
    private static bool IsLanguage(string tag) => tag.Split('-') is var parts && parts[0].Length is 2 or 3 && parts[0].All(char.IsAsciiLetter)
        && parts.All(part => part.Length is > 0 and <= 8 && part.All(char.IsAsciiLetterOrDigit));
}

/// <summary>The page of settings.</summary>
public sealed record SettingsModel(FrameModel Frame, Masthead Masthead, LedgerChecks Checks, PictureChecks Pictures, IReadOnlyList<Section> Sections, IReadOnlyList<NewsDesk> Desks, bool MayChange, string Fault)
{
    /// <summary>True where nothing goes out that only its writer has seen.</summary>
    public bool FourEyes { get; init; }

    /// <summary>The house's word list, as it is written.</summary>
    public string Words { get; init; } = "";
}
