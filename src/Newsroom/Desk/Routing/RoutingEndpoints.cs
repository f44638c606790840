using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Wireroom.Newsroom.Desk.Access;
using Wireroom.Newsroom.Desk.Frame;
using Wireroom.Newsroom.Desk.Keys;
using Wireroom.Newsroom.Desk.SignIn;
using Wireroom.Storage;
using Wireroom.Stories.Routing;

namespace Wireroom.Newsroom.Desk.Routing;

/// <summary>
/// The rules for what arrives. They are worked on as a draft, which binds nothing; the draft is tried on the newest arrivals and then put in force. A chief
/// changes them, everybody may look and try.
/// </summary>
public static class RoutingEndpoints
{
    private const string Page = "/desk/routing";

    /// <summary><c>/desk/routing</c> and what hangs on it.</summary>
    public static void MapRouting(this RouteGroupBuilder desk)
    {
        desk.MapGet("/routing", (HttpContext context, DeskPages pages, Store store) => ShowAsync(context, pages, store)).Needs(Right.Read);
        desk.MapPost("/routing", SettleAsync).Needs(Right.Settings, "settle the rules for what arrives", "do");
        desk.MapPost("/routing/move", (HttpContext context, DeskPages pages, Store store) => ChangeAsync(context, pages, store, (plan, form) =>
            Place(form["from"], plan) is { } from && int.TryParse(form["to"], NumberStyles.None, CultureInfo.InvariantCulture, out var to) ? plan.Moved(from, to - 1) : plan)).Needs(Right.Settings, "move a rule", "from", "to");
        desk.MapPost("/routing/remove", (HttpContext context, DeskPages pages, Store store) => ChangeAsync(context, pages, store, (plan, form) =>
            Place(form["place"], plan) is { } place ? plan.Without(place) : plan)).Needs(Right.Settings, "remove a rule", "place");
        desk.MapGet("/routing/rule", OpenRuleAsync).Needs(Right.Read);
        desk.MapPost("/routing/rule", SaveRuleAsync).NeedsByAction("write a rule", "do", ("try", Right.Read), ("save", Right.Settings));
    }

