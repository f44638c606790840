using Microsoft.Extensions.DependencyInjection;
using Wireroom.Newsroom.Host;
using Wireroom.Newsroom.Intake;
using Wireroom.Newsroom.Tests.Cli;
using Wireroom.Newsroom.Tests.Desk;
using Wireroom.Storage;
using Wireroom.Stories;
using Wireroom.Stories.Routing;
using Wireroom.Wire;

namespace Wireroom.Newsroom.Tests.Intake;

public sealed class RoutingTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<RoutingCondition, bool> Conditions => new()
    {
        { new(RoutingField.Source, [Wires.Source]), true },
        { new(RoutingField.Source, ["other", Wires.Source]), true },
        { new(RoutingField.Source, ["other"]), false },
        { new(RoutingField.Source, ["other"], Not: true), true },
        { new(RoutingField.Section, ["world"]), true },
        { new(RoutingField.Section, ["sport"]), false },
        { new(RoutingField.Subject, ["Handball (team)"]), true },
        { new(RoutingField.Subject, ["sport"]), true }, // above handball in the vocabulary
        { new(RoutingField.Subject, ["medtop:15000000"]), true },
        { new(RoutingField.Subject, ["economy, business and finance"]), false },
        { new(RoutingField.Subject, ["sport"], Not: true), false },
        { new(RoutingField.Place, ["Zadar"]), true },
        { new(RoutingField.Place, ["croatia"]), true },
        { new(RoutingField.Place, ["Split"]), false },
        { new(RoutingField.Urgency, ["3"]), true },
        { new(RoutingField.Urgency, ["2"]), false },
        { new(RoutingField.Language, ["hr"]), true },
        { new(RoutingField.Language, ["h"]), false },
        { new(RoutingField.Words, ["rukomet Đurđevac"]), true },
        { new(RoutingField.Words, ["durdevac"]), true },
        { new(RoutingField.Words, ["rukomet nogomet"]), false },
        { new(RoutingField.Words, ["nogomet", "rukomet"]), true },
        { new(RoutingField.Words, ["met"]), false },
        { new(RoutingField.Signal, ["alert"]), true },
        { new(RoutingField.Signal, ["new", "update"]), false },
    };

    private static WireItem Handball => Wires.Item("tag:adria:1", 1, "Rukomet: Đurđevac slavi") with
    {
        Subjects = [new WireSubject("rukomet", "medtop", "20000958")],
        Places = [new WirePlace("Zadar", Country: "Croatia")],
        Urgency = 3,
        Language = "hr-HR",
        Signal = WireSignal.Alert,
    };

    [Theory, MemberData(nameof(Conditions))]
    public async Task A_condition_holds_or_not(RoutingCondition condition, bool holds)
    {
        await using var newsroom = await NewsroomAsync(TestDatabase.Sqlite, new RoutingRule { When = [condition], Desk = "sport" });
        await newsroom.Services.GetRequiredService<Arrive>().TakeAsync(Handball);
        Assert.Equal(holds ? "sport" : "", Assert.Single(await newsroom.Store.QueueAsync(new QueueFilter(), 10, Cancel)).Desk);
    }

    [Theory, EachDatabase]
    public async Task Rules_are_asked_in_their_order_and_the_history_says_which_did_what(TestDatabase database)
    {
        await using var newsroom = await NewsroomAsync(
            database,
            new RoutingRule { When = [new(RoutingField.Subject, ["sport"])], Desk = "sport", Section = "sport", Tags = ["Handball cup"] },
            new RoutingRule { When = [new(RoutingField.Urgency, ["3"])], Desk = "news", Tags = ["Fast"], Alert = true, Stop = true },
            new RoutingRule { Desk = "news", Tags = ["Everything"] });
        var arrive = newsroom.Services.GetRequiredService<Arrive>();
        await arrive.TakeAsync(Handball);
        var row = Assert.Single(await newsroom.Store.QueueAsync(new QueueFilter { Desk = "sport" }, 10, Cancel));
        Assert.Equal("sport", row.Section);
        var story = (await newsroom.Store.FindStoryAsync(row.Story, Cancel))!;
        Assert.Equal(["Handball cup", "Fast"], story.Head.Copy.Topics.Where(topic => topic is "Handball cup" or "Fast" or "Everything"));
        Assert.Contains("tells you of it", Assert.Single(await newsroom.Store.OpenNoticesAsync(10, Cancel)).Words, StringComparison.Ordinal);
        var kept = await newsroom.Store.FindArrivalAsync((await newsroom.Store.ArrivalsAsync(null, 1, Cancel))[0].Id, Cancel);
        Assert.Equal(
            [
                "Rule 1 (When the subject is within sport): on the desk Sport, in the section Sport, tagged Handball cup",
                "Rule 2 (When it is URGENT or a FLASH): its desk stood already, tagged Fast, the desk was told, stop",
            ],
            kept!.Outcome!.Items![0].Rules!);

        // A newer version is filed and tagged as the first was, and the story stays on its desk.
        await newsroom.Store.PutOnDeskAsync(row.Story, "news", Cancel);
        await arrive.TakeAsync(Handball with { Version = 2, Headlines = [new WireText("Rukomet: Đurđevac prvak")], Signal = WireSignal.Update, Urgency = 5 });
        story = (await newsroom.Store.FindStoryAsync(row.Story, Cancel))!;
        Assert.Equal((2, "sport", "news"), (story.Row.HeadVersion, story.Row.Section, story.Row.Desk));
        Assert.Contains("Handball cup", story.Head.Copy.Topics);

        // Only the first that matches.
        await newsroom.Store.SaveRoutingAsync((await newsroom.Store.RoutingAsync(Cancel)).InForce with { FirstMatchOnly = true }, Cancel);
        await arrive.TakeAsync(Handball with { Guid = "tag:adria:2", Headlines = [new WireText("Rukomet: drugi dan")] });
        Assert.Single(await newsroom.Store.OpenNoticesAsync(10, Cancel));
    }

    [Theory, EachDatabase]
    public async Task What_is_dropped_leaves_a_trace_and_no_story_and_its_kill_tells_nobody(TestDatabase database)
    {
        await using var newsroom = await NewsroomAsync(database, new RoutingRule { When = [new(RoutingField.Language, ["hr"])], Drop = true });
        var arrive = newsroom.Services.GetRequiredService<Arrive>();
        var report = await arrive.TakeAsync(Handball);
        Assert.Equal((0, 1, "dropped by a rule"), (report.Outcome.Taken, report.Outcome.Repeated, report.Outcome.Items![0].Decision));
        Assert.Equal(["Rule 1 (When the language is hr): dropped"], report.Outcome.Items[0].Rules!);
        await arrive.TakeAsync(Handball); // again: here already
        var hold = await arrive.TakeAsync(Handball with { Guid = "tag:adria:9", Signal = WireSignal.Hold, Headlines = [new WireText("Na čekanju")] });
        Assert.Equal(1, hold.Outcome.Taken); // what an agency holds back is never dropped
        Assert.Single(await newsroom.Store.QueueAsync(new QueueFilter(), 10, Cancel));
        foreach (var notice in await newsroom.Store.OpenNoticesAsync(10, Cancel))
            await newsroom.Store.SeeNoticeAsync(notice.Id, "Ana", Cancel);
        await arrive.TakeAsync(Handball with { Version = 3, Signal = WireSignal.Withdrawal });
        Assert.Empty(await newsroom.Store.OpenNoticesAsync(10, Cancel));

        // The rule gone, the next version is a story; but what was killed stays dead.
        await newsroom.Store.SaveRoutingAsync(new RoutingPlan(), Cancel);
        Assert.Equal("killed before it came: arrives dead", (await arrive.TakeAsync(Handball with { Version = 4 })).Outcome.Items![0].Decision);
    }

    [Fact]
    public async Task A_rule_releases_only_the_copy_of_sources_that_are_so_trusted()
    {
        await using var newsroom = await NewsroomAsync(TestDatabase.Sqlite, new RoutingRule { When = [new(RoutingField.Subject, ["sport"])], Release = true });
        var arrive = newsroom.Services.GetRequiredService<Arrive>();
        var refused = await arrive.TakeAsync(Handball);
        Assert.Contains("not released: Adria is not trusted with that", Assert.Single(refused.Outcome.Items![0].Rules!), StringComparison.Ordinal);
        Assert.Equal(StoryState.Received, Assert.Single(await newsroom.Store.QueueAsync(new QueueFilter(), 10, Cancel)).State);

        await newsroom.Store.SaveSourceAsync((await newsroom.Store.FindSourceAsync(Wires.Source, Cancel))! with { RulesRelease = true }, Cancel);
        await arrive.TakeAsync(Handball with { Guid = "tag:adria:2", Headlines = [new WireText("Rukomet: drugi")] });
        await arrive.TakeAsync(Wires.Item("tag:adria:3", 1, "No sport"));
        await arrive.TakeAsync(Handball with { Guid = "tag:adria:4", Headlines = [new WireText("Rukomet: čeka")], Embargo = new WireEmbargo("za sutra", null) });
        Assert.Equal(["Rukomet: drugi"], (await newsroom.Store.QueueAsync(new QueueFilter { States = [StoryState.Released] }, 10, Cancel)).Select(row => row.Headline));
    }

    [Fact]
    public async Task A_source_has_a_desk_of_its_own_where_no_rule_says_another()
    {
        await using var newsroom = await NewsroomAsync(TestDatabase.Sqlite, new RoutingRule { When = [new(RoutingField.Subject, ["sport"])], Desk = "sport" });
        await newsroom.Store.SaveSourceAsync((await newsroom.Store.FindSourceAsync(Wires.Source, Cancel))! with { Desk = "news" }, Cancel);
        var arrive = newsroom.Services.GetRequiredService<Arrive>();
        await arrive.TakeAsync(Handball, Wires.Item("tag:adria:3", 1, "No sport"));
        Assert.Equal(["No sport"], (await newsroom.Store.QueueAsync(new QueueFilter { Desk = "news" }, 10, Cancel)).Select(row => row.Headline));
        Assert.Single(await newsroom.Store.QueueAsync(new QueueFilter { Desk = "sport" }, 10, Cancel));
        Assert.Empty(await newsroom.Store.QueueAsync(new QueueFilter { Desk = "" }, 10, Cancel));
    }

    [Theory, EachDatabase]
    public async Task A_trial_shows_what_would_have_gone_where_and_changes_nothing(TestDatabase database)
    {
        await using var newsroom = await NewsroomAsync(database);
        var arrive = newsroom.Services.GetRequiredService<Arrive>();
        await arrive.TakeAsync(Handball, Wires.Item("tag:adria:3", 1, "No sport"), Wires.Item("tag:adria:4", 1, "A test") with { Signal = WireSignal.Test });
        var before = await newsroom.Store.QueueAsync(new QueueFilter(), 10, Cancel);
        var trial = await newsroom.Services.GetRequiredService<RoutingTrials>().TryAsync(
            new RoutingPlan { Rules = [new RoutingRule { When = [new(RoutingField.Subject, ["sport"])], Desk = "sport", Tags = ["Cup"] }] }, Cancel);
        Assert.Equal((2, 1), (trial.Count, trial.Different));
        Assert.Equal([1], trial.Matched);
        Assert.Equal(("no desk", "desk Sport, tagged Cup"), (trial.Examples[0].Today, trial.Examples[0].Then));
        Assert.Equal((0, 1), trial.Counts.Where(count => count.End == "desk Sport").Select(count => (count.Today, count.Then)).Single());
        // A list of checks is equal only to itself; nobody has asked for one.
        Assert.Equal(before.Select(row => row with { Checks = [] }), (await newsroom.Store.QueueAsync(new QueueFilter(), 10, Cancel)).Select(row => row with { Checks = [] }));
    }

    [Fact]
    public async Task The_desk_works_on_a_draft_that_binds_nothing_until_it_is_put_in_force()
    {
        await using var newsroom = await NewsroomAsync(TestDatabase.Sqlite);
        using var ana = await DeskVisitor.SignedInAsync(newsroom);
        (string, string) stamp = ("stamp", StampOf(await ana.PageAsync("/desk/routing")));
        using (await ana.PostAsync("/desk/routing/rule", "/desk/routing/rule", stamp, ("place", ""), ("field", "source"), ("not", "0"), ("values", "adria"), ("field", "subject"), ("not", "0"), ("values", "economy, business and finance; sport"), ("desk", "sport"), ("stop", "1"), ("do", "save")))
            Assert.Empty((await newsroom.Store.RoutingAsync(Cancel)).InForce.Rules);
        var page = await ana.PageAsync("/desk/routing");
        Assert.Contains("When the source is Adria and the subject is within economy, business and finance or sport, put it on the desk Sport and stop.", page, StringComparison.Ordinal);
        Assert.Contains("not in force yet", page, StringComparison.Ordinal);

        // Somebody else's page is old by now; what was typed there is kept and nothing is lost.
        var (_, old) = await ana.SayAsync("/desk/routing/rule", "/desk/routing/rule", stamp, ("place", ""), ("field", "urgency"), ("not", "0"), ("values", "1"), ("alert", "1"), ("do", "save"));
        Assert.Contains("Somebody has changed the rules", old, StringComparison.Ordinal);
        Assert.Contains("it is a FLASH", old, StringComparison.Ordinal);
        using (await ana.PostAsync("/desk/routing/rule", "/desk/routing/rule", ("stamp", StampOf(page)), ("place", ""), ("field", "urgency"), ("not", "0"), ("values", "1"), ("alert", "1"), ("do", "save")))
            page = await ana.PageAsync("/desk/routing");
        using (await ana.PostAsync("/desk/routing/move", "/desk/routing", ("stamp", StampOf(page)), ("from", "2"), ("to", "1")))
            page = await ana.PageAsync("/desk/routing?try=1");
        Assert.True(page.IndexOf("it is a FLASH", StringComparison.Ordinal) < page.IndexOf("the source is Adria", StringComparison.Ordinal));
        Assert.Contains("Nothing has arrived yet on which the rules could be tried", page, StringComparison.Ordinal);
        var (_, said) = await ana.SayAsync("/desk/routing", "/desk/routing", ("stamp", StampOf(page)), ("do", "force"));
        Assert.Contains("In force", said, StringComparison.Ordinal);
        Assert.Equal(["Urgency", "Source"], (await newsroom.Store.RoutingAsync(Cancel)).InForce.Rules.Select(rule => rule.When[0].Field.ToString()));

        var (status, refused) = await ana.SayAsync("/desk/routing/rule", "/desk/routing/rule", ("stamp", StampOf(said)), ("place", ""), ("field", "source"), ("not", "0"), ("values", "nobody"), ("desk", "sport"), ("do", "save"));
        Assert.Equal((System.Net.HttpStatusCode.BadRequest, true), (status, refused.Contains("There is no source “nobody”", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_story_is_put_on_another_desk_by_hand_and_the_queues_address_asks_for_a_desk()
    {
        await using var newsroom = await NewsroomAsync(TestDatabase.Sqlite);
        await newsroom.Services.GetRequiredService<Arrive>().TakeAsync(Handball);
        var story = Assert.Single(await newsroom.Store.QueueAsync(new QueueFilter(), 10, Cancel)).Story;
        using var ana = await DeskVisitor.SignedInAsync(newsroom);
        Assert.Contains("Rukomet", await ana.PageAsync("/desk?desk=none"), StringComparison.Ordinal);
        using (await ana.PostAsync($"/desk/story/{story}/desk", $"/desk/story/{story}", ("desk", "sport")))
            Assert.Contains("Rukomet", await ana.PageAsync("/desk?desk=sport"), StringComparison.Ordinal);
        Assert.DoesNotContain("Rukomet", await ana.PageAsync("/desk?desk=none"), StringComparison.Ordinal);
        Assert.DoesNotContain("Rukomet", await ana.PageAsync("/desk?desk=news"), StringComparison.Ordinal);
        using var gone = await ana.PostAsync($"/desk/story/{story}/desk", $"/desk/story/{story}", ("desk", "nowhere"));
        Assert.Equal(System.Net.HttpStatusCode.BadRequest, gone.StatusCode);
    }

    [Fact]
    public async Task The_command_line_adds_tries_moves_and_carries_rules()
    {
        var folder = Directory.CreateTempSubdirectory("wireroom-route-").FullName;
        try
        {
            await using (var store = await Store.OpenAsync(new StoreOptions(Path.Combine(folder, "data")), TimeProvider.System, Cancel))
            {
                await store.SaveSourceAsync(new Source { Slug = Wires.Source, Name = "Adria", Kind = SourceKind.Import }, Cancel);
                await store.SaveDesksAsync([new NewsDesk("sport", "Sport", 0)], Cancel);
                await new Arrive(store, TimeProvider.System).TakeAsync(Handball);
            }

            Assert.Contains("1. When the source is Adria and the language is not hr, put it on the desk Sport and stop.", await SayAsync("route", "add", "--when", "source=Adria", "--when", "language!=hr", "--desk", "sport", "--stop"), StringComparison.Ordinal);
            var tried = await SayAsync("route", "try", "--when", "subject=sport", "--tag", "Cup", "--at", "1");
            Assert.Contains("1. When the subject is within sport, tag it “Cup”. (1 of 1)", tried, StringComparison.Ordinal);
            Assert.Contains("no desk -> no desk, tagged Cup", tried, StringComparison.Ordinal);
            await SayAsync("route", "add", "--when", "urgency=1", "--alert");
            Assert.StartsWith("1. When it is a FLASH", await SayAsync("route", "move", "2", "1"), StringComparison.Ordinal);
            await File.WriteAllTextAsync(Path.Combine(folder, "rules.json"), await SayAsync("route", "export"), Cancel);
            await SayAsync("route", "remove", "1");
            Assert.StartsWith("1. When it is a FLASH", await SayAsync("route", "import", "rules.json"), StringComparison.Ordinal);
            foreach (var (wrong, why) in new (string[] Wrong, string Why)[]
            {
                (["add", "--when", "colour=red", "--stop"], "is no condition"), (["add", "--desk", "nowhere"], "There is no desk"), (["add"], "It does nothing"), (["remove", "7"], "There is no rule 7"), (["import", "none.json"], "There is no file"),
            })
            {
                var (code, _, complained) = await WireroomProcess.RunAsync(folder, ["route", .. wrong]);
                Assert.Equal(2, code);
                Assert.Contains(why, complained, StringComparison.Ordinal);
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        async Task<string> SayAsync(params string[] arguments)
        {
            var (code, said, complained) = await WireroomProcess.RunAsync(folder, arguments);
            Assert.Equal((0, ""), (code, complained));
            return said;
        }
    }

    [Fact]
    public void Rules_travel_as_text_and_what_is_wrong_with_them_is_said()
    {
        var plan = new RoutingPlan { FirstMatchOnly = true, Rules = [new RoutingRule { When = [new(RoutingField.Words, ["a", "b"], Not: true)], Tags = ["T"], Alert = true }] };
        Assert.Equal(RoutingJson.Write(plan), RoutingJson.Write(RoutingJson.Read(RoutingJson.Write(plan)).Plan!));
        var few = RoutingJson.Read("""{"rules": [{"when": [{"field": "source", "values": ["a"]}], "alert": true}]}""").Plan!;
        Assert.Equal(("", "", true), (few.Rules[0].Desk, few.Rules[0].Section, few.Rules[0].Alert));
        Assert.Contains("\"field\": \"Source\"", RoutingJson.Write(few), StringComparison.Ordinal);
        foreach (var bad in new[] { "", "[]", "null", """{"rules": [null]}""", """{"rules": [{"when": [{"field": "words"}]}]}""", """{"rules": [{"tags": [null]}]}""", """{"rules": [{"when": [{"field": "colour", "values": []}]}]}""", """{"rules": [{"whn": []}]}""" })
            Assert.NotEqual("", RoutingJson.Read(bad).Fault);
        var names = new RoutingNames(new Dictionary<string, string> { ["a"] = "A" }, new Dictionary<string, string> { ["world"] = "World" }, new Dictionary<string, string> { ["sport"] = "Sport" });
        Assert.Null(RoutingCheck.WhatIsWrong(plan, names));
        foreach (var rule in new RoutingRule[]
        {
            new(), new() { Desk = "x" }, new() { Section = "x" }, new() { Drop = true, Desk = "sport" }, new() { Tags = [""] },
            new() { Stop = true, When = [new(RoutingField.Urgency, ["10"])] }, new() { Stop = true, When = [new(RoutingField.Signal, ["withdrawal"])] },
            new() { Stop = true, When = [new(RoutingField.Words, ["--"])] }, new() { Stop = true, When = [new(RoutingField.Source, [])] },
        })
            Assert.NotNull(RoutingCheck.WhatIsWrong(rule, names));
        Assert.Equal("When the section is World or x and it does not hold “a” or “b”, tag it “T”, tell the desk, release it at once and stop.", RoutingWords.Sentence(
            new RoutingRule { When = [new(RoutingField.Section, ["world", "x"]), new(RoutingField.Words, ["a", "b"], Not: true)], Tags = ["T"], Alert = true, Release = true, Stop = true }, names));
        Assert.Equal("Always, drop it.", RoutingWords.Sentence(new RoutingRule { Drop = true }, names));
    }

    private static string StampOf(string page) => page.Split("name=\"stamp\" value=\"")[1].Split('"')[0];

    private static async Task<RunningNewsroom> NewsroomAsync(TestDatabase database, params RoutingRule[] rules)
    {
        var newsroom = await RunningNewsroom.StartAsync(database);
        await newsroom.Store.SaveSourceAsync(new Source { Slug = Wires.Source, Name = "Adria", Kind = SourceKind.Import }, Cancel);
        await newsroom.Store.SaveDesksAsync([new NewsDesk("news", "News", 0), new NewsDesk("sport", "Sport", 1)], Cancel);
        await newsroom.Store.SaveRoutingAsync(new RoutingPlan { Rules = rules }, Cancel);
        return newsroom;
    }
}
