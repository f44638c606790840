using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Wireroom.Newsroom.Desk.Access;
using Wireroom.Newsroom.Desk.SignIn;
using Microsoft.Extensions.Time.Testing;

namespace Wireroom.Newsroom.Tests.Desk;

public sealed class DeskSignInTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_first_person_comes_in_by_a_link_that_works_once()
    {
        await using var newsroom = await RunningNewsroom.StartAsync();
        var invitations = newsroom.Services.GetRequiredService<Invitations>();
        var link = await invitations.FirstLinkAsync(Cancel);
        Assert.NotNull(link);
        using var first = new DeskVisitor(newsroom.NewVisitor());
        using var came = await first.PostAsync(link, link, ("name", "Ana"), ("email", "ana@courier.example"), ("password", DeskVisitor.Password));
        Assert.Equal("/desk", came.Headers.Location?.ToString());
        Assert.Contains("Queue", await first.PageAsync("/desk"), StringComparison.Ordinal);

        using var second = new DeskVisitor(newsroom.NewVisitor());
        Assert.Equal(HttpStatusCode.Gone, (await second.GetAsync(link)).Status);
        Assert.Null(await invitations.FirstLinkAsync(Cancel));
    }

    [Fact]
    public async Task Only_the_hash_of_a_links_token_is_stored()
    {
        await using var newsroom = await RunningNewsroom.StartAsync();
        var link = (await newsroom.Services.GetRequiredService<Invitations>().FirstLinkAsync(Cancel))!;
        var token = link.Split('/')[^1];
        Assert.Equal(43, token.Length);
        Assert.NotNull(await newsroom.Store.FindInvitationAsync(Invitations.HashOf(token), Cancel));
        Assert.Null(await newsroom.Store.FindInvitationAsync(token, Cancel));
    }

    [Fact]
    public async Task A_wrong_password_and_an_unknown_address_are_answered_alike()
    {
        await using var newsroom = await RunningNewsroom.StartAsync();
        using var ana = await DeskVisitor.SignedInAsync(newsroom);
        using var stranger = new DeskVisitor(newsroom.NewVisitor());
        var wrong = await stranger.SayAsync("/desk/sign-in", "/desk/sign-in", ("email", "ana@courier.example"), ("password", "not her password"));
        var unknown = await stranger.SayAsync("/desk/sign-in", "/desk/sign-in", ("email", "nobody@courier.example"), ("password", "not her password"));
        Assert.Equal(HttpStatusCode.Unauthorized, wrong.Status);
        Assert.Equal(wrong.Status, unknown.Status);
        const string Says = "That e-mail address and password do not belong together.";
        Assert.Contains(Says, wrong.Body, StringComparison.Ordinal);
        Assert.Contains(Says, unknown.Body, StringComparison.Ordinal);
        using var right = await stranger.PostAsync("/desk/sign-in", "/desk/sign-in", ("email", "ANA@courier.example"), ("password", DeskVisitor.Password), ("return", "/desk/sources"));
        Assert.Equal("/desk/sources", right.Headers.Location?.ToString());
    }

    [Fact]
    public async Task Too_many_tries_are_told_when_to_try_again_and_may()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 3, 5, 12, 0, 0, TimeSpan.Zero));
        await using var newsroom = await RunningNewsroom.StartAsync(clock: clock);
        using var ana = await DeskVisitor.SignedInAsync(newsroom);
        using var stranger = new DeskVisitor(newsroom.NewVisitor());
        for (var attempt = 0; attempt < SignInLimits.ForAccount; attempt++)
            Assert.Equal(HttpStatusCode.Unauthorized, (await stranger.SayAsync("/desk/sign-in", "/desk/sign-in", ("email", "ana@courier.example"), ("password", "guess"))).Status);
        var (status, body) = await stranger.SayAsync("/desk/sign-in", "/desk/sign-in", ("email", "ana@courier.example"), ("password", DeskVisitor.Password));
        Assert.Equal(HttpStatusCode.TooManyRequests, status);
        Assert.Contains("Try again at", body, StringComparison.Ordinal);
        Assert.Contains("in 15 min", body, StringComparison.Ordinal);
        clock.Advance(SignInLimits.Window);
        Assert.Equal(HttpStatusCode.Redirect, (await stranger.SayAsync("/desk/sign-in", "/desk/sign-in", ("email", "ana@courier.example"), ("password", DeskVisitor.Password))).Status);
    }

    [Fact]
    public async Task One_address_cannot_try_many_accounts()
    {
        var limits = new SignInLimits(new FakeTimeProvider());
        for (var account = 0; account < SignInLimits.FromAddress; account++)
            Assert.Null(limits.Begin("192.0.2.1", $"somebody{account}@courier.example"));
        Assert.NotNull(limits.Begin("192.0.2.1", "another@courier.example"));
        Assert.Null(limits.Begin("192.0.2.2", "another@courier.example"));
        await Task.CompletedTask;
    }

    [Fact]
    public async Task A_new_password_ends_every_other_session()
    {
        await using var newsroom = await RunningNewsroom.StartAsync();
        using var here = await DeskVisitor.SignedInAsync(newsroom);
        using var there = new DeskVisitor(newsroom.NewVisitor());
        using var signedIn = await there.PostAsync("/desk/sign-in", "/desk/sign-in", ("email", "ana@courier.example"), ("password", DeskVisitor.Password));
        await there.PageAsync("/desk");
        var (status, body) = await here.SayAsync("/desk/me/password", "/desk/me", ("current", DeskVisitor.Password), ("password", "another lamp entirely"));
        Assert.True(status == HttpStatusCode.OK, body);
        await here.PageAsync("/desk");
        Assert.Equal(HttpStatusCode.Redirect, (await there.GetAsync("/desk")).Status);
    }

    [Fact]
    public async Task A_short_password_is_refused_and_the_link_stays()
    {
        await using var newsroom = await RunningNewsroom.StartAsync();
        var link = (await newsroom.Services.GetRequiredService<Invitations>().FirstLinkAsync(Cancel))!;
        using var visitor = new DeskVisitor(newsroom.NewVisitor());
        var (status, body) = await visitor.SayAsync(link, link, ("name", "Ana"), ("email", "ana@courier.example"), ("password", "elevenchars"));
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains("at least 12", body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync(link)).Status);
    }

    [Fact]
    public async Task Whoever_is_invited_by_address_cannot_take_anothers_account()
    {
        await using var newsroom = await RunningNewsroom.StartAsync();
        using var ana = await DeskVisitor.SignedInAsync(newsroom);
        var link = await newsroom.Services.GetRequiredService<Invitations>().InviteAsync(Roles.Editor, "ivo@courier.example", Cancel);
        using var ivo = new DeskVisitor(newsroom.NewVisitor());
        using var came = await ivo.PostAsync(link, link, ("name", "Ivo"), ("email", "ana@courier.example"), ("password", "a boat without oars"));
        Assert.Equal(HttpStatusCode.Redirect, came.StatusCode);
        Assert.NotNull(await newsroom.Store.FindPersonAsync("ivo@courier.example", Cancel));
        await ana.PageAsync("/desk");
        Assert.Equal(HttpStatusCode.Forbidden, (await ivo.SayAsync("/desk/people/invite", "/desk/people", ("email", "friend@courier.example"), ("role", "chief"))).Status);
    }

    [Theory]
    [InlineData("/desk/story/abc?v=1", "/desk/story/abc?v=1")]
    [InlineData("/desk", "/desk")]
    [InlineData("https://elsewhere.example/", "/desk")]
    [InlineData("//elsewhere.example/desk", "/desk")]
    [InlineData("/desk/..\\..//elsewhere.example", "/desk")]
    [InlineData("/deskelsewhere", "/desk")]
    [InlineData(null, "/desk")]
    public void Signing_in_leads_nowhere_but_the_desk(string? asked, string led) => Assert.Equal(led, SignInEndpoints.Inside(asked));
}
