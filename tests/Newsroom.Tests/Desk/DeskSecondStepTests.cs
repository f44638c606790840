using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Time.Testing;
using OtpNet;
using Wireroom.Newsroom.Desk.Access;
using Wireroom.Storage;

namespace Wireroom.Newsroom.Tests.Desk;

/// <summary>The second step, keys for programs, sessions and notices.</summary>
public sealed partial class DeskSecondStepTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [EachDatabase]
    public async Task A_telephone_is_added_and_its_code_is_asked_for_and_works_once(TestDatabase database)
    {
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow()); // the visitor keeps no cookie that is past
        await using var newsroom = await RunningNewsroom.StartAsync(database, clock);
        using var ana = await DeskVisitor.SignedInAsync(newsroom);
        var (_, page) = await ana.SayAsync("/desk/me/totp", "/desk/me");
        var (sealedSecret, secret) = (SealedField().Match(page).Groups[1].Value, ShownSecret().Match(page).Groups[1].Value);
        Assert.Contains("data:image/svg+xml;base64,", page, StringComparison.Ordinal);
        Assert.Equal(32, secret.Length);
        Assert.DoesNotContain(secret, sealedSecret, StringComparison.Ordinal);
        var (status, wrong) = await ana.SayAsync("/desk/me/totp/confirm", "/desk/me", ("secret", sealedSecret), ("code", "000000"));
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains("The code is not right.", wrong, StringComparison.Ordinal);
        Assert.Null((await newsroom.Store.FindPersonAsync("ana@courier.example", Cancel))!.Totp);
        Assert.Equal(HttpStatusCode.OK, (await ana.SayAsync("/desk/me/totp/confirm", "/desk/me", ("secret", sealedSecret), ("code", Code()))).Status);

        // The password alone opens nothing now.
        using var again = new DeskVisitor(newsroom.NewVisitor());
        clock.Advance(TimeSpan.FromMinutes(1));
        var (halfway, asked) = await again.SayAsync("/desk/sign-in", "/desk/sign-in", ("email", "ana@courier.example"), ("password", DeskVisitor.Password), ("return", "/desk/sources"));
        Assert.Equal(HttpStatusCode.OK, halfway);
        Assert.Equal(HttpStatusCode.Redirect, (await again.GetAsync("/desk")).Status);
        var ticket = Ticket().Match(asked).Groups[1].Value;
        Assert.Equal(HttpStatusCode.Unauthorized, (await again.SayAsync("/desk/sign-in/code", "/desk/sign-in", ("ticket", ticket), ("code", "123456"))).Status);
        var code = Code();
        using var came = await again.PostAsync("/desk/sign-in/code", "/desk/sign-in", ("ticket", ticket), ("code", code), ("return", "/desk/sources"));
        Assert.Equal("/desk/sources", came.Headers.Location?.ToString());
        await again.PageAsync("/desk");

        // Whoever looks over a shoulder cannot use the code again.
        using var thief = new DeskVisitor(newsroom.NewVisitor());
        Assert.Contains("used already", (await thief.SayAsync("/desk/sign-in/code", "/desk/sign-in", ("ticket", ticket), ("code", code))).Body, StringComparison.Ordinal);
        clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Contains("That took too long.", (await thief.SayAsync("/desk/sign-in/code", "/desk/sign-in", ("ticket", ticket), ("code", Code()))).Body, StringComparison.Ordinal);
        Assert.Equal("by password and code", (await newsroom.Store.TrailAsync(new TrailFilter { Words = "sign in by password" }, 1, Cancel))[0].Detail);

        string Code() => new Totp(Base32Encoding.ToBytes(secret)).ComputeTotp(clock.GetUtcNow().UtcDateTime);
    }

    [Fact]
    public async Task A_telephone_that_is_in_use_is_replaced_only_after_the_password()
    {
        await using var newsroom = await RunningNewsroom.StartAsync();
        using var ana = await DeskVisitor.SignedInAsync(newsroom);
        var (_, page) = await ana.SayAsync("/desk/me/totp", "/desk/me");
        await ana.SayAsync("/desk/me/totp/confirm", "/desk/me", Proof(page));
        var before = (await newsroom.Store.FindPersonAsync("ana@courier.example", Cancel))!.Totp;
        Assert.NotNull(before);

        // Whoever finds her desk open may have begun before, or begins now.
        Assert.Equal(HttpStatusCode.BadRequest, (await ana.SayAsync("/desk/me/totp", "/desk/me")).Status);
        var (status, said) = await ana.SayAsync("/desk/me/totp/confirm", "/desk/me", Proof(page));
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains("Remove it first, with your password", said, StringComparison.Ordinal);
        Assert.Equal(before, (await newsroom.Store.FindPersonAsync("ana@courier.example", Cancel))!.Totp);
        Assert.Equal(HttpStatusCode.OK, (await ana.SayAsync("/desk/me/totp/remove", "/desk/me", ("current", DeskVisitor.Password))).Status);
        Assert.Equal(HttpStatusCode.OK, (await ana.SayAsync("/desk/me/totp", "/desk/me")).Status);

        static (string, string)[] Proof(string page) =>
            [("secret", SealedField().Match(page).Groups[1].Value), ("code", new Totp(Base32Encoding.ToBytes(ShownSecret().Match(page).Groups[1].Value)).ComputeTotp())];
    }

    [Fact]
    public async Task Who_guesses_at_passkeys_shuts_out_nobody_elsewhere()
    {
        await using var newsroom = await RunningNewsroom.StartAsync();
        using var guesser = new DeskVisitor(newsroom.NewVisitor());
        using var other = new DeskVisitor(From("127.0.0.2"));
        var answers = new List<HttpStatusCode>();
        for (var guess = 0; guess < 12; guess++)
            answers.Add((await guesser.SayAsync("/desk/sign-in/passkey", "/desk/sign-in", ("ticket", "x"), ("response", "{}"))).Status);
        Assert.Equal(HttpStatusCode.TooManyRequests, answers[^1]);
        Assert.Equal(HttpStatusCode.BadRequest, (await other.SayAsync("/desk/sign-in/passkey", "/desk/sign-in", ("ticket", "x"), ("response", "{}"))).Status);

        HttpClient From(string address) => new(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            CookieContainer = new CookieContainer(),
            ConnectCallback = async (context, cancel) =>
            {
                var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
                socket.Bind(new IPEndPoint(IPAddress.Parse(address), 0));
                await socket.ConnectAsync(IPAddress.Loopback, context.DnsEndPoint.Port, cancel);
                return new NetworkStream(socket, ownsSocket: true);
            },
        }) { BaseAddress = newsroom.Address };
    }

    [Fact]
    public async Task Guesses_of_a_code_are_counted()
    {
        await using var newsroom = await RunningNewsroom.StartAsync();
        using var ana = await DeskVisitor.SignedInAsync(newsroom);
        var (_, page) = await ana.SayAsync("/desk/me/totp", "/desk/me");
        var secret = ShownSecret().Match(page).Groups[1].Value;
        await ana.SayAsync("/desk/me/totp/confirm", "/desk/me", ("secret", SealedField().Match(page).Groups[1].Value), ("code", new Totp(Base32Encoding.ToBytes(secret)).ComputeTotp()));
        using var thief = new DeskVisitor(newsroom.NewVisitor());
        var (_, asked) = await thief.SayAsync("/desk/sign-in", "/desk/sign-in", ("email", "ana@courier.example"), ("password", DeskVisitor.Password));
        var ticket = Ticket().Match(asked).Groups[1].Value;
        var answers = new List<HttpStatusCode>();
        for (var guess = 0; guess < 12; guess++)
            answers.Add((await thief.SayAsync("/desk/sign-in/code", "/desk/sign-in", ("ticket", ticket), ("code", $"{guess:000000}"))).Status);
        Assert.Equal(HttpStatusCode.TooManyRequests, answers[^1]);
    }

    [Theory]
    [EachDatabase]
    public async Task A_program_with_a_key_does_what_the_key_may_under_its_makers_name(TestDatabase database)
    {
        await using var newsroom = await RunningNewsroom.StartAsync(database);
        using var ana = await DeskVisitor.SignedInAsync(newsroom);
        var (_, page) = await ana.SayAsync("/desk/api-keys", "/desk/me", ("name", "The archive"), ("scope", "Read"), ("scope", "Write"));
        var key = NewKey().Match(page).Groups[1].Value;
        Assert.StartsWith("wr_", key, StringComparison.Ordinal);

        using var program = newsroom.NewVisitor();
        program.DefaultRequestHeaders.Authorization = new("Bearer", key);
        program.DefaultRequestHeaders.Accept.Add(new("application/json"));
        using var form = new FormUrlEncodedContent(DeskVisitor.Form(0, "Sent by a program", "[]").Select(field => KeyValuePair.Create(field.Name, field.Value)));
        using var written = await program.PostAsync(new Uri("/desk/write", UriKind.Relative), form, Cancel);
        Assert.Equal(HttpStatusCode.OK, written.StatusCode);
        using var queue = JsonDocument.Parse(await program.GetStringAsync(new Uri("/desk", UriKind.Relative), Cancel));
        Assert.Equal(("Sent by a program", "Ana Marić"), (queue.RootElement.GetProperty("stories")[0].GetProperty("headline").GetString(), queue.RootElement.GetProperty("stories")[0].GetProperty("takenBy").GetString()));

        // Neither what the key may not, nor what no key may.
        foreach (var (address, fields) in new (string, (string, string)[])[] { ("/desk/people/invite", [("email", "x@courier.example"), ("role", "chief")]), ("/desk/me/password", []), ("/desk/api-keys", [("name", "more"), ("scope", "Log")]) })
        {
            using var more = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Item1, field.Item2)));
            using var refused = await program.PostAsync(new Uri(address, UriKind.Relative), more, Cancel);
            Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        }

        var id = Assert.Single(await newsroom.Store.ApiKeysAsync(Cancel)).Id;
        await ana.SayAsync($"/desk/api-keys/{id}/end", "/desk/me");
        using var ended = await program.GetAsync(new Uri("/desk", UriKind.Relative), Cancel);
        Assert.Equal(HttpStatusCode.Unauthorized, ended.StatusCode);
    }

    [Fact]
    public async Task A_key_is_never_more_than_its_maker_and_ends_with_them()
    {
        await using var newsroom = await RunningNewsroom.StartAsync();
        using var ana = await DeskVisitor.SignedInAsync(newsroom);
        using var olga = await DeskVisitor.SignedInAsync(newsroom, "Olga Perić", "olga@courier.example", Roles.Operator);
        var (_, page) = await olga.SayAsync("/desk/api-keys", "/desk/me", ("name", "Watch"), ("scope", "Read"), ("scope", "Release"));
        using var program = newsroom.NewVisitor();
        program.DefaultRequestHeaders.Authorization = new("Bearer", NewKey().Match(page).Groups[1].Value);
        Assert.Equal(["Read"], Assert.Single(await newsroom.Store.ApiKeysAsync(Cancel)).Scopes);
        using var before = await program.GetAsync(new Uri("/desk", UriKind.Relative), Cancel);
        Assert.Equal(HttpStatusCode.OK, before.StatusCode);
        var id = (await newsroom.Store.FindPersonAsync("olga@courier.example", Cancel))!.Id;
        await ana.SayAsync($"/desk/people/{id}/shut", "/desk/people", ("shut", "1"));
        using var after = await program.GetAsync(new Uri("/desk", UriKind.Relative), Cancel);
        Assert.NotEqual(HttpStatusCode.OK, after.StatusCode);
    }

    [Fact]
    public async Task Sessions_are_listed_and_ended()
    {
        await using var newsroom = await RunningNewsroom.StartAsync();
        using var here = await DeskVisitor.SignedInAsync(newsroom);
        using var there = new DeskVisitor(newsroom.NewVisitor());
        using var signedIn = await there.PostAsync("/desk/sign-in", "/desk/sign-in", ("email", "ana@courier.example"), ("password", DeskVisitor.Password));
        var id = (await newsroom.Store.FindPersonAsync("ana@courier.example", Cancel))!.Id;
        Assert.Equal(2, (await newsroom.Store.SessionsAsync(id, Cancel)).Count);
        Assert.Contains("this one", await here.PageAsync("/desk/me"), StringComparison.Ordinal);
        await here.SayAsync("/desk/me/sign-out-elsewhere", "/desk/me");
        await here.PageAsync("/desk");
        Assert.Equal(HttpStatusCode.Redirect, (await there.GetAsync("/desk")).Status);
    }

    [Theory]
    [EachDatabase]
    public async Task Notices_that_somebody_leaves_out_stay_off_their_pages_and_a_kill_never_does(TestDatabase database)
    {
        await using var newsroom = await RunningNewsroom.StartAsync(database);
        using var ana = await DeskVisitor.SignedInAsync(newsroom);
        await newsroom.Store.TellDeskAsync(NoticeKind.Silent, null, "maestral", "Maestral is silent.", Cancel);
        await newsroom.Store.TellDeskAsync(NoticeKind.Kill, null, "maestral", "Maestral has killed a story.", Cancel);
        Assert.Contains("Maestral is silent.", await ana.PageAsync("/desk"), StringComparison.Ordinal);
        Assert.Equal(
            Enum.GetNames<NoticeKind>().Where(name => name != nameof(NoticeKind.Kill)).Select(name => name.ToLowerInvariant()).Order(),
            Wireroom.Newsroom.Desk.People.MyselfModel.MutableKinds.Select(kind => kind.Name).Order()); // whatever the desk is told can be left out, but a kill
        await ana.SayAsync("/desk/me/notices", "/desk/me", ("kind", "hold"), ("kind", "embargo"));
        var page = await ana.PageAsync("/desk");
        Assert.DoesNotContain("Maestral is silent.", page, StringComparison.Ordinal);
        Assert.Contains("Maestral has killed a story.", page, StringComparison.Ordinal);
    }

    [GeneratedRegex("name=\"secret\" value=\"([^\"]+)\"")]
    private static partial Regex SealedField();

    [GeneratedRegex("<p class=\"mono secret\">([A-Z2-7]+)</p>")]
    private static partial Regex ShownSecret();

    [GeneratedRegex("name=\"ticket\" value=\"([^\"]+)\"")]
    private static partial Regex Ticket();

    [GeneratedRegex("id=\"new-key\"[^>]* value=\"([^\"]+)\"")]
    private static partial Regex NewKey();
}