    /// <summary>What the rules looked like when a page was made: another one, and somebody has changed them since.</summary>
    public static string Stamp(RoutingPlan plan) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(RoutingJson.Write(plan))))[..16];

    private static async Task<IResult> ShowAsync(HttpContext context, DeskPages pages, Store store, string fault = "", string said = "")
    {
        var cancel = context.RequestAborted;
        var rules = await store.RoutingAsync(cancel);
        var house = await store.HouseAsync(cancel);
        var tries = context.RequestServices.GetService<DeskRouting>();
        var model = new RoutingModel
        {
            Frame = await pages.FrameAsync(context, "Routing", KeyScope.Routing) with { Said = said },
            Plan = rules.Worked,
            IsDraft = rules.Draft is not null,
            Names = house.Names,
            Trial = tries is not null && context.Request.Query["try"] == "1" ? await tries.Try(rules.Worked, cancel) : null,
            MayChange = context.May(Right.Settings),
            Fault = fault,
            Moved = int.TryParse(context.Request.Query["moved"], NumberStyles.None, CultureInfo.InvariantCulture, out var moved) ? moved : 0,
        };
        return DeskPages.Show(RoutingPage.Create(model), fault.Length > 0 ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK);
    }

    /// <summary>First match or all; put in force; throw the draft away.</summary>
    private static async Task<IResult> SettleAsync(HttpContext context, DeskPages pages, Store store)
    {
        var (form, cancel) = (context.Request.Form, context.RequestAborted);
        if (form["do"] == "match")
            return await ChangeAsync(context, pages, store, (plan, _) => plan with { FirstMatchOnly = form["match"] == "first" });
        if (await RefusedAsync(context, pages, store) is { } refused)
            return refused;
        if (form["do"] == "discard")
        {
            await store.SaveRoutingDraftAsync(null, cancel);
            return Results.Redirect(Page);
        }

        var worked = (await store.RoutingAsync(cancel)).Worked;
        if (RoutingCheck.WhatIsWrong(worked, (await store.HouseAsync(cancel)).Names) is { } fault)
            return await ShowAsync(context, pages, store, fault);
        await store.SaveRoutingAsync(worked, cancel);
        return await ShowAsync(context, pages, store, said: "In force for everything that arrives from now on.");
    }

    private static async Task<IResult> ChangeAsync(HttpContext context, DeskPages pages, Store store, Func<RoutingPlan, IFormCollection, RoutingPlan> change)
    {
        if (await RefusedAsync(context, pages, store) is { } refused)
            return refused;
        var (form, cancel) = (context.Request.Form, context.RequestAborted);
        await KeepAsync(store, change((await store.RoutingAsync(cancel)).Worked, form), cancel);
        var to = form["to"].ToString();
        return Results.Redirect(to.Length > 0 && to.All(char.IsAsciiDigit) ? $"{Page}?moved={to}" : Page);
    }

    /// <summary>A draft that says what is in force anyway is none.</summary>
    private static async Task KeepAsync(Store store, RoutingPlan plan, CancellationToken cancel) =>
        await store.SaveRoutingDraftAsync(Stamp(plan) == Stamp((await store.RoutingAsync(cancel)).InForce) ? null : plan, cancel);

    private static async Task<IResult> OpenRuleAsync(HttpContext context, DeskPages pages, Store store)
    {
        var plan = (await store.RoutingAsync(context.RequestAborted)).Worked;
        var place = Place(context.Request.Query["place"], plan);
        return await ShowRuleAsync(context, pages, store, place is { } at ? plan.Rules[at] : new RoutingRule(), place, Stamp(plan));
    }

    private static async Task<IResult> ShowRuleAsync(
        HttpContext context, DeskPages pages, Store store, RoutingRule rule, int? place, string stamp, string fault = "", RoutingTrial? trial = null)
    {
        var house = await store.HouseAsync(context.RequestAborted);
        var model = new RuleModel
        {
            Frame = await pages.FrameAsync(context, place is { } at ? $"Rule {at + 1}" : "A new rule") with { Place = "routing" },
            Rule = rule,
            Place = place,
            Stamp = stamp,
            House = house,
            Names = house.Names,
            Trial = trial,
            MayChange = context.May(Right.Settings),
            Fault = fault,
        };
        return DeskPages.Show(RulePage.Create(model), fault.Length > 0 ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK);
    }

    /// <summary>Tries a rule in its place, or keeps it in the draft, by the button that was pressed.</summary>
    private static async Task<IResult> SaveRuleAsync(HttpContext context, DeskPages pages, Store store)
    {
        var (form, cancel) = (context.Request.Form, context.RequestAborted);
        var plan = (await store.RoutingAsync(cancel)).Worked;
        var names = (await store.HouseAsync(cancel)).Names;
        var (rule, place, stamp) = (RoutingForm.Read(form, names), Place(form["place"], plan), form["stamp"].ToString());
        if (RoutingCheck.WhatIsWrong(rule, names) is { } fault)
            return await ShowRuleAsync(context, pages, store, rule, place, stamp, fault);
        if (stamp != Stamp(plan))
            return await ShowRuleAsync(context, pages, store, rule, place, Stamp(plan), "Somebody has changed the rules since this page was opened. Your rule stands below: look whether its place is still right, then save again.");
        var changed = plan.With(rule, place);
        if (form["do"] == "try")
            return await ShowRuleAsync(context, pages, store, rule, place, stamp, trial: context.RequestServices.GetService<DeskRouting>() is { } tries ? await tries.Try(changed, cancel) : null);
        await KeepAsync(store, changed, cancel);
        return Results.Redirect(string.Create(CultureInfo.InvariantCulture, $"{Page}?moved={(place ?? plan.Rules.Count) + 1}"));
    }

    private static async Task<IResult?> RefusedAsync(HttpContext context, DeskPages pages, Store store)
    {
        return context.Request.Form["stamp"] == Stamp((await store.RoutingAsync(context.RequestAborted)).Worked)
            ? null
            : await ShowAsync(context, pages, store, "Somebody has changed the rules since this page was opened; here they are as they stand now. Repeat what you did.");
    }

    private static int? Place(string? text, RoutingPlan plan) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= plan.Rules.Count ? number - 1 : null;
}

/// <summary>The page of rules.</summary>
public sealed record RoutingModel
{
    /// <summary>The frame.</summary>
    public required FrameModel Frame { get; init; }

    /// <summary>The rules that are worked on, or in force.</summary>
    public required RoutingPlan Plan { get; init; }

    /// <summary>True where they are not in force yet.</summary>
    public required bool IsDraft { get; init; }

    /// <summary>Names of sources, sections and desks.</summary>
    public required RoutingNames Names { get; init; }

    /// <summary>What they would have done, or null where that was not asked.</summary>
    public required RoutingTrial? Trial { get; init; }

    /// <summary>True for a chief.</summary>
    public required bool MayChange { get; init; }

    /// <summary>What went wrong, or empty.</summary>
    public required string Fault { get; init; }

    /// <summary>The number of the rule that was just moved or saved, or 0.</summary>
    public required int Moved { get; init; }
}

/// <summary>The page of one rule.</summary>
public sealed record RuleModel
{
    /// <summary>The frame.</summary>
    public required FrameModel Frame { get; init; }

    /// <summary>The rule as typed or kept.</summary>
    public required RoutingRule Rule { get; init; }

    /// <summary>Its place counted from 0, or null for a new one.</summary>
    public required int? Place { get; init; }

    /// <summary>What the rules looked like when the page was opened.</summary>
    public required string Stamp { get; init; }

    /// <summary>Sources, sections and desks.</summary>
    public required HouseFacts House { get; init; }

    /// <summary>Their names.</summary>
    public required RoutingNames Names { get; init; }

    /// <summary>What the rules would have done with it, or null.</summary>
    public required RoutingTrial? Trial { get; init; }

    /// <summary>True for a chief.</summary>
    public required bool MayChange { get; init; }

    /// <summary>What is wrong with it, or empty.</summary>
    public required string Fault { get; init; }
}

/// <summary>What a trial brought.</summary>
public sealed record RoutingTrialModel(RoutingTrial Trial, DeskTime Time);
