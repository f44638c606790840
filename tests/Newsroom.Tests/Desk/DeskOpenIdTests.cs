using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Wireroom.Newsroom.Desk.Access;
using Wireroom.Newsroom.Desk.SignIn.OpenId;
using Wireroom.Storage;

namespace Wireroom.Newsroom.Tests.Desk;

/// <summary>Signing in through the house's provider, against a real one on loopback.</summary>
public sealed class DeskOpenIdTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task Whoever_was_invited_comes_in_and_is_tied_once_to_their_number_and_not_to_their_address(TestDatabase database)
    {
        await using var provider = await HouseProvider.StartAsync();
        await using var newsroom = await WithAsync(provider, database: database);
        await newsroom.Store.InviteAsync("hash", new Invitation(Roles.Editor, ["sport"], "ivo@courier.example") { Desks = ["night"] }, TimeProvider.System.GetUtcNow().AddDays(1), Cancel);
        using var ivo = new DeskVisitor(newsroom.NewVisitor());
        Assert.Contains("Sign in with the house", await ivo.PageAsync("/desk/sign-in?return=/desk/board"), StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.Redirect, "/desk/board"), await ComeAsync(ivo, "/desk/board"));
        Assert.Contains("openid", provider.Last!.Scope, StringComparison.Ordinal);
        Assert.Contains("email", provider.Last.Scope, StringComparison.Ordinal);
        var me = await ivo.PageAsync("/desk/me");
        Assert.Contains("through the house", me, StringComparison.Ordinal);
        var person = (await newsroom.Store.FindPersonAsync("ivo@courier.example", Cancel))!;
        Assert.Equal(("Ivo Babić", Roles.Editor, null), (person.Name, person.Role, person.PasswordHash));
        Assert.Equivalent(new Reach(["sport"], ["night"]), person.Reach);
        Assert.Null(await newsroom.Store.FindInvitationAsync("hash", Cancel)); // it is used up

        // The address passes to somebody else at the provider: it opens nothing here. Ivo comes in under his new one.
        provider.Subject = "4712";
        using var other = new DeskVisitor(newsroom.NewVisitor());
        Assert.Contains("belongs to somebody else at the provider", (await RefusedAsync(other)).Body, StringComparison.Ordinal);
        (provider.Subject, provider.Claims["email"]) = ("4711", "ivo.b@courier.example");
        using var again = new DeskVisitor(newsroom.NewVisitor());
        Assert.Equal(HttpStatusCode.Redirect, (await ComeAsync(again)).Status);
        Assert.Contains("ivo@courier.example", await again.PageAsync("/desk/me"), StringComparison.Ordinal);

        // A chief loosens the account for whoever has a new one there; that ends the sessions.
        using var ana = await DeskVisitor.SignedInAsync(newsroom);
        Assert.Equal(HttpStatusCode.OK, (await ana.SayAsync($"/desk/people/{person.Id}/loosen", "/desk/people")).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await again.GetAsync("/desk/me")).Status);
        (provider.Subject, provider.Claims["email"]) = ("4712", "ivo@courier.example");
        Assert.Equal(HttpStatusCode.Redirect, (await ComeAsync(other)).Status);
        Assert.Equal(2, (await newsroom.Store.PeopleAsync(Cancel)).Count);

        Assert.Equal(HttpStatusCode.OK, (await ana.SayAsync($"/desk/people/{person.Id}/shut", "/desk/people", ("shut", "1"))).Status);
        Assert.Contains("This account is shut.", (await RefusedAsync(other)).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_who_has_an_account_here_is_tied_at_the_first_meeting_and_a_stranger_is_refused_and_noted()
    {
        await using var provider = await HouseProvider.StartAsync();
        await using var newsroom = await WithAsync(provider);
        using var first = await DeskVisitor.SignedInAsync(newsroom, "Ana Marić", "ana@courier.example");
        using var visitor = new DeskVisitor(newsroom.NewVisitor());
        var (status, said) = await RefusedAsync(visitor);
        Assert.Equal(HttpStatusCode.Unauthorized, status);
        Assert.Contains("Nobody has invited ivo@courier.example to this newsroom.", said, StringComparison.Ordinal);
        Assert.Contains(await newsroom.Store.TrailAsync(new TrailFilter { Words = "4711" }, 5, Cancel), line => line.What == "sign-in refused");
        Assert.Single(await newsroom.Store.PeopleAsync(Cancel));
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.GetAsync("/desk/me")).Status);

        // Her address stands, verified, where the provider keeps its claims apart from the token.
        provider.Claims.Clear();
        (provider.ClaimsApart["email"], provider.ClaimsApart["email_verified"]) = ("Ana@Courier.example", true);
        Assert.Equal((HttpStatusCode.Redirect, "/desk"), await ComeAsync(visitor));
        Assert.Single(await newsroom.Store.PeopleAsync(Cancel));
        Assert.Contains(await newsroom.Store.TrailAsync(new TrailFilter { Words = "4711" }, 5, Cancel), line => line.What == "tie to the provider" && line.Who == "Ana Marić");
    }

    [Theory]
    [InlineData("nonce", "belongs to another sign-in (nonce)")]
    [InlineData("audience", "is meant for another program (audience)")]
    [InlineData("expired", "is not valid at this time")]
    [InlineData("issuer", "comes from another provider (issuer)")]
    [InlineData("signature", "is not signed by its keys")]
    [InlineData("unsigned", "is not signed by its keys")]
    [InlineData("denied", "did not let you in")]
    [InlineData("error", "the house")]
    [InlineData("unverified", "does not say that ivo@courier.example is verified as yours")]
    [InlineData("unsaid", "does not say that ivo@courier.example is verified as yours")]
    [InlineData("mute", "gives no mail address in “email”")]
    public async Task What_is_wrong_with_an_answer_lets_nobody_in_and_is_said(string wrong, string said)
    {
        await using var provider = await HouseProvider.StartAsync();
        await using var newsroom = await WithAsync(provider);
        await newsroom.Store.InviteAsync("hash", new Invitation(Roles.Editor, [], "ivo@courier.example"), TimeProvider.System.GetUtcNow().AddDays(1), Cancel);
        provider.Wrong = wrong;
        if (wrong == "unverified")
            provider.Claims["email_verified"] = false;
        else if (wrong == "unsaid")
            provider.Claims.Remove("email_verified");
        else if (wrong == "mute")
            provider.Claims.Clear();
        using var ivo = new DeskVisitor(newsroom.NewVisitor());
        var (status, body) = await RefusedAsync(ivo);
        Assert.Equal(HttpStatusCode.Unauthorized, status);
        Assert.Contains(said, body, StringComparison.Ordinal);
        Assert.Contains("name=\"password\"", body, StringComparison.Ordinal); // the way to try again stands on the page
        Assert.Empty(await newsroom.Store.PeopleAsync(Cancel));
        Assert.Contains(await newsroom.Store.TrailAsync(new TrailFilter(), 5, Cancel), line => line.What == "sign-in refused");
        Assert.Equal(HttpStatusCode.Redirect, (await ivo.GetAsync("/desk/me")).Status);

        (provider.Wrong, provider.Claims["email"], provider.Claims["email_verified"]) = ("", "ivo@courier.example", true);
        Assert.Equal((HttpStatusCode.Redirect, "/desk"), await ComeAsync(ivo));
    }

    [Fact]
    public async Task An_answer_counts_once_and_only_in_the_window_that_asked()
    {
        await using var provider = await HouseProvider.StartAsync();
        await using var newsroom = await WithAsync(provider);
        await newsroom.Store.InviteAsync("hash", new Invitation(Roles.Editor, [], "ivo@courier.example"), TimeProvider.System.GetUtcNow().AddDays(1), Cancel);
        using var ivo = new DeskVisitor(newsroom.NewVisitor());
        using var eve = new DeskVisitor(newsroom.NewVisitor());
        var back = await AskAsync(ivo, "/desk");
        Assert.Contains("Begin again.", (await eve.GetAsync(back)).Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await ivo.GetAsync(back)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await ivo.GetAsync(back)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await eve.GetAsync("/desk/sign-in/openid/back?code=guessed&state=guessed")).Status);
        Assert.Equal((HttpStatusCode.Redirect, "/desk"), await ComeAsync(eve, "//evil.example/")); // nobody is led away
    }

    [Fact]
    public async Task A_provider_that_is_down_or_refuses_the_newsroom_is_named_with_the_reason()
    {
        await using var provider = await HouseProvider.StartAsync();
        await using var newsroom = await WithAsync(provider, settings => settings with { Secret = null });
        using var ivo = new DeskVisitor(newsroom.NewVisitor());
        Assert.Contains("the house refused: invalid_client. The operator looks at the client and its secret.", (await RefusedAsync(ivo)).Body, StringComparison.Ordinal);
        var back = await AskAsync(ivo, "/desk");
        await provider.StopAsync();
        Assert.Contains("the house cannot be reached:", (await ivo.GetAsync(back)).Body, StringComparison.Ordinal);

        await using var later = await WithAsync(provider); // it has asked nothing yet
        using var ana = new DeskVisitor(later.NewVisitor());
        var (status, said) = await ana.GetAsync("/desk/sign-in/openid");
        Assert.Equal(HttpStatusCode.BadGateway, status);
        Assert.Contains("the house cannot be reached:", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_provider_is_asked_through_the_guarded_line_only()
    {
        await using var provider = await HouseProvider.StartAsync();
        await using var shut = await WithAsync(provider, options: options => options with { AllowInner = false });
        using var ivo = new DeskVisitor(shut.NewVisitor());
        var (status, said) = await ivo.GetAsync("/desk/sign-in/openid");
        Assert.Equal(HttpStatusCode.BadGateway, status);
        Assert.Contains("lies on the inner network; start the newsroom with --allow-inner, or with --allow-host 127.0.0.1", said, StringComparison.Ordinal);
        await using var open = await WithAsync(provider, options: options => options with { AllowInner = false, AllowHosts = ["127.0.0.1"] });
        using var visitor = new DeskVisitor(open.NewVisitor());
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.GetAsync("/desk/sign-in/openid")).Status);
    }

    [Fact]
    public async Task Groups_give_roles_at_each_sign_in_to_whom_they_let_in_and_change_nothing_for_the_invited()
    {
        await using var provider = await HouseProvider.StartAsync();
        await using var newsroom = await WithAsync(provider, settings => settings with { GroupClaim = "groups", Groups = "desk => reporter\nheads => editor, log" });
        provider.Claims["groups"] = new[] { "choir", "desk" };
        using var ivo = new DeskVisitor(newsroom.NewVisitor());
        Assert.Equal(HttpStatusCode.Redirect, (await ComeAsync(ivo)).Status);
        Assert.Equal(Roles.Reporter, (await newsroom.Store.FindPersonAsync("ivo@courier.example", Cancel))!.Role);
        provider.Claims["groups"] = new[] { "heads" };
        Assert.Equal(HttpStatusCode.Redirect, (await ComeAsync(ivo)).Status);
        Assert.Equal("editor log", (await newsroom.Store.FindPersonAsync("ivo@courier.example", Cancel))!.Role);
        provider.Claims.Remove("groups");
        provider.ClaimsApart["groups"] = new[] { "choir" };
        Assert.Contains("None of your groups at the provider gives a role here any more.", (await RefusedAsync(ivo)).Body, StringComparison.Ordinal);

        await newsroom.Store.InviteAsync("hash", new Invitation(Roles.Pictures, [], "eva@courier.example"), TimeProvider.System.GetUtcNow().AddDays(1), Cancel);
        (provider.Subject, provider.Name, provider.Claims["email"], provider.ClaimsApart["groups"]) = ("9", "ivo babić", "eva@courier.example", new[] { "heads" });
        using var eva = new DeskVisitor(newsroom.NewVisitor());
        Assert.Equal(HttpStatusCode.Redirect, (await ComeAsync(eva)).Status);
        var person = (await newsroom.Store.FindPersonAsync("eva@courier.example", Cancel))!;
        Assert.Equal((Roles.Pictures, "ivo babić (eva@courier.example)"), (person.Role, person.Name)); // the log tells them apart
    }

    [Fact]
    public async Task Another_claim_is_the_address_only_where_the_operator_vouches_for_the_provider()
    {
        await using var provider = await HouseProvider.StartAsync();
        await using var newsroom = await WithAsync(provider, settings => settings with { MailClaim = "preferred_username" });
        await newsroom.Store.InviteAsync("hash", new Invitation(Roles.Editor, [], "ivo@tenant.example"), TimeProvider.System.GetUtcNow().AddDays(1), Cancel);
        provider.Claims["preferred_username"] = "ivo@tenant.example";
        using var ivo = new DeskVisitor(newsroom.NewVisitor());
        Assert.Contains("does not say that ivo@tenant.example is verified", (await RefusedAsync(ivo)).Body, StringComparison.Ordinal);
        await newsroom.Store.SaveOpenIdAsync(await newsroom.Store.OpenIdAsync(Cancel) with { VouchesForAddresses = true }, Cancel);
        Assert.Equal(HttpStatusCode.Redirect, (await ComeAsync(ivo)).Status);
    }

    [Fact]
    public async Task Where_the_provider_stands_alone_nobody_it_lets_in_has_a_password_or_second_step_here()
    {
        await using var provider = await HouseProvider.StartAsync();
        await using var newsroom = await WithAsync(provider);
        using var ivo = await DeskVisitor.SignedInAsync(newsroom, "Ivo Babić", "ivo@courier.example", Roles.Editor);
        Assert.Equal(HttpStatusCode.Redirect, (await ComeAsync(ivo)).Status);
        (string, string)[] password = [("email", "ivo@courier.example"), ("password", DeskVisitor.Password)];
        using var visitor = new DeskVisitor(newsroom.NewVisitor());
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.SayAsync("/desk/sign-in", "/desk/sign-in", password)).Status);
        Assert.Contains("Change it", await ivo.PageAsync("/desk/me"), StringComparison.Ordinal);

        await newsroom.Store.SaveOpenIdAsync(await newsroom.Store.OpenIdAsync(Cancel) with { Alone = true }, Cancel);
        using var stranger = new DeskVisitor(newsroom.NewVisitor());
        Assert.Contains("You sign in through the house; passwords and passkeys are switched off for you here.", (await stranger.SayAsync("/desk/sign-in", "/desk/sign-in", password)).Body, StringComparison.Ordinal);
        Assert.DoesNotContain("Change it", await ivo.PageAsync("/desk/me"), StringComparison.Ordinal);
        foreach (var address in new[] { "/desk/me/password", "/desk/me/totp" })
            Assert.Contains("switched off for you here", (await ivo.SayAsync(address, "/desk/me", ("current", DeskVisitor.Password), ("password", "another lamp in it"))).Body, StringComparison.Ordinal);

        // Whoever did not come that way keeps what they have.
        using var ana = await DeskVisitor.SignedInAsync(newsroom);
        Assert.Equal(HttpStatusCode.Redirect, (await stranger.SayAsync("/desk/sign-in", "/desk/sign-in", ("email", "ana@courier.example"), ("password", DeskVisitor.Password))).Status);
    }

    [Fact]
    public async Task Signing_out_signs_out_here_and_at_the_provider()
    {
        await using var provider = await HouseProvider.StartAsync();
        await using var newsroom = await WithAsync(provider);
        using var ivo = await DeskVisitor.SignedInAsync(newsroom, "Ivo Babić", "ivo@courier.example", Roles.Editor);
        using (var plain = await ivo.PostAsync("/desk/sign-out", "/desk/me"))
            Assert.Equal("/desk/sign-in", plain.Headers.Location?.ToString());
        await ComeAsync(ivo);
        using var answer = await ivo.PostAsync("/desk/sign-out", "/desk/me");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var address = answer.Headers.GetValues("Refresh").Single()["0;url=".Length..];
        Assert.StartsWith($"{provider.Issuer}/out?", address, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await ivo.GetAsync("/desk/me")).Status);
        using var outside = await ivo.Http.GetAsync(new Uri(address), Cancel);
        Assert.Equal($"{newsroom.Address}desk/sign-in", outside.Headers.Location?.ToString());
        Assert.Equal("4711", new Microsoft.IdentityModel.JsonWebTokens.JsonWebToken(provider.SignedOutWith).Subject);
    }

    [Fact]
    public async Task An_operator_sets_the_provider_whose_secret_is_sealed_and_shown_to_nobody()
    {
        await using var provider = await HouseProvider.StartAsync();
        await using var newsroom = await RunningNewsroom.StartAsync();
        using var ana = await DeskVisitor.SignedInAsync(newsroom);
        using var chief = await DeskVisitor.SignedInAsync(newsroom, "Eva Kos", "eva@courier.example", Roles.Chief);
        const string page = "/desk/settings/sign-in";
        (string, string)[] form = [("authority", provider.Issuer + "/"), ("client-id", HouseProvider.Client), ("secret", HouseProvider.Secret), ("button", "the house")];
        Assert.Equal(HttpStatusCode.Forbidden, (await chief.SayAsync(page, page, form)).Status);
        Assert.Contains("Saved. the house answers.", (await ana.SayAsync(page, page, form)).Body, StringComparison.Ordinal);
        var kept = await newsroom.Store.OpenIdAsync(Cancel);
        Assert.Equal(provider.Issuer, kept.Authority);
        Assert.DoesNotContain(HouseProvider.Secret, kept.Secret, StringComparison.Ordinal);
        Assert.DoesNotContain(HouseProvider.Secret, await ana.PageAsync(page), StringComparison.Ordinal);
        Assert.DoesNotContain(await newsroom.Store.TrailAsync(new TrailFilter(), 20, Cancel), line => line.Detail.Contains(HouseProvider.Secret, StringComparison.Ordinal));

        // Left empty, the secret stays; for another client it is forgotten, and for another provider.
        await ana.SayAsync(page, page, form[0], form[1], ("button", "the house’s account"));
        Assert.Equal(kept.Secret, (await newsroom.Store.OpenIdAsync(Cancel)).Secret);
        using var ivo = new DeskVisitor(newsroom.NewVisitor());
        Assert.Contains("Nobody has invited", (await RefusedAsync(ivo)).Body, StringComparison.Ordinal);
        await ana.SayAsync(page, page, form[0], ("client-id", "other"));
        Assert.Null((await newsroom.Store.OpenIdAsync(Cancel)).Secret);

        foreach (var (field, value, said) in new[]
        {
            ("authority", "http://login.example/", "http:// is taken for a provider on this machine only"), ("authority", "login.example", "begins with https://"), ("client-id", "", "belong together"),
            ("groups", "heads => editor", "Name the claim that lists the groups"),
        })
            Assert.Contains(said, (await ana.SayAsync(page, page, [.. form.Where(one => one.Item1 != field), (field, value)])).Body, StringComparison.Ordinal);
        Assert.Contains("there is no role “boss”", (await ana.SayAsync(page, page, [.. form, ("group-claim", "groups"), ("groups", "heads => editor\nothers => boss")])).Body, StringComparison.Ordinal);
        Assert.Contains("Saved. People sign in here alone.", (await ana.SayAsync(page, page)).Body, StringComparison.Ordinal);
        Assert.DoesNotContain("/desk/sign-in/openid", await ivo.PageAsync("/desk/sign-in"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await ivo.GetAsync("/desk/sign-in/openid/back?code=a&state=b")).Status);
    }

    /// <summary>A newsroom whose provider is that one.</summary>
    private static async Task<RunningNewsroom> WithAsync(
        HouseProvider provider, Func<OpenIdSettings, OpenIdSettings>? change = null, TestDatabase database = TestDatabase.Sqlite, Func<Wireroom.Newsroom.Host.ServeOptions, Wireroom.Newsroom.Host.ServeOptions>? options = null)
    {
        var newsroom = await RunningNewsroom.StartAsync(database, options: options);
        var settings = new OpenIdSettings
        {
            Authority = provider.Issuer, ClientId = HouseProvider.Client, Secret = newsroom.Services.GetRequiredService<OpenIdProvider>().Sealed(HouseProvider.Secret), Button = "the house",
        };
        await newsroom.Store.SaveOpenIdAsync(change is null ? settings : change(settings), Cancel);
        return newsroom;
    }

    /// <summary>Goes to the provider, and returns the address that it sends the browser back to.</summary>
    private static async Task<string> AskAsync(DeskVisitor visitor, string back)
    {
        using var go = await visitor.Http.GetAsync(new Uri($"/desk/sign-in/openid?return={Uri.EscapeDataString(back)}", UriKind.Relative), Cancel);
        Assert.Equal(HttpStatusCode.Redirect, go.StatusCode);
        using var there = await visitor.Http.GetAsync(go.Headers.Location, Cancel);
        Assert.Equal(HttpStatusCode.Redirect, there.StatusCode);
        return there.Headers.Location!.PathAndQuery;
    }

    private static async Task<(HttpStatusCode Status, string Address)> ComeAsync(DeskVisitor visitor, string back = "/desk")
    {
        using var answer = await visitor.Http.GetAsync(new Uri(await AskAsync(visitor, back), UriKind.Relative), Cancel);
        var said = answer.StatusCode is HttpStatusCode.Redirect ? answer.Headers.Location!.ToString() : await answer.Content.ReadAsStringAsync(Cancel);
        return (answer.StatusCode, said);
    }

    private static async Task<(HttpStatusCode Status, string Body)> RefusedAsync(DeskVisitor visitor) => await visitor.GetAsync(await AskAsync(visitor, "/desk"));
}
