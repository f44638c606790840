using Wireroom.Newsroom.Desk.Access;
using Wireroom.Newsroom.Desk.ForMe;
using Wireroom.Newsroom.Paper.Letters;
using Wireroom.Newsroom.Tests.Desk;
using Wireroom.Storage;
using Wireroom.Stories;
using Wireroom.Stories.Body;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Wireroom.Newsroom.Tests.Storage;

/// <summary>@name: who is meant, how they are told, and when no more.</summary>
public sealed class MentionTests
{
    // Ahead of the machine's own clock: the cookie of a session that began in its past would have lapsed.
    private static readonly DateTimeOffset Now = new(2027, 3, 3, 9, 0, 0, TimeSpan.Zero);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Ask @Ana Marić.", "Ana Marić")]
    [InlineData("@ana marić and @Ana", "Ana Marić|Ana")]
    [InlineData("@Ana Marićka", "Ana")] // a longer word is another name
    [InlineData("mail ivo@Ana.example", "")]
    [InlineData("@ Ana, @Nobody, Ana", "")]
    [InlineData("@Ana @Ana @Ana", "Ana")]
    public void A_name_after_an_at_is_meant(string text, string expected) =>
        Assert.Equal(expected, string.Join('|', Mentions.In(text, ["Ana", "Ana Marić", "Ivo"])));

    [Theory, EachDatabase]
    public async Task Whoever_is_named_in_a_comment_or_a_note_is_told_once_and_sees_it(TestDatabase database)
    {
        await using var post = new PostOffice();
        var clock = new FakeTimeProvider(Now);
        await using var newsroom = await RunningNewsroom.StartAsync(
            database, clock, options: options => options with { Mail = new MailServerOptions(new Uri($"smtp://127.0.0.1:{post.Port}"), "", "desk@courier.example") });
        using var ana = await DeskVisitor.SignedInAsync(newsroom);
        using var ivo = await DeskVisitor.SignedInAsync(newsroom, "Ivo Babić", "ivo@courier.example", Roles.Reporter);
        var (store, ivos) = (newsroom.Store, (await newsroom.Store.FindPersonAsync("ivo@courier.example", Cancel))!.Id);
        var copy = new Copy { Headline = "Ferry aground", Slugline = "FERRY", Section = "region", EdNote = "@Ivo Babić: call the harbour, says @Ana Marić.", Body = [new Paragraph(RichText.Of("A ferry."))] };
        var story = await store.WriteStoryAsync(copy, "Ana Marić", Cancel);
        Assert.Equal(1, await store.CountMentionsAsync(ivos, Cancel)); // and Ana not of herself

        // The note goes on standing in later versions, and names nobody anew.
        await store.SaveVersionAsync(story, copy with { Headline = "Ferry afloat" }, 1, "Ana Marić", Cancel);
        Assert.Equal(1, await store.CountMentionsAsync(ivos, Cancel));
        using (await ana.PostAsync($"/desk/story/{story}/comment", $"/desk/story/{story}", ("words", "Is that so, @ivo babić?")))
            Assert.Equal(2, await store.CountMentionsAsync(ivos, Cancel));

        // By mail: who, and where; what was said stays at the desk.
        Assert.Equal(2, await newsroom.Services.GetRequiredService<MentionSender>().SendDueAsync(Cancel));
        for (var mails = 0; mails < 2; mails++)
        {
            var mail = await post.NextAsync();
            Assert.Equal(("Ana Marić has named you: FERRY", "ivo@courier.example"), (mail.Subject, mail.To.Mailboxes.Single().Address));
            Assert.Contains("/desk/for-me/", mail.TextBody, StringComparison.Ordinal);
            Assert.DoesNotContain("harbour", mail.TextBody, StringComparison.Ordinal);
            Assert.DoesNotContain("Is that so", mail.TextBody, StringComparison.Ordinal);
        }

        var page = await ivo.PageAsync("/desk/for-me");
        Assert.Contains(">For me (2)</a>", page, StringComparison.Ordinal);
        Assert.Contains("Is that so, @ivo babić?", page, StringComparison.Ordinal);
        var mention = (await store.MentionsAsync(ivos, 10, Cancel))[0];
        using (var opened = await ivo.TryAsync("GET", $"/desk/for-me/{mention.Id}", ""))
            Assert.Equal($"/desk/story/{story}#comment-{mention.Comment}", opened.Headers.Location!.ToString());
        Assert.Contains(">For me (1)</a>", await ivo.PageAsync("/desk"), StringComparison.Ordinal);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await ana.GetAsync($"/desk/for-me/{mention.Id}")).Status); // another's
        using (await ivo.PostAsync("/desk/for-me/seen", "/desk/for-me"))
            Assert.Contains(">For me</a>", await ivo.PageAsync("/desk"), StringComparison.Ordinal);

        // Switched off: no number, no mail; the list stays.
        using (await ivo.PostAsync("/desk/me/notices", "/desk/me", ("kind", "hold")))
            await store.CommentAsync(story, CommentedPassage.None, "Once more, @Ivo Babić.", 1, "Ana Marić", Cancel);
        Assert.Equal(0, await newsroom.Services.GetRequiredService<MentionSender>().SendDueAsync(Cancel));
        Assert.Null(post.Waiting());
        var quiet = await ivo.PageAsync("/desk/for-me");
        Assert.Contains(">For me</a>", quiet, StringComparison.Ordinal);
        Assert.Contains("Once more", quiet, StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task A_mail_that_cannot_be_sent_waits_and_one_that_was_seen_is_not_sent(TestDatabase database)
    {
        await using var test = await StorageTest.OnAsync(database);
        var store = test.Store;
        await store.InviteAsync("hash", new Invitation("reporter", [], "ivo@courier.example"), test.Clock.GetUtcNow().AddDays(1), Cancel);
        var ivo = (await store.AcceptInvitationAsync("hash", "Ivo Babić", "ivo@courier.example", "x", Cancel))!;
        var story = await store.WriteStoryAsync(StorageTest.Copy("Ferry"), "Ana", Cancel);
        await store.CommentAsync(story, CommentedPassage.None, "@Ivo Babić, look.", 1, "Ana", Cancel);
        var again = test.Clock.GetUtcNow().AddMinutes(5);
        var mail = Assert.Single(await store.TakeMentionMailsAsync(10, again, Cancel));
        Assert.Equal("ivo@courier.example", mail.To.Email);
        Assert.Empty(await store.TakeMentionMailsAsync(10, again, Cancel));
        test.Clock.SetUtcNow(again);
        Assert.Single(await store.TakeMentionMailsAsync(10, again.AddMinutes(5), Cancel));
        await store.SeeMentionAsync(ivo.Id, mail.Mention.Id, Cancel);
        test.Clock.SetUtcNow(again.AddMinutes(5));
        Assert.Empty(await store.TakeMentionMailsAsync(10, again.AddMinutes(9), Cancel));
    }
}
