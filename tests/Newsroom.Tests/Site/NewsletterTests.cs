using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using MimeKit;
using Wireroom.Newsroom.Outlets.Letters;
using Wireroom.Newsroom.Paper.Letters;
using Wireroom.Storage;
using Wireroom.Stories;
using static Wireroom.Newsroom.Tests.Site.Press;

namespace Wireroom.Newsroom.Tests.Site;

/// <summary>The news by mail, through a real mail server: sign-up, confirmation, letters, farewell.</summary>
public sealed partial class NewsletterTests
{
    [Theory, EachDatabase]
    public async Task A_reader_signs_up_confirms_gets_the_daily_letter_and_leaves_with_one_press(TestDatabase database)
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 3, 3, 12, 0, 0, TimeSpan.Zero));
        await using var post = new PostOffice();
        await using var newsroom = await StartAsync(post, database, clock);
        Assert.Contains("href=\"/newsletter\"", await newsroom.GetAsync("/"), StringComparison.Ordinal);
        await newsroom.ReleaseAsync(Copy("Before the sign-up"));
        using (var asked = await SayAsync(newsroom, "/newsletter", ("email", "Ivo.Kos@readers.example"), ("rhythm", "daily")))
            Assert.Equal("/newsletter/asked", asked.Headers.Location!.ToString());
        await SendAsync(newsroom);
        var mail = await post.NextAsync();
        Assert.Equal("ivo.kos@readers.example", mail.To.Mailboxes.Single().Address);
        Assert.Equal("Please confirm: the news of The Courier by mail", mail.Subject);
        var confirm = Path(ConfirmLink(), mail);

        // Nothing goes out before the reader has confirmed, and a link that is only followed confirms nothing.
        await newsroom.ReleaseAsync(Copy("Before the confirmation"));
        Assert.Contains("ivo.kos@readers.example", await newsroom.GetAsync(confirm), StringComparison.Ordinal);
        clock.Advance(TimeSpan.FromDays(1));
        await SendAsync(newsroom);
        Assert.Null(post.Waiting());
        using (var done = await SayAsync(newsroom, confirm, ("rhythm", "daily")))
            Assert.Contains("It is confirmed.", await done.BodyAsync(), StringComparison.Ordinal);
        Assert.Equal(1, await newsroom.Store.Readers.CountAsync(Cancel));

        var (killed, _) = await newsroom.ReleaseAsync(Copy("Killed before the letter"));
        var (_, ferry) = await newsroom.ReleaseAsync(Copy("Ferry sails < again"));
        await newsroom.ReleaseAsync(Copy("Still closed") with { Embargo = new Embargo(clock.GetUtcNow().AddDays(9)) });
        await newsroom.Store.WithdrawAsync(killed, new Withdrawal("Forged."), "Ana", Cancel);
        await SendAsync(newsroom);
        Assert.Null(post.Waiting());
        clock.Advance(TimeSpan.FromHours(19)); // 7:00 of the next day
        await SendAsync(newsroom);
        mail = await post.NextAsync();
        Assert.Equal("The Courier: Ferry sails < again", mail.Subject);
        Assert.Contains("https://courier.example" + ferry, mail.TextBody, StringComparison.Ordinal);
        Assert.Contains("Ferry sails &lt; again", mail.HtmlBody, StringComparison.Ordinal);
        foreach (var never in (string[])["Before the", "Killed", "Still closed", "<img"])
            Assert.DoesNotContain(never, mail.TextBody + mail.HtmlBody, StringComparison.Ordinal);
        Assert.Equal("List-Unsubscribe=One-Click", mail.Headers["List-Unsubscribe-Post"]);
        await SendAsync(newsroom);
        Assert.Null(post.Waiting());

        var leave = Path(LeaveLink(), mail);
        Assert.Contains(leave, mail.Headers["List-Unsubscribe"], StringComparison.Ordinal);
        Assert.Contains("ivo.kos@readers.example", await newsroom.GetAsync(leave), StringComparison.Ordinal);
        Assert.Equal(1, await newsroom.Store.Readers.CountAsync(Cancel));
        using (var left = await SayAsync(newsroom, leave, ("List-Unsubscribe", "One-Click")))
            Assert.Equal(HttpStatusCode.OK, left.StatusCode);
        Assert.Equal(0, await newsroom.Store.Readers.CountAsync(Cancel));
        using var gone = await newsroom.AskAsync(leave);
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
    }

    [Fact]
    public async Task Who_wants_it_soon_gets_what_came_close_together_in_one_letter()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 3, 3, 12, 0, 0, TimeSpan.Zero));
        await using var post = new PostOffice();
        await using var newsroom = await StartAsync(post, TestDatabase.Sqlite, clock);
        await ConfirmedAsync(newsroom, post, "ivo@readers.example", "soon");
        clock.Advance(TimeSpan.FromMinutes(2));
        await newsroom.ReleaseAsync(Copy("Ferry sails"));
        await newsroom.ReleaseAsync(Copy("Dam gives way") with { Urgency = 1 });
        clock.Advance(TimeSpan.FromMinutes(2));
        await SendAsync(newsroom);
        Assert.Equal("The Courier: Dam gives way (+1)", (await post.NextAsync()).Subject);
        clock.Advance(TimeSpan.FromMinutes(1));
        await newsroom.ReleaseAsync(Copy("Lantern festival"));
        await SendAsync(newsroom);
        Assert.Null(post.Waiting());
        clock.Advance(TimeSpan.FromMinutes(15));
        await SendAsync(newsroom);
        Assert.Equal("The Courier: Lantern festival", (await post.NextAsync()).Subject);
    }

    [Fact]
    public async Task An_address_that_no_server_takes_leaves_the_list_and_a_server_that_is_down_takes_nobody_off()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 3, 3, 12, 0, 0, TimeSpan.Zero));
        await using var post = new PostOffice();
        await using var newsroom = await StartAsync(post, TestDatabase.Sqlite, clock);
        await newsroom.Store.Readers.AskAsync("ivo@nowhere.example", LetterRhythm.Daily, Cancel);
        for (var tries = 0; tries < 8; tries++)
        {
            Assert.Equal(tries, Assert.Single(await newsroom.Store.Readers.TakeDueAsync(0, 5, TimeSpan.Zero, Cancel)).Failures);
            await SendAsync(newsroom);
            clock.Advance(TimeSpan.FromHours(5));
        }

        Assert.Empty(await newsroom.Store.Readers.TakeDueAsync(0, 5, TimeSpan.Zero, Cancel));
        await ConfirmedAsync(newsroom, post, "ana@readers.example", "daily");
        await post.CloseAsync();
        await newsroom.ReleaseAsync(Copy("Ferry sails"));
        for (var tries = 0; tries < 12; tries++)
        {
            clock.Advance(TimeSpan.FromDays(1));
            await SendAsync(newsroom);
        }

        Assert.Equal(1, await newsroom.Store.Readers.CountAsync(Cancel));
    }

    [Fact]
    public async Task A_server_that_takes_no_mail_ends_the_round_and_no_address_suffers()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 3, 3, 12, 0, 0, TimeSpan.Zero));
        await using var post = new PostOffice();
        await using var newsroom = await StartAsync(post, TestDatabase.Sqlite, clock);
        foreach (var name in (string[])["ana", "eva", "ivo"])
            await ConfirmedAsync(newsroom, post, $"{name}@readers.example", "daily");
        await newsroom.ReleaseAsync(Copy("Ferry sails"));
        clock.Advance(TimeSpan.FromDays(1));
        (post.IsShut, var begun) = (true, post.Begun);
        Assert.Equal(0, await SendAsync(newsroom));
        Assert.Equal(begun + 1, post.Begun);

        // The two that were not tried come first, and the third's turn comes too.
        post.IsShut = false;
        clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(2, await SendAsync(newsroom));
        clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(1, await SendAsync(newsroom));
        var got = new List<string>();
        for (var count = 0; count < 3; count++)
            got.Add((await post.NextAsync()).To.Mailboxes.Single().LocalPart);
        Assert.Equal(["ana", "eva", "ivo"], got.Order());
    }

    [Fact]
    public async Task An_address_that_takes_no_mail_for_now_stays_and_holds_nobody_up()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 3, 3, 12, 0, 0, TimeSpan.Zero));
        await using var post = new PostOffice();
        await using var newsroom = await StartAsync(post, TestDatabase.Sqlite, clock);
        await newsroom.Store.Readers.AskAsync("eva@busy.example", LetterRhythm.Daily, Cancel);
        await newsroom.Store.Readers.AskAsync("ivo@readers.example", LetterRhythm.Daily, Cancel);
        Assert.Equal(1, await SendAsync(newsroom));
        for (var tries = 0; tries < 12; tries++)
        {
            clock.Advance(TimeSpan.FromHours(5));
            await SendAsync(newsroom);
        }

        clock.Advance(TimeSpan.FromHours(5));
        Assert.Equal(0, Assert.Single(await newsroom.Store.Readers.TakeDueAsync(0, 5, TimeSpan.Zero, Cancel)).Failures);
    }

    [Theory, EachDatabase]
    public async Task What_comes_out_by_a_clock_that_is_behind_stands_in_the_next_letter(TestDatabase database)
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 3, 3, 12, 0, 0, TimeSpan.Zero));
        await using var post = new PostOffice();
        await using var newsroom = await StartAsync(post, database, clock);
        await ConfirmedAsync(newsroom, post, "ivo@readers.example", "soon");
        clock.Advance(TimeSpan.FromMinutes(2));
        await newsroom.ReleaseAsync(Copy("Ferry sails"));
        await SendAsync(newsroom);
        Assert.Equal("The Courier: Ferry sails", (await post.NextAsync()).Subject);
        await newsroom.ReleaseAsync(Copy("At the same moment"));
        clock.AdjustTime(clock.GetUtcNow().AddMilliseconds(-40));
        await newsroom.ReleaseAsync(Copy("Begun before and written after"));
        clock.Advance(TimeSpan.FromMinutes(16));
        await SendAsync(newsroom);
        var text = (await post.NextAsync()).TextBody;
        Assert.Contains("At the same moment", text, StringComparison.Ordinal);
        Assert.Contains("Begun before and written after", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Ferry sails", text, StringComparison.Ordinal);
        await newsroom.ReleaseAsync(Copy("Of the archive"), new ReleaseOrder { PublishedAt = clock.GetUtcNow().AddYears(-1) });
        clock.Advance(TimeSpan.FromMinutes(16));
        Assert.Equal(0, await SendAsync(newsroom));
    }

    [Theory, EachDatabase]
    public async Task An_address_is_forgotten_three_days_after_it_was_asked_and_not_before(TestDatabase database)
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 3, 3, 12, 0, 0, TimeSpan.Zero));
        await using var post = new PostOffice();
        await using var newsroom = await StartAsync(post, database, clock);
        var readers = newsroom.Store.Readers;
        await ConfirmedAsync(newsroom, post, "ana@readers.example", "daily");
        await readers.AskAsync("ivo@readers.example", LetterRhythm.Daily, Cancel);
        post.IsShut = true;
        await SendAsync(newsroom);

        // The letter that asks could not go out for four days: the reader has three from then on.
        clock.Advance(TimeSpan.FromDays(4));
        post.IsShut = false;
        await readers.ForgetLapsedAsync(Cancel);
        await SendAsync(newsroom);
        var confirm = Path(ConfirmLink(), await post.NextAsync());
        var token = confirm[(confirm.LastIndexOf('/') + 1)..];
        clock.Advance(TimeSpan.FromDays(3));
        await readers.ForgetLapsedAsync(Cancel);
        Assert.NotNull(await readers.FindAsync(token, Cancel));

        // When it is over, it is over, whether anybody has cleared away or not.
        clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Null(await readers.FindAsync(token, Cancel));
        Assert.False(await readers.ConfirmAsync(token, LetterRhythm.Daily, clock.GetUtcNow(), Cancel));
        await readers.ForgetLapsedAsync(Cancel);
        clock.AdjustTime(clock.GetUtcNow().AddDays(-1));
        Assert.Null(await readers.FindAsync(token, Cancel));
        Assert.Equal(1, await readers.CountAsync(Cancel));
    }

    [Fact]
    public async Task Whatever_a_server_refuses_is_a_refusal_and_no_fault_of_the_program()
    {
        using var mail = new MimeMessage { Subject = "Ferry sails", Body = new TextPart("plain") { Text = "." } };
        mail.From.Add(MailboxAddress.Parse("letters@courier.example"));
        mail.To.Add(MailboxAddress.Parse("ivo@readers.example"));
        await using var careful = new PostOffice(needsSignIn: true);
        foreach (var user in (string[])["", "ana@"])
        {
            var server = new MailServer(new MailServerOptions(new Uri($"smtp://{user}127.0.0.1:{careful.Port}"), "secret", "letters@courier.example"));
            var refused = await Assert.ThrowsAsync<MailRefusedException>(() => server.SendAsync(mail, Cancel));
            Assert.Equal(MailBlame.Server, refused.Blame);
        }
    }

    [Fact]
    public async Task Nobody_learns_who_is_on_the_list_and_nobody_is_flooded()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 3, 3, 12, 0, 0, TimeSpan.Zero));
        await using var post = new PostOffice();
        await using var newsroom = await StartAsync(post, TestDatabase.Sqlite, clock);
        await ConfirmedAsync(newsroom, post, "ivo@readers.example", "daily");
        for (var again = 0; again < 3; again++)
        {
            using var asked = await SayAsync(newsroom, "/newsletter", ("email", "ivo@readers.example"), ("rhythm", "soon"));
            Assert.Equal("/newsletter/asked", asked.Headers.Location!.ToString());
            await SendAsync(newsroom);
        }

        Assert.Null(post.Waiting());
        clock.Advance(TimeSpan.FromMinutes(11));
        using (await SayAsync(newsroom, "/newsletter", ("email", "ivo@readers.example")))
            await SendAsync(newsroom);
        Assert.StartsWith("Please confirm", (await post.NextAsync()).Subject, StringComparison.Ordinal);
        Assert.Equal(1, await newsroom.Store.Readers.CountAsync(Cancel));

        using var limited = newsroom.NewVisitor();
        limited.DefaultRequestHeaders.Add("X-Forwarded-For", "198.51.100.7");
        var answers = new List<HttpStatusCode>();
        for (var number = 0; number < 12; number++)
        {
            using var form = new FormUrlEncodedContent([new("email", $"reader{number}@readers.example")]);
            using var answer = await limited.PostAsync(new Uri("/newsletter", UriKind.Relative), form, Cancel);
            answers.Add(answer.StatusCode);
        }

        Assert.Equal(10, answers.Count(status => status == HttpStatusCode.Redirect));
        Assert.Equal(HttpStatusCode.TooManyRequests, answers[^1]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("ivo")]
    [InlineData("ivo@localhost")]
    [InlineData("Ivo <ivo@readers.example>")]
    [InlineData("ivo@readers.example\r\nBcc: all@readers.example")]
    public async Task What_is_no_mail_address_is_refused_in_words(string email)
    {
        await using var post = new PostOffice();
        await using var newsroom = await StartAsync(post, TestDatabase.Sqlite, TimeProvider.System);
        using var answer = await SayAsync(newsroom, "/newsletter", ("email", email));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("is no mail address", await answer.BodyAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_the_house_sends_no_letters_there_is_no_sign_up()
    {
        await using var newsroom = await RunningNewsroom.StartAsync();
        Assert.DoesNotContain("/newsletter", await newsroom.GetAsync("/"), StringComparison.Ordinal);
        using var form = await newsroom.AskAsync("/newsletter");
        Assert.Equal(HttpStatusCode.NotFound, form.StatusCode);
        using var asked = await SayAsync(newsroom, "/newsletter", ("email", "ivo@readers.example"));
        Assert.Equal(HttpStatusCode.NotFound, asked.StatusCode);
    }

    private static async Task<RunningNewsroom> StartAsync(PostOffice post, TestDatabase database, TimeProvider clock)
    {
        var newsroom = await RunningNewsroom.StartAsync(
            database, clock, options: serve => serve with { Mail = new MailServerOptions(new Uri($"smtp://127.0.0.1:{post.Port}"), "", "letters@courier.example") });
        await newsroom.Store.SaveMastheadAsync(new Masthead("The Courier", "", "en", "UTC", "https://courier.example") { SendsLetters = true }, Cancel);
        // The tests say when letters are sent.
        await newsroom.Services.GetRequiredService<LetterSender>().StopAsync(Cancel);
        return newsroom;
    }

    /// <summary>What the program does by itself when the bell rings or a minute is over.</summary>
    private static Task<int> SendAsync(RunningNewsroom newsroom) => newsroom.Services.GetRequiredService<LetterSender>().SendDueAsync(Cancel);

    private static async Task ConfirmedAsync(RunningNewsroom newsroom, PostOffice post, string email, string rhythm)
    {
        (await SayAsync(newsroom, "/newsletter", ("email", email), ("rhythm", rhythm))).Dispose();
        await SendAsync(newsroom);
        (await SayAsync(newsroom, Path(ConfirmLink(), await post.NextAsync()), ("rhythm", rhythm))).Dispose();
    }

    private static Task<HttpResponseMessage> SayAsync(RunningNewsroom newsroom, string address, params (string Name, string Value)[] fields) =>
        newsroom.Http.PostAsync(new Uri(address, UriKind.Relative), new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))), Cancel);

    private static string Path(Regex link, MimeMessage mail) => new Uri(link.Match(mail.TextBody!).Value).AbsolutePath;

    [GeneratedRegex(@"https://courier\.example/newsletter/confirm/\S+")]
    private static partial Regex ConfirmLink();

    [GeneratedRegex(@"https://courier\.example/newsletter/leave/\S+")]
    private static partial Regex LeaveLink();
}
