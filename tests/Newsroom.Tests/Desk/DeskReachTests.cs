using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;
using Wireroom.Newsroom.Desk.Access;
using Wireroom.Storage;
using Wireroom.Stories;
using Wireroom.Stories.Body;
using Wireroom.Stories.Planning;
using Wireroom.Wire;

namespace Wireroom.Newsroom.Tests.Desk;

/// <summary>Somebody who works in one section or on one desk only. What they must be refused is made from the routes of the running program.</summary>
public sealed class DeskReachTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("sport", "")]
    [InlineData("", "sport")]
    [InlineData("sport", "sport")]
    public async Task No_address_that_changes_copy_lets_a_person_of_one_section_or_desk_into_another(string section, string desk)
    {
        await using var newsroom = await WithDesksAsync();
        var store = newsroom.Store;
        var reach = new Reach(section.Length > 0 ? [section] : [], desk.Length > 0 ? [desk] : []);
        using var ivo = await DeskVisitor.SignedInAsync(newsroom, "Ivo Babić", "ivo@courier.example", Roles.Chief, reach);
        var there = await WrittenAsync(store, "sport", "sport");
        var elsewhere = await WrittenAsync(store, section.Length > 0 ? "region" : "sport", desk.Length > 0 ? "news" : "sport");
        var planned = await store.SaveEventAsync(new PlannedEvent { Title = "Quay opens", Section = "region", Starts = TimeProvider.System.GetUtcNow().AddDays(1) }, null, "Ana Marić", Cancel);
        var given = await store.AssignAsync(new Assignment { Story = elsewhere, What = "The passengers" }, "Ana Marić", Cancel);
        var token = await ivo.TokenAsync();
        var (open, tried) = (new List<string>(), 0);
        foreach (var (route, method, right, fields) in OverCopy(newsroom))
        {
            var pattern = route.RoutePattern.RawText!;
            if (NamesNothing(route))
                open.Add($"{method} {pattern} does not say what it changes");
            if (route.Metadata.GetMetadata<Planned>() is { } kind)
            {
                if (kind.IsAssignment || section.Length > 0) // events stand on no desk
                    await RefusedAsync(there, fields, kind.IsAssignment ? given : planned);
            }
            else if (pattern.Contains("{id}", StringComparison.Ordinal))
            {
                await RefusedAsync(elsewhere, fields);
            }

            if (method == "GET")
                continue;
            var needed = route.Metadata.GetMetadata<Needed>()!;
            if (needed.StoryField.Length > 0)
                await RefusedAsync(there, [.. fields, (needed.StoryField, elsewhere.ToString())]);
            if (needed.SectionField.Length > 0)
                await RefusedAsync(there, [.. fields, (needed.SectionField, "region")]);
            if (route.Metadata.GetMetadata<Files>() is { SectionField: { Length: > 0 } sectionField } && section.Length > 0)
                await RefusedAsync(there, [.. fields, (sectionField, "region")]);
            if (route.Metadata.GetMetadata<Files>() is { DeskField: { Length: > 0 } deskField } && desk.Length > 0)
                await RefusedAsync(there, [.. fields, (deskField, "news")]);

            async Task RefusedAsync(StoryId story, (string, string)[] form, long key = 1)
            {
                tried++;
                using var answer = await ivo.TryAsync(method, Address(pattern, story, key), token, form);
                if (answer.StatusCode is not HttpStatusCode.Forbidden)
                    open.Add($"{method} {pattern} {string.Join(' ', form)} ({right}): {(int)answer.StatusCode}");
            }
        }

        Assert.Empty(open);
        Assert.True(tried >= 40, $"{tried} tried");

        // And by whatever an address takes without saying so: with every field that files copy, sent to each, nothing has come to lie elsewhere.
        foreach (var (route, method, _, fields) in OverCopy(newsroom).Where(one => one.Method != "GET"))
        {
            var mine = await WrittenAsync(store, "sport", "sport");
            using var answer = await ivo.TryAsync(
                method, Address(route.RoutePattern.RawText!, mine, 1), token, [.. fields, .. DeskVisitor.Form(1, "Moved", "[]", ("section", section.Length > 0 ? "region" : "sport"), ("desk", desk.Length > 0 ? "news" : "sport"), ("do", "save"))]);
        }

        var strayed = (await store.QueueAsync(new QueueFilter(), 500, Cancel)).Where(row => row.Story != elsewhere && reach.WhyNot(row) is not null);
        Assert.Empty(strayed.Select(row => $"{row.Headline} in {row.Section} on {row.Desk}"));
    }

    [Fact]
    public void A_new_address_that_changes_copy_and_does_not_say_which_fails_the_table()
    {
        Assert.True(NamesNothing(Planted("/desk/rewrite", route => route.Needs(Right.Write, "rewrite"))));
        Assert.False(NamesNothing(Planted("/desk/rewrite", route => route.Needs(Right.Write, "rewrite").Files("section"))));
        Assert.False(NamesNothing(Planted("/desk/story/{id}/rewrite", route => route.Needs(Right.Write, "rewrite"))));
        Assert.False(NamesNothing(Planted("/desk/rewrite", route => route.NeedsInStory(Right.Write, "rewrite", "story"))));
    }

    [Fact]
    public async Task Whoever_works_in_one_section_writes_and_files_in_no_other_and_is_offered_none()
    {
        await using var newsroom = await WithDesksAsync();
        using var ivo = await DeskVisitor.SignedInAsync(newsroom, "Ivo Babić", "ivo@courier.example", Roles.Editor, "sport");
        var (status, said) = await ivo.SayAsync("/desk/write", "/desk/write", DeskVisitor.Form(0, "Elsewhere", "[]"));
        Assert.Equal(HttpStatusCode.Forbidden, status);
        Assert.Contains("You cannot file anything in the section region; you work in sport.", said, StringComparison.Ordinal);
        Assert.Empty(await newsroom.Store.QueueAsync(new QueueFilter(), 10, Cancel));

        using var written = await ivo.PostAsync("/desk/write", "/desk/write", DeskVisitor.Form(0, "Match abandoned", "[]", ("section", "sport")));
        var story = DeskVisitor.StoryOf(written);
        Assert.Equal(HttpStatusCode.Forbidden, (await ivo.SayAsync($"/desk/story/{story}/save", "/desk/me", DeskVisitor.Form(1, "Match abandoned", "[]"))).Status);
        Assert.Equal("sport", (await newsroom.Store.FindRowAsync(story, Cancel))!.Section);
        foreach (var page in new[] { "/desk/write", $"/desk/story/{story}/edit" })
        {
            var form = await ivo.PageAsync(page);
            Assert.Contains("<option value=\"sport\"", form, StringComparison.Ordinal);
            Assert.DoesNotContain("<option value=\"region\"", form, StringComparison.Ordinal);
        }

        // A version from before the story came to them would take it away again.
        var moved = await WrittenAsync(newsroom.Store, "region", "");
        var copy = (await newsroom.Store.FindStoryAsync(moved, Cancel))!.Head.Copy;
        await newsroom.Store.SaveVersionAsync(moved, copy with { Section = "sport" }, 1, "Ana Marić", Cancel);
        (status, said) = await ivo.SayAsync($"/desk/story/{moved}/bring-back", "/desk/me", ("version", "1"), ("base", "2"));
        Assert.Equal(HttpStatusCode.Forbidden, status);
        Assert.Contains("You cannot file anything in the section region", said, StringComparison.Ordinal);
        Assert.Equal(2, (await newsroom.Store.FindRowAsync(moved, Cancel))!.HeadVersion);
        Assert.Contains(await newsroom.Store.TrailAsync(new TrailFilter(), 20, Cancel), line => line.What == "refused" && line.Detail.Contains("bring-back", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Whoever_works_on_one_desk_writes_there_fetches_what_is_nobodys_and_leaves_the_others_alone()
    {
        await using var newsroom = await WithDesksAsync();
        var store = newsroom.Store;
        using var ivo = await DeskVisitor.SignedInAsync(newsroom, "Ivo Babić", "ivo@courier.example", Roles.Editor, new Reach([], ["sport"]));
        var form = await ivo.PageAsync("/desk/write");
        Assert.Contains("<option value=\"sport\">Sport</option>", form, StringComparison.Ordinal);
        Assert.DoesNotContain("<option value=\"news\"", form, StringComparison.Ordinal);
        using var written = await ivo.PostAsync("/desk/write", "/desk/write", DeskVisitor.Form(0, "Match abandoned", "[]"));
        Assert.Equal("sport", (await store.FindRowAsync(DeskVisitor.StoryOf(written), Cancel))!.Desk);

        var (theirs, taken) = (await WrittenAsync(store, "region", "news"), await WrittenAsync(store, "region", ""));
        var (status, said) = await ivo.SayAsync($"/desk/story/{theirs}/move", "/desk/me", ("move", "approve"));
        Assert.Equal(HttpStatusCode.Forbidden, status);
        Assert.Contains("The story stands on the desk news; you work on sport.", said, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await ivo.SayAsync($"/desk/story/{theirs}/desk", "/desk/me", ("desk", "sport"))).Status);
        Assert.Contains("stands on no desk", (await ivo.SayAsync($"/desk/story/{taken}/desk", "/desk/me", ("desk", "sport"))).Body, StringComparison.Ordinal);
        var page = await ivo.PageAsync($"/desk/story/{theirs}");
        Assert.Contains("The story stands on the desk news; you work on sport.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("data-action=\"release\"", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/desk/write\"", page, StringComparison.Ordinal);
        await store.BeginLiveAsync(theirs, Cancel);
        await store.AddEntryAsync(theirs, new EntryCopy("", [new Paragraph(RichText.Of("The bridge is shut."))], false), "Ana Marić", Cancel);
        var live = await ivo.PageAsync($"/desk/story/{theirs}/live");
        Assert.Contains("The story stands on the desk news; you work on sport.", live, StringComparison.Ordinal);
        Assert.Contains("The bridge is shut.", live, StringComparison.Ordinal);
        Assert.DoesNotContain($"action=\"/desk/story/{theirs}/live", live, StringComparison.Ordinal);
        Assert.Contains("Fronts belong to sections; you work on sport.", await ivo.PageAsync("/desk/fronts?front=region"), StringComparison.Ordinal);

        // A wire that nobody has put anywhere is fetched, and may be given back; no other desk is handed anything.
        var wire = await ArriveAsync(store);
        Assert.Equal(HttpStatusCode.Forbidden, (await ivo.SayAsync($"/desk/story/{wire}/move", "/desk/me", ("move", "take"))).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await ivo.SayAsync($"/desk/story/{wire}/desk", $"/desk/story/{wire}", ("desk", "sport"))).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await ivo.SayAsync($"/desk/story/{wire}/move", "/desk/me", ("move", "take"))).Status);
        (status, said) = await ivo.SayAsync($"/desk/story/{wire}/desk", "/desk/me", ("desk", "news"));
        Assert.Equal(HttpStatusCode.Forbidden, status);
        Assert.Contains("You cannot put anything on the desk news; you work on sport.", said, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await ivo.SayAsync($"/desk/story/{wire}/desk", "/desk/me", ("desk", ""))).Status);
    }

    [Fact]
    public async Task A_chief_limits_a_person_to_a_desk_in_the_form_and_it_counts_at_once()
    {
        await using var newsroom = await WithDesksAsync();
        using var ana = await DeskVisitor.SignedInAsync(newsroom);
        using var ivo = await DeskVisitor.SignedInAsync(newsroom, "Ivo Babić", "ivo@courier.example", Roles.Editor);
        var id = (await newsroom.Store.FindPersonAsync("ivo@courier.example", Cancel))!.Id;
        var story = await WrittenAsync(newsroom.Store, "region", "news");
        Assert.Equal(HttpStatusCode.OK, (await ivo.GetAsync($"/desk/story/{story}/edit")).Status);
        Assert.Contains("name=\"desk\" value=\"sport\"", await ana.PageAsync("/desk/people"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await ana.SayAsync($"/desk/people/{id}/role", "/desk/people", ("role", Roles.Editor), ("desk", "sport"))).Status);
        Assert.Contains("Editor, only on the desk Sport", await ana.PageAsync("/desk/people"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await ivo.GetAsync($"/desk/story/{story}/edit")).Status);
        Assert.Contains(await newsroom.Store.TrailAsync(new TrailFilter { Words = "only on sport" }, 5, Cancel), line => line.What == "change the role");

        // The desk goes; who was limited to it does not come to have them all by the next look at the form.
        await newsroom.Store.SaveDesksAsync([new NewsDesk("news", "News", 0)], Cancel);
        Assert.Contains("sport (gone)", await ana.PageAsync("/desk/people"), StringComparison.Ordinal);
        await ana.SayAsync($"/desk/people/{id}/role", "/desk/people", ("role", Roles.Editor), ("desk", "sport"), ("desk", "invented"));
        Assert.Equal(["sport"], (await newsroom.Store.FindPersonAsync(id, Cancel))!.Desks);
        Assert.Equal(HttpStatusCode.Forbidden, (await ivo.GetAsync($"/desk/story/{story}/edit")).Status);
    }

    private static async Task<RunningNewsroom> WithDesksAsync()
    {
        var newsroom = await RunningNewsroom.StartAsync();
        await newsroom.Store.SaveSectionsAsync([new Section("region", "Region", 0), new Section("sport", "Sport", 1)], Cancel);
        await newsroom.Store.SaveDesksAsync([new NewsDesk("news", "News", 0), new NewsDesk("sport", "Sport", 1)], Cancel);
        return newsroom;
    }

    private static async Task<StoryId> WrittenAsync(Store store, string section, string desk) =>
        await store.WriteStoryAsync(new Copy { Headline = "Ferry aground off Vis", Section = section, Body = [new Paragraph(RichText.Of("A ferry has run aground."))] }, "Ivo Babić", Cancel, desk);

    /// <summary>A wire that stands in the queue, on no desk.</summary>
    private static async Task<StoryId> ArriveAsync(Store store)
    {
        var copy = new Copy { Headline = "Ferry aground off Vis", Body = [new Paragraph(RichText.Of("A ferry has run aground."))] };
        var arrival = await store.KeepRawAsync(new RawArrival("maestral", "ferry.txt", "A ferry has run aground."u8.ToArray()), TimeProvider.System.GetUtcNow(), Cancel);
        var item = new WireItem { Format = "ninjs", Guid = "ferry", Headlines = [new WireText("Ferry aground off Vis")], Body = [new WireParagraph([new WireRun("A ferry has run aground.")])] };
        return await store.TakeNewAsync(new TakenItem { Arrival = arrival, Index = 0, Source = "maestral", Item = item, ContentHash = "ferry", Copy = copy, ArrivedAt = TimeProvider.System.GetUtcNow() }, Cancel);
    }

    private static string Address(string pattern, StoryId story, long key) => string.Join('/', pattern.TrimEnd('/').Split('/').Select(part => part switch
    {
        "{id}" => story.ToString(),
        "{number}" => "1",
        "{key:long}" => key.ToString(System.Globalization.CultureInfo.InvariantCulture),
        _ when part.StartsWith('{') => "none",
        _ => part,
    }));

    /// <summary>True where the address has a right over copy that sections and desks limit, and says in no way over which.</summary>
    private static bool NamesNothing(RouteEndpoint route) =>
        !route.RoutePattern.RawText!.Contains("{id}", StringComparison.Ordinal) && route.Metadata.GetMetadata<Planned>() is null && route.Metadata.GetMetadata<Files>() is null
        && route.Metadata.GetMetadata<Needed>() is { StoryField: "", SectionField: "" } && (route.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") is not true);

    private static RouteEndpoint Planted(string pattern, Action<IEndpointConventionBuilder> rule)
    {
        var builder = new RouteEndpointBuilder(_ => Task.CompletedTask, RoutePatternFactory.Parse(pattern), 0);
        rule(new Conventions(builder));
        return (RouteEndpoint)builder.Build();
    }

    private static IEnumerable<(RouteEndpoint Route, string Method, Right Right, (string, string)[] Fields)> OverCopy(RunningNewsroom newsroom)
    {
        foreach (var route in newsroom.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            if (route.Metadata.GetMetadata<Needed>() is not { } needed)
                continue;
            List<(Right Right, (string, string)[] Fields)> actions =
                needed.Field.Length > 0 ? [.. needed.Actions.Select(action => (action.Value, new[] { (needed.Field, action.Key) }))] : [(needed.Right, [])];
            foreach (var (right, fields) in actions.Where(action => Needed.IsOverCopy(action.Right)))
                yield return (route, route.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods[0], right, fields);
        }
    }

    private sealed class Conventions(EndpointBuilder builder) : IEndpointConventionBuilder
    {
        public void Add(Action<EndpointBuilder> convention) => convention(builder);
    }
}
