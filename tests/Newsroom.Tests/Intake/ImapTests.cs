using System.Runtime.Versioning;
using Microsoft.Extensions.DependencyInjection;
using Wireroom.Newsroom.Host;
using Wireroom.Newsroom.Intake.Imap;
using Wireroom.Newsroom.Intake.Sources;
using Wireroom.Storage;

namespace Wireroom.Newsroom.Tests.Intake;

/// <summary>Against a real Dovecot on loopback; skipped with a message where there is none, or where nobody may run it.</summary>
[SupportedOSPlatform("linux")]
public sealed class ImapTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(TestDatabase.Sqlite, "imaps", "")]
    [InlineData(TestDatabase.Sqlite, "imap", "seen")]
    [InlineData(TestDatabase.Postgres, "imaps", "move Taken")]
    public async Task A_message_is_taken_once_as_soon_as_it_is_there(TestDatabase database, string scheme, string after)
    {
        using var server = await ImapServer.StartAsync();
        await using var newsroom = await RunningNewsroom.StartAsync(database);
        await server.SendAsync("Dam holds", "It holds, officials said.");
        await server.SendAsync("Ferry sails", "It sails, officials said.");
        await AddAsync(newsroom, server, scheme, after, paused: false);
        await UntilAsync(newsroom, 2);

        // The newsroom listens by now: the next message comes without being asked for.
        await server.SendAsync("Bridge opens", "It opens, officials said.");
        await UntilAsync(newsroom, 3);
        Assert.Equal(["Bridge opens", "Dam holds", "Ferry sails"], (await newsroom.Store.QueueAsync(new QueueFilter(), 10, Cancel)).Select(row => row.Headline).Order());
        Assert.Equal(3, (await newsroom.Store.ArrivalsAsync("mail", 10, Cancel)).Count);

        // Paused, changed by other programs, and opened anew: nothing comes twice.
        await PauseAsync(newsroom, true);
        if (after.Length == 0)
            Assert.Equal((3, 0, 0), await server.CountAsync());
        else if (after == "seen")
            Assert.Equal((3, 3, 0), await server.CountAsync());
        else
            Assert.Equal((0, 0, 3), await server.CountAsync());
        await server.SendAsync("Tram stops", "It stops, officials said.");
        await PauseAsync(newsroom, false);
        await UntilAsync(newsroom, 4);
        Assert.Equal(4, (await newsroom.Store.ArrivalsAsync("mail", 10, Cancel)).Count);
        Assert.Null((await newsroom.Store.PollStateAsync("mail", Cancel)).LastFault);
    }

    [Fact]
    public async Task A_mailbox_that_is_numbered_anew_brings_repeats_and_no_second_story()
    {
        using var server = await ImapServer.StartAsync();
        await using var newsroom = await RunningNewsroom.StartAsync();
        await server.SendAsync("Dam holds", "It holds, officials said.");
        var source = await AddAsync(newsroom, server, "imaps", "", paused: true);
        await LookAsync(newsroom, source);
        await newsroom.Store.RememberTakenFileAsync("mail", "INBOX", "4711:900", Cancel);
        await LookAsync(newsroom, source);
        Assert.Equal(2, (await newsroom.Store.ArrivalsAsync("mail", 10, Cancel)).Count);
        Assert.Single(await newsroom.Store.QueueAsync(new QueueFilter(), 10, Cancel));
    }

    [Theory]
    [InlineData("seen", 1, 1, 0)]
    [InlineData("move Taken", 0, 0, 1)]
    public async Task What_was_taken_and_not_yet_marked_when_the_program_stopped_is_marked_at_the_next_look(string after, int lie, int seen, int moved)
    {
        using var server = await ImapServer.StartAsync();
        await using var newsroom = await RunningNewsroom.StartAsync();
        await server.SendAsync("Dam holds", "It holds, officials said.");
        var unmarked = await AddAsync(newsroom, server, "imaps", "", paused: true);
        await LookAsync(newsroom, unmarked);
        var place = (await newsroom.Store.TakenFilesAsync("mail", Cancel))["INBOX"];
        await newsroom.Store.RememberTakenFileAsync("mail", "INBOX", place + ":unmarked", Cancel); // as it stands between taking and marking
        await LookAsync(newsroom, unmarked with { AfterTaking = after });
        Assert.Equal((lie, seen, moved), await server.CountAsync());
        Assert.Equal(place, (await newsroom.Store.TakenFilesAsync("mail", Cancel))["INBOX"]);
        Assert.Single(await newsroom.Store.ArrivalsAsync("mail", 10, Cancel));
    }

    [Fact]
    public async Task A_mailbox_in_which_nothing_may_be_moved_brings_each_message_once_all_the_same()
    {
        using var server = await ImapServer.StartAsync();
        await using var newsroom = await RunningNewsroom.StartAsync();
        await server.SendAsync("Dam holds", "It holds, officials said.");
        await server.SendAsync("Ferry sails", "It sails, officials said.");
        var source = await AddAsync(newsroom, server, "imaps", "move no//such", paused: true);
        var complaint = "";
        using var once = new CancellationTokenSource();
        Assert.Null(await newsroom.Services.GetRequiredService<ReadMailbox>().ListenAsync(
            source,
            (brought, wrong) =>
            {
                Assert.Equal(2, brought);
                complaint = wrong;
                return once.CancelAsync();
            },
            once.Token,
            Cancel));
        Assert.StartsWith("INBOX 2 was taken, and the server would not move no//such: ", complaint, StringComparison.Ordinal);
        await LookAsync(newsroom, source);
        Assert.Equal(2, (await newsroom.Store.ArrivalsAsync("mail", 10, Cancel)).Count);
        Assert.Equal((2, 0, 0), await server.CountAsync());
    }

    [Fact]
    public async Task A_wrong_password_a_strange_certificate_and_a_missing_folder_are_refused_in_words_and_a_trial_marks_nothing()
    {
        using var server = await ImapServer.StartAsync();
        await using var newsroom = await RunningNewsroom.StartAsync();
        var trials = newsroom.Services.GetRequiredService<SourceTrials>();
        var source = await AddAsync(newsroom, server, "imaps", "seen", paused: true);
        Assert.Contains("no message lies in it yet", (await trials.TryAsync(source, Cancel)).Found, StringComparison.Ordinal);
        await server.SendAsync("Dam holds", "It holds, officials said.");
        var trial = await trials.TryAsync(source, Cancel);
        Assert.Equal(("", "Dam holds", "1 message lies in INBOX; the newest:"), (trial.Fault, trial.Items[0].Headline, trial.Found));
        Assert.Equal((1, 0, 0), await server.CountAsync());

        Assert.Equal("There is no folder \"Nowhere\" in the mailbox.", (await trials.TryAsync(source with { Address = source.Address.Replace("INBOX", "Nowhere", StringComparison.Ordinal) }, Cancel)).Fault);
        var secrets = newsroom.Services.GetRequiredService<Secrets>();
        Assert.Contains("No authority", (await trials.TryAsync(source with { Secret = secrets.Seal(new SourceLogin("wire", "a lamp")) }, Cancel)).Fault, StringComparison.Ordinal);
        Assert.Contains("refused the user name or the password", (await trials.TryAsync(source with { Secret = secrets.Seal(new SourceLogin("wire", "wrong", server.Certificate)) }, Cancel)).Fault, StringComparison.Ordinal);
        Assert.NotEqual("", (await trials.TryAsync(source with { Address = "imaps://127.0.0.1:9/INBOX" }, Cancel)).Fault);
    }

    private static async Task LookAsync(RunningNewsroom newsroom, Source source)
    {
        using var once = new CancellationTokenSource();
        Assert.Null(await newsroom.Services.GetRequiredService<ReadMailbox>().ListenAsync(source, (_, _) => once.CancelAsync(), once.Token, Cancel));
    }

    private static async Task UntilAsync(RunningNewsroom newsroom, int stories)
    {
        for (var tries = 0; tries < 300 && (await newsroom.Store.QueueAsync(new QueueFilter(), 10, Cancel)).Count < stories; tries++)
            await Task.Delay(100, Cancel);
        Assert.Equal(stories, (await newsroom.Store.QueueAsync(new QueueFilter(), 10, Cancel)).Count);
    }

    private static async Task PauseAsync(RunningNewsroom newsroom, bool pause)
    {
        await newsroom.Store.SaveSourceAsync((await newsroom.Store.FindSourceAsync("mail", Cancel))! with { Paused = pause }, Cancel);
        if (pause)
            await Task.Delay(TimeSpan.FromSeconds(7), Cancel); // a mailbox that is listened to is left within a third of its lease
    }

    private static async Task<Source> AddAsync(RunningNewsroom newsroom, ImapServer server, string scheme, string after, bool paused)
    {
        var source = new Source
        {
            Slug = "mail", Name = "Mail", Kind = SourceKind.Imap, Address = $"{scheme}://127.0.0.1:{(scheme == "imaps" ? server.TlsPort : server.Port)}/INBOX", Paused = paused, Section = "world",
            AfterTaking = after, IntervalSeconds = 60, Secret = newsroom.Services.GetRequiredService<Secrets>().Seal(new SourceLogin(ImapServer.User, ImapServer.Password, server.Certificate)),
        };
        await newsroom.Store.SaveSourceAsync(source, Cancel);
        return source;
    }
}
