using System.CommandLine;
using System.Globalization;
using Spectre.Console;
using Wireroom.Newsroom.Desk.Routing;
using Wireroom.Newsroom.Host;
using Wireroom.Storage;
using Wireroom.Stories.Routing;

namespace Wireroom.Newsroom.Cli;

/// <summary><c>wireroom route</c>: the rules for what arrives, as on the desk's page of routing. What is changed here is in force at once.</summary>
internal static class RouteCommand
{
    private const string WhenMeans =
        "A condition, as source=krajina;halyard or language!=hr: any of the values, kept apart by semicolons; several conditions must all hold. Fields: source, section, subject, place, urgency, language, words, signal.";

    private static readonly Argument<int> Rule = new("RULE") { Description = "The rule's number, as \"wireroom route list\" shows it." };
    private static readonly Argument<int> To = new("TO") { Description = "The number that it is to have." };
    private static readonly Argument<FileInfo> File = new("FILE") { Description = "Rules as \"wireroom route export\" prints them." };
    private static readonly Option<string[]> When = new("--when") { Description = WhenMeans, HelpName = "FIELD=VALUES" };
    private static readonly Option<string?> Desk = new("--desk") { Description = "Put it on this desk.", HelpName = "SLUG" };
    private static readonly Option<string?> Section = new("--section") { Description = "File it in this section.", HelpName = "SLUG" };
    private static readonly Option<string[]> Tag = new("--tag") { Description = "Add this topic.", HelpName = "TOPIC" };
    private static readonly Option<bool> Alert = new("--alert") { Description = "Tell the desk by a notice." };
    private static readonly Option<bool> Release = new("--release") { Description = "Release it at once, where its source is trusted with that." };
    private static readonly Option<bool> Drop = new("--drop") { Description = "Make no story of it; the arrival and its bytes stay, and say so." };
    private static readonly Option<bool> Stop = new("--stop") { Description = "Ask no later rule." };
    private static readonly Option<int?> At = new("--at") { Description = "The number that the rule is to have; without it, it is the last.", HelpName = "N" };
    private static readonly Option<FileInfo?> From = new("--file") { Description = "Try the whole list of this file instead of one more rule.", HelpName = "FILE" };
    private static readonly Option<string?> Match = new("--match") { Description = "Which rules act: all that match, or only the first.", HelpName = "all|first" };

    public static Command Make()
    {
        Match.AcceptOnlyFromAmong("all", "first");
        return new Command("route", "The rules for what arrives.")
        {
            Made(new Command("list", "Prints the rules in their order, and changes with --match which of them act.") { Match }, ListAsync),
            Made(new Command("add", "Adds a rule.") { When, Desk, Section, Tag, Alert, Release, Drop, Stop, At }, AddAsync),
            Made(new Command("try", "Shows what one more rule would have made of the last 1,000 arrivals, and changes nothing.") { When, Desk, Section, Tag, Alert, Release, Drop, Stop, At, From }, TryAsync),
            Made(new Command("move", "Gives a rule another number.") { Rule, To }, (store, parsed, cancel) => ChangeAsync(store, plan => plan.Moved(Place(plan, parsed), parsed.GetValue(To) - 1), cancel)),
            Made(new Command("remove", "Removes a rule.") { Rule }, (store, parsed, cancel) => ChangeAsync(store, plan => plan.Without(Place(plan, parsed)), cancel)),
            Made(new Command("export", "Prints the rules as JSON."), ExportAsync),
            Made(new Command("import", "Puts the rules of a file in the place of all that there are.") { File }, ImportAsync),
        };
    }

    private static Command Made(Command command, Func<Store, ParseResult, CancellationToken, Task<int>> work) => command.Does("route", work);

    private static async Task<int> ListAsync(Store store, ParseResult parsed, CancellationToken cancel)
    {
        var match = parsed.GetValue(Match);
        return await ChangeAsync(store, plan => match is null ? plan : plan with { FirstMatchOnly = match == "first" }, cancel).ConfigureAwait(false);
    }

    private static async Task<int> AddAsync(Store store, ParseResult parsed, CancellationToken cancel)
    {
        var names = (await store.HouseAsync(cancel).ConfigureAwait(false)).Names;
        return await ChangeAsync(store, plan => With(plan, parsed, names), cancel).ConfigureAwait(false);
    }

