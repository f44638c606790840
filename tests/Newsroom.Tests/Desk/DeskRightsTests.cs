using System.Net;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Wireroom.Newsroom.Desk.Access;
using Wireroom.Storage;
using Wireroom.Stories;
using Wireroom.Stories.Body;

namespace Wireroom.Newsroom.Tests.Desk;

/// <summary>Who may do what: the table is made from the routes of the running program, and each role tries each.</summary>
public sealed class DeskRightsTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_role_is_let_in_and_refused_at_every_address_as_its_rule_says()
    {
        await using var newsroom = await RunningNewsroom.StartAsync();
        using var chief = await DeskVisitor.SignedInAsync(newsroom);
        var attempts = Attempts(newsroom);
        Assert.True(attempts.Count >= 45, $"{attempts.Count} attempts");
        var (refused, wrong) = (0, new List<string>());
        foreach (var role in Roles.All)
        {
            using var visitor = await DeskVisitor.SignedInAsync(newsroom, role.Title, $"{role.Name}@courier.example", role.Name);
            var story = await newsroom.Store.WriteStoryAsync(Copy("region"), role.Title, Cancel); // their own, so that only the role counts
            var token = await visitor.TokenAsync();
            foreach (var attempt in attempts.OrderBy(attempt => attempt.Pattern == "/desk/sign-out"))
            {
                using var answer = await visitor.TryAsync(attempt.Method, attempt.Address(story), token, attempt.Fields);
                var must = !role.Rights.Contains(attempt.Right);
                refused += must ? 1 : 0;
                if (must != (answer.StatusCode is HttpStatusCode.Forbidden) || answer.StatusCode is HttpStatusCode.Unauthorized)
                    wrong.Add($"{role.Name} {attempt.Method} {attempt.Pattern} {string.Join(' ', attempt.Fields)} needs {attempt.Right}: {(int)answer.StatusCode}");
            }
        }

        Assert.Empty(wrong);
        Assert.True(refused >= 60, $"{refused} refusals");
    }

    [Fact]
    public async Task Every_address_of_the_desk_names_its_rule_and_what_the_log_calls_it()
    {
        await using var newsroom = await RunningNewsroom.StartAsync();
        var without = Routes(newsroom).Where(route => route.Metadata.GetMetadata<IAllowAnonymous>() is null)
            .Where(route => route.Metadata.GetMetadata<Needed>() is not { } needed
                || (!Methods(route).Contains("GET") && needed is { IsUnlogged: false, Does: "" }))
            .Select(route => $"{string.Join(' ', Methods(route))} {route.RoutePattern.RawText}").ToList();
        Assert.True(without.Count == 0, $"No rule, or nothing for the log to say (see Access/Needed.cs): {string.Join(", ", without)}");
    }

    [Fact]
    public async Task The_log_repeats_no_field_that_holds_a_secret()
    {
        await using var newsroom = await RunningNewsroom.StartAsync();
        var noted = Routes(newsroom).SelectMany(route => route.Metadata.GetMetadata<Needed>()?.Noted ?? []).ToList();
        Assert.NotEmpty(noted);
        Assert.DoesNotContain(noted, field => field.Contains("password", StringComparison.Ordinal) || field is "token" or "key" or "code" or "current" or "body");
    }

    [Fact]
    public async Task A_person_of_one_section_acts_in_it_and_in_no_other()
    {
        await using var newsroom = await RunningNewsroom.StartAsync();
        using var ivo = await DeskVisitor.SignedInAsync(newsroom, "Ivo Babić", "ivo@courier.example", Roles.Editor, "sport");
        var (there, elsewhere) = (await newsroom.Store.WriteStoryAsync(Copy("sport"), "Ana Marić", Cancel), await newsroom.Store.WriteStoryAsync(Copy("region"), "Ana Marić", Cancel));
        foreach (var (move, field) in new[] { ("move", ("move", "approve")), ("hold", ("hold", "1")) })
        {
            Assert.Equal(HttpStatusCode.Redirect, (await ivo.SayAsync($"/desk/story/{there}/{move}", "/desk/me", field)).Status);
            var (status, said) = await ivo.SayAsync($"/desk/story/{elsewhere}/{move}", "/desk/me", field);
            Assert.Equal(HttpStatusCode.Forbidden, status);
            Assert.Contains("The story is in the section region; you work in sport.", said, StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.OK, (await ivo.GetAsync($"/desk/story/{elsewhere}")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await ivo.GetAsync($"/desk/story/{elsewhere}/release")).Status);
        Assert.Equal(StoryState.Draft, (await newsroom.Store.FindStoryAsync(elsewhere, Cancel))!.Row.State);
    }

    [Fact]
    public async Task A_story_that_the_form_names_is_guarded_as_one_that_the_address_names()
    {
        await using var newsroom = await RunningNewsroom.StartAsync();
        using var eva = await DeskVisitor.SignedInAsync(newsroom, "Eva Kos", "eva@courier.example", Roles.Reporter);
        var (hers, anas) = (await newsroom.Store.WriteStoryAsync(Copy("region"), "Eva Kos", Cancel), await newsroom.Store.WriteStoryAsync(Copy("region") with { Language = "hr" }, "Ana Marić", Cancel));
        foreach (var named in new[] { anas.ToString(), $"{newsroom.Address}desk/story/{anas}", $"https://courier.example/region/ferry-{anas}?page=2" })
        {
            var (status, said) = await eva.SayAsync($"/desk/story/{hers}/translations", "/desk/me", ("other", named));
            Assert.Equal(HttpStatusCode.Forbidden, status);
            Assert.Contains("Ana Marić has this story.", said, StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.Forbidden, (await eva.SayAsync("/desk/picture/none/use", "/desk/me", ("story", named))).Status);
        }

        Assert.Empty(await newsroom.Store.TranslationsAsync(hers, Cancel));
    }

    [Fact]
    public async Task What_the_log_repeats_are_fields_that_the_pages_send()
    {
        await using var newsroom = await RunningNewsroom.StartAsync();
        var pages = string.Concat(Directory.EnumerateFiles(Path.Combine(Repository.Root, "src", "Newsroom", "Desk"), "*.cshtml", SearchOption.AllDirectories).Select(File.ReadAllText));
        var scripts = string.Concat(Directory.EnumerateFiles(Path.Combine(Repository.Root, "web", "desk"), "*.ts", SearchOption.AllDirectories).Select(File.ReadAllText));
        var unknown = Routes(newsroom).SelectMany(route => (route.Metadata.GetMetadata<Needed>()?.Noted ?? []).Select(field => (route.RoutePattern.RawText, Field: field)))
            .Where(noted => !pages.Contains($"name=\"{noted.Field}\"", StringComparison.Ordinal) && !scripts.Contains($".set(\"{noted.Field}\"", StringComparison.Ordinal)).ToList();
        Assert.Empty(unknown);
    }

    [Theory]
    [InlineData("/desk/live?after=0", false)]
    [InlineData("/desk/live?after=0", true)]
    [InlineData("/desk/notices/live", false)]
    public async Task What_streams_ends_with_the_session_and_with_the_person(string address, bool signsOut)
    {
        await using var newsroom = await RunningNewsroom.StartAsync();
        using var ana = await DeskVisitor.SignedInAsync(newsroom);
        using var ivo = await DeskVisitor.SignedInAsync(newsroom, "Ivo Babić", "ivo@courier.example", Roles.Editor);
        using var answer = await ivo.Http.GetAsync(new Uri(address, UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, Cancel);
        using var lines = new StreamReader(await answer.Content.ReadAsStreamAsync(Cancel));
        Assert.Equal("retry: 2000", await lines.ReadLineAsync(Cancel));
        var id = (await newsroom.Store.FindPersonAsync("ivo@courier.example", Cancel))!.Id;
        if (signsOut)
            Assert.Equal(HttpStatusCode.Redirect, (await ivo.SayAsync("/desk/sign-out", "/desk/me")).Status);
        else
            Assert.Equal(HttpStatusCode.OK, (await ana.SayAsync($"/desk/people/{id}/shut", "/desk/people", ("shut", "1"))).Status);
        await newsroom.Store.WriteStoryAsync(Copy("region") with { Headline = "Not for Ivo" }, "Ana Marić", Cancel);
        await newsroom.Store.TellDeskAsync(NoticeKind.Rule, null, "", "Not for Ivo", Cancel);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        patience.CancelAfter(TimeSpan.FromSeconds(60));
        Assert.DoesNotContain("Not for Ivo", await lines.ReadToEndAsync(patience.Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reporter_leaves_alone_what_somebody_else_has_taken()
    {
        await using var newsroom = await RunningNewsroom.StartAsync();
        using var eva = await DeskVisitor.SignedInAsync(newsroom, "Eva Kos", "eva@courier.example", Roles.Reporter);
        var (hers, anas) = (await newsroom.Store.WriteStoryAsync(Copy("region"), "Eva Kos", Cancel), await newsroom.Store.WriteStoryAsync(Copy("region"), "Ana Marić", Cancel));
        Assert.Equal(HttpStatusCode.OK, (await eva.GetAsync($"/desk/story/{hers}/edit")).Status);
        var (status, said) = await eva.SayAsync($"/desk/story/{anas}/save", "/desk/me", DeskVisitor.Form(1, "Mine now", "[]"));
        Assert.Equal(HttpStatusCode.Forbidden, status);
        Assert.Contains("Ana Marić has this story.", said, StringComparison.Ordinal);
        Assert.Equal(1, (await newsroom.Store.FindStoryAsync(anas, Cancel))!.Head.Number);
    }

    [Theory]
    [EachDatabase]
    public async Task Under_four_eyes_nothing_goes_out_that_only_its_writer_has_seen(TestDatabase database)
    {
        await using var newsroom = await RunningNewsroom.StartAsync(database);
        var store = newsroom.Store;
        var story = await store.WriteStoryAsync(Copy("region"), "Ana Marić", Cancel);
        await store.SaveFourEyesAsync(true, Cancel);
        var refusal = await Assert.ThrowsAsync<MoveRefusedException>(() => store.ReleaseAsync(story, ReleaseOrder.Now, "Ana Marić", Cancel));
        Assert.Contains("only its writer has seen", refusal.Message, StringComparison.Ordinal);
        await store.MoveAsync(story, Move.Approve, "Ana Marić", Cancel);
        await Assert.ThrowsAsync<MoveRefusedException>(() => store.ReleaseAsync(story, ReleaseOrder.Now, "ana marić", Cancel));

        // Somebody else has passed this very version; a newer one is again hers alone.
        var second = await store.WriteStoryAsync(Copy("region"), "Ana Marić", Cancel);
        await store.MoveAsync(second, Move.Approve, "Ivo Babić", Cancel);
        await store.ReleaseAsync(second, ReleaseOrder.Now, "Ana Marić", Cancel);
        await store.SaveVersionAsync(second, Copy("region") with { Headline = "Later" }, 1, "Ana Marić", Cancel);
        await Assert.ThrowsAsync<MoveRefusedException>(() => store.ReleaseAsync(second, ReleaseOrder.Now, "Ana Marić", Cancel));
        await store.ReleaseAsync(second, ReleaseOrder.Now, "Ivo Babić", Cancel);
    }

    [Fact]
    public async Task A_role_that_is_changed_and_a_person_who_is_shut_out_count_at_once()
    {
        await using var newsroom = await RunningNewsroom.StartAsync();
        using var ana = await DeskVisitor.SignedInAsync(newsroom);
        using var ivo = await DeskVisitor.SignedInAsync(newsroom, "Ivo Babić", "ivo@courier.example", Roles.Editor);
        var id = (await newsroom.Store.FindPersonAsync("ivo@courier.example", Cancel))!.Id;
        Assert.Equal(HttpStatusCode.OK, (await ivo.GetAsync("/desk/write")).Status);
        Assert.Equal(HttpStatusCode.OK, (await ana.SayAsync($"/desk/people/{id}/role", "/desk/people", ("role", Roles.LogReader))).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await ivo.GetAsync("/desk/write")).Status);
        Assert.Equal(HttpStatusCode.OK, (await ivo.GetAsync("/desk/log")).Status);
        Assert.Equal(HttpStatusCode.OK, (await ana.SayAsync($"/desk/people/{id}/shut", "/desk/people", ("shut", "1"))).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await ivo.GetAsync("/desk/log")).Status);
        Assert.Contains("This account is shut.", (await ivo.SayAsync("/desk/sign-in", "/desk/sign-in", ("email", "ivo@courier.example"), ("password", DeskVisitor.Password))).Body, StringComparison.Ordinal);
        await ana.SayAsync($"/desk/people/{id}/shut", "/desk/people", ("shut", "0"));
        Assert.Equal(HttpStatusCode.Redirect, (await ivo.SayAsync("/desk/sign-in", "/desk/sign-in", ("email", "ivo@courier.example"), ("password", DeskVisitor.Password))).Status);
    }

    [Fact]
    public async Task The_last_who_looks_after_people_stays_and_nobody_lifts_themselves()
    {
        await using var newsroom = await RunningNewsroom.StartAsync();
        using var ana = await DeskVisitor.SignedInAsync(newsroom);
        var id = (await newsroom.Store.FindPersonAsync("ana@courier.example", Cancel))!.Id;
        var (status, said) = await ana.SayAsync($"/desk/people/{id}/role", "/desk/people", ("role", Roles.Editor));
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains("the last who can invite people", said, StringComparison.Ordinal);

        using var chief = await DeskVisitor.SignedInAsync(newsroom, "Ivo Babić", "ivo@courier.example", Roles.Chief);
        Assert.Contains("may do more than you", (await chief.SayAsync($"/desk/people/{id}/shut", "/desk/people", ("shut", "1"))).Body, StringComparison.Ordinal);
        Assert.Contains("Only an operator can make another one.", (await chief.SayAsync("/desk/people/invite", "/desk/people", ("email", "x@courier.example"), ("role", Roles.Operator))).Body, StringComparison.Ordinal);
        Assert.Contains("may do more than you", (await chief.SayAsync("/desk/people/invite", "/desk/people", ("email", "ana@courier.example"), ("role", Roles.Reporter))).Body, StringComparison.Ordinal);
    }

    [Fact]
    public void The_page_of_rights_in_docs_is_the_table() =>
        Assert.Equal(RightsPage.AsMarkdown(), File.ReadAllText(Path.Combine(Repository.Root, "docs", "rights.md")));

    private static Copy Copy(string section) => new() { Headline = "Ferry aground off Vis", Section = section, Body = [new Paragraph(RichText.Of("A ferry has run aground."))] };

    private static IEnumerable<RouteEndpoint> Routes(RunningNewsroom newsroom) => newsroom.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .Where(route => route.RoutePattern.RawText!.StartsWith("/desk", StringComparison.Ordinal));

    private static IReadOnlyList<string> Methods(RouteEndpoint route) => route.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"];

    private static List<Attempt> Attempts(RunningNewsroom newsroom)
    {
        var attempts = new List<Attempt>();
        foreach (var route in Routes(newsroom).Where(route => route.Metadata.GetMetadata<IAllowAnonymous>() is null))
        {
            if (route.Metadata.GetMetadata<Needed>() is not { } needed)
                continue; // the test of rules says so
            foreach (var method in Methods(route))
            {
                if (needed.Field.Length == 0)
                    attempts.Add(new Attempt(method, route.RoutePattern.RawText!, needed.Right, []));
                else
                    attempts.AddRange(needed.Actions.Select(action => new Attempt(method, route.RoutePattern.RawText!, action.Value, [(needed.Field, action.Key)])));
            }
        }

        return attempts;
    }

    private sealed record Attempt(string Method, string Pattern, Right Right, (string Name, string Value)[] Fields)
    {
        public string Address(StoryId story) => string.Join('/', Pattern.TrimEnd('/').Split('/').Select(part => part switch
        {
            "{id}" => story.ToString(),
            "{number}" or "{key:long}" => "1",
            _ when part.StartsWith('{') => "none",
            _ => part,
        }));
    }
}
