using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Wireroom.Newsroom.Desk.SignIn;
using Wireroom.Newsroom.Intake.Sources;
using Wireroom.Storage;

namespace Wireroom.Newsroom.Tests.Intake;

/// <summary>Two programs, each a process of its own, on one PostgreSQL: both poll, both watch the folder, both are pushed to, and nothing is there twice.</summary>
public sealed class TwoProgramsTests
{
    private const int Feeds = 6;
    private const int Editions = 4;
    private const int InEdition = 8;
    private const int Dropped = 80;
    private const int Pushed = 60;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_programs_on_one_database_take_the_same_sources_without_taking_anything_twice()
    {
        var folder = Directory.CreateTempSubdirectory("wireroom-two-").FullName;
        try
        {
            var options = new StoreOptions(Path.Combine(folder, "data"), await TestPostgres.FreshDatabaseAsync());
            var inbox = Directory.CreateDirectory(Path.Combine(folder, "inbox")).FullName;
            var (asking, together) = (new ConcurrentDictionary<string, int>(), 0);
            var servers = new List<MisbehavingServer>();
            for (var feed = 0; feed < Feeds; feed++)
                servers.Add(await MisbehavingServer.StartAsync(AnswerAsync, string.Create(CultureInfo.InvariantCulture, $"127.0.0.{feed + 1}"))); // hosts of their own, or politeness would keep them apart
            await LayAsync(options, inbox, servers);
            using var over = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
            over.CancelAfter(TimeSpan.FromMinutes(5));
            using var one = new SeparateProgram(folder, options);
            using var other = new SeparateProgram(folder, options);
            await Task.WhenAll(one.StartAsync(over.Token), other.StartAsync(over.Token));
            for (var number = 0; number < Dropped; number++)
            {
                await File.WriteAllTextAsync(Path.Combine(inbox, $".{number}"), Item($"dropped {number}"), over.Token);
                File.Move(Path.Combine(inbox, $".{number}"), Path.Combine(inbox, $"{number}.xml"));
            }

            // Each sends all: a sender that gets no answer tries the other program.
            await Task.WhenAll(one.PushAsync(Pushed, number => Item($"pushed {number}"), over.Token), other.PushAsync(Pushed, number => Item($"pushed {number}"), over.Token));
            var expected = Enumerable.Range(0, Dropped).Select(number => $"Item dropped {number}").Concat(Enumerable.Range(0, Pushed).Select(number => $"Item pushed {number}"))
                .Concat(Enumerable.Range(0, Feeds).SelectMany(feed => Enumerable.Range(0, Editions * InEdition).Select(number => $"Item /{feed} {number}"))).ToList();
            await using var store = await Store.OpenAsync(options, TimeProvider.System, Cancel);
            var headlines = new List<string>();
            while (headlines.Count < expected.Count)
            {
                await Task.Delay(500, over.Token);
                headlines = await HeadlinesAsync(store);
            }

            await Task.Delay(TimeSpan.FromSeconds(3), over.Token); // whatever would come twice comes now
            Assert.Equal(expected.Order(), (await HeadlinesAsync(store)).Order());
            Assert.Equal(0, together); // no feed was asked by both at once
            for (var feed = 0; feed < Feeds; feed++)
            {
                var arrivals = await store.ArrivalsAsync($"feed-{feed}", 100, Cancel);
                Assert.Equal(Editions, arrivals.Count);
                Assert.Equal(Editions, arrivals.Select(arrival => arrival.Hash).Distinct().Count());
            }

            Assert.Empty(Directory.GetFiles(inbox));
            Assert.Empty(await store.UnfinishedArrivalsAsync(Cancel));
            foreach (var server in servers)
                await server.DisposeAsync();

            async Task AnswerAsync(HttpContext context, int number)
            {
                var path = context.Request.Path.Value!;
                if (asking.AddOrUpdate(path, 1, (_, now) => now + 1) > 1)
                    Interlocked.Increment(ref together);
                await Task.Delay(300, Cancel); // long enough for the other program to come meanwhile
                var edition = Math.Min(Editions, number);
                var tag = $"\"{edition}\"";
                if (context.Request.Headers.IfNoneMatch.ToString() == tag)
                {
                    context.Response.StatusCode = StatusCodes.Status304NotModified;
                }
                else
                {
                    context.Response.ContentType = "application/rss+xml";
                    context.Response.Headers.ETag = tag;
                    await context.Response.WriteAsync(Feed(path, edition), Cancel);
                }

                asking.AddOrUpdate(path, 0, (_, now) => now - 1);
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Feed(string path, int edition) => Wires.Rss([.. Enumerable.Range((edition - 1) * InEdition, InEdition).Select(number => Inside($"{path} {number}"))]);

    private static string Item(string name) => Wires.Rss(Inside(name));

    private static string Inside(string name) =>
        $"""<item><guid isPermaLink="false">tag:adria:{name.Replace(' ', ':')}</guid><title>Item {name}</title><description>Number {name} came as it was sent.</description></item>""";

    private static async Task LayAsync(StoreOptions options, string inbox, List<MisbehavingServer> servers)
    {
        await using var store = await Store.OpenAsync(options, TimeProvider.System, Cancel);
        var secrets = new Secrets(DataProtectionProvider.Create(SessionKeys.Folder(options), keys => keys.SetApplicationName(SessionKeys.Application)));
        for (var feed = 0; feed < servers.Count; feed++)
            await store.SaveSourceAsync(new Source { Slug = $"feed-{feed}", Name = "Feed", Kind = SourceKind.Feed, Section = "world", IntervalSeconds = 10, Address = $"{servers[feed].Address}/{feed}" }, Cancel);
        await store.SaveSourceAsync(new Source { Slug = "folder", Name = "Folder", Kind = SourceKind.Folder, Address = inbox, Section = "world" }, Cancel);
        await store.SaveSourceAsync(new Source { Slug = "push", Name = "Push", Kind = SourceKind.Push, Section = "world", Secret = secrets.Seal(new SourceLogin(Key: SeparateProgram.Key)) }, Cancel);
    }

    private static async Task<List<string>> HeadlinesAsync(Store store) => [.. (await store.QueueAsync(new QueueFilter(), 10_000, Cancel)).Select(row => row.Headline)];
}