    private static async Task<int> TryAsync(Store store, ParseResult parsed, CancellationToken cancel)
    {
        var names = (await store.HouseAsync(cancel).ConfigureAwait(false)).Names;
        var inForce = (await store.RoutingAsync(cancel).ConfigureAwait(false)).InForce;
        var plan = parsed.GetValue(From) is { } file ? await ReadAsync(file, cancel).ConfigureAwait(false) : With(inForce, parsed, names);
        Refuse(plan, names);
        var trial = await new RoutingTrials(store).TryAsync(plan, cancel).ConfigureAwait(false);
        for (var at = 0; at < plan.Rules.Count; at++)
            await SayAsync($"{at + 1}. {RoutingWords.Sentence(plan.Rules[at], names, plan.FirstMatchOnly)} ({trial.Matched[at]} of {trial.Count})").ConfigureAwait(false);
        await SayAsync($"{trial.Different} of the last {trial.Count} arrivals would have fared otherwise.").ConfigureAwait(false);
        var table = new Spectre.Console.Table().AddColumns("where", "by the rules in force", "by these");
        foreach (var count in trial.Counts.Where(count => count.Today + count.Then > 0))
            table.AddRow(Markup.Escape(count.End), Number(count.Today), Number(count.Then));
        AnsiConsole.Write(table);
        foreach (var one in trial.Examples)
            await SayAsync($"{one.At:yyyy-MM-dd HH:mm} {one.Source}: {one.Headline}\n    {one.Today} -> {one.Then}").ConfigureAwait(false);
        return 0;
    }

    private static async Task<int> ExportAsync(Store store, ParseResult parsed, CancellationToken cancel)
    {
        await SayAsync($"{RoutingJson.Write((await store.RoutingAsync(cancel).ConfigureAwait(false)).InForce)}").ConfigureAwait(false);
        return 0;
    }

    private static async Task<int> ImportAsync(Store store, ParseResult parsed, CancellationToken cancel)
    {
        var plan = await ReadAsync(parsed.GetValue(File)!, cancel).ConfigureAwait(false);
        return await ChangeAsync(store, _ => plan, cancel).ConfigureAwait(false);
    }

    /// <summary>Changes the rules in force, and prints them as they are then.</summary>
    private static async Task<int> ChangeAsync(Store store, Func<RoutingPlan, RoutingPlan> change, CancellationToken cancel)
    {
        var names = (await store.HouseAsync(cancel).ConfigureAwait(false)).Names;
        var rules = await store.RoutingAsync(cancel).ConfigureAwait(false);
        var plan = change(rules.InForce);
        if (plan != rules.InForce)
        {
            Refuse(plan, names);
            if (rules.Draft is not null)
                throw new UsageException("Somebody is at work on the rules at the desk; put their changes in force or throw them away there, then repeat.");
            await store.SaveRoutingAsync(plan, cancel).ConfigureAwait(false);
        }

        for (var at = 0; at < plan.Rules.Count; at++)
            await SayAsync($"{at + 1}. {RoutingWords.Sentence(plan.Rules[at], names, plan.FirstMatchOnly)}").ConfigureAwait(false);
        if (plan.Rules.Count == 0)
            await SayAsync($"There are no rules.").ConfigureAwait(false);
        return 0;
    }

    private static RoutingPlan With(RoutingPlan plan, ParseResult parsed, RoutingNames names)
    {
        var rule = new RoutingRule
        {
            When = [.. (parsed.GetValue(When) ?? []).Select(text => RoutingForm.Condition(text, names) ?? throw new UsageException($"\"{text}\" is no condition. {WhenMeans}"))],
            Desk = parsed.GetValue(Desk) ?? "",
            Section = parsed.GetValue(Section) ?? "",
            Tags = parsed.GetValue(Tag) ?? [],
            Alert = parsed.GetValue(Alert),
            Release = parsed.GetValue(Release),
            Drop = parsed.GetValue(Drop),
            Stop = parsed.GetValue(Stop),
        };
        var with = plan.With(rule, null);
        return parsed.GetValue(At) is { } at ? with.Moved(with.Rules.Count - 1, Math.Max(0, at - 1)) : with;
    }

    private static void Refuse(RoutingPlan plan, RoutingNames names)
    {
        if (RoutingCheck.WhatIsWrong(plan, names) is { } fault)
            throw new UsageException(fault);
    }

    private static int Place(RoutingPlan plan, ParseResult parsed) => parsed.GetValue(Rule) is var number && number >= 1 && number <= plan.Rules.Count
        ? number - 1
        : throw new UsageException($"There is no rule {number}; \"wireroom route list\" shows the {plan.Rules.Count} that there are.");

    private static async Task<RoutingPlan> ReadAsync(FileInfo file, CancellationToken cancel)
    {
        if (!file.Exists)
            throw new UsageException($"There is no file {file.FullName}.");
        var (plan, fault) = RoutingJson.Read(await System.IO.File.ReadAllTextAsync(file.FullName, cancel).ConfigureAwait(false));
        return plan ?? throw new UsageException($"{file.Name}: {fault}");
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static Task SayAsync(FormattableString text) => Console.Out.WriteLineAsync(text.ToString(CultureInfo.InvariantCulture));
}
