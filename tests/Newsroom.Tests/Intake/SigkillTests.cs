using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Wireroom.Newsroom.Desk.SignIn;
using Wireroom.Newsroom.Intake.Sources;
using Wireroom.Storage;

namespace Wireroom.Newsroom.Tests.Intake;

/// <summary>
/// The program is killed with SIGKILL at random moments while items come in by a misbehaving feed, a watched folder and a push; in the end every item is there
/// exactly once. Rounds and items are set by <c>WIREROOM_KILL_ROUNDS</c> and <c>WIREROOM_KILL_ITEMS</c>; see bench/README.md for the long run.
/// </summary>
public sealed class SigkillTests
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(Setting("WIREROOM_KILL_MINUTES", 20));

    private static readonly int Rounds = Setting("WIREROOM_KILL_ROUNDS", 3);
    private static readonly int Items = Setting("WIREROOM_KILL_ITEMS", 240);

    private static readonly int ItemsInFeed = Math.Max(40, Items / 12);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task Every_item_is_there_exactly_once_however_often_the_program_is_killed(TestDatabase database)
    {
        var folder = Directory.CreateTempSubdirectory("wireroom-kill-").FullName;
        try
        {
            var options = new StoreOptions(Path.Combine(folder, "data"), database == TestDatabase.Postgres ? await TestPostgres.FreshDatabaseAsync() : null);
            var inbox = Directory.CreateDirectory(Path.Combine(folder, "inbox")).FullName;
            await using var feed = await MovingFeed.StartAsync();
            await LayAsync(options, inbox, feed.Address);
            using var over = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
            over.CancelAfter(LongestWait);
            var random = new Random(20260303);
            using var program = new SeparateProgram(folder, options);
            await program.StartAsync(over.Token);
            var share = Items / 3;
            var senders = Task.WhenAll(
                feed.PublishAsync(share, over.Token), DropAsync(inbox, share, over.Token), program.PushAsync(share, number => Document("pushed", number), over.Token));
            for (var round = 0; round < Rounds; round++)
            {
                await Task.Delay(random.Next(200, 2500), over.Token);
                program.Kill();
                await program.StartAsync(over.Token);
            }

            await senders;
            await UntilAllAsync(options, over.Token);
            program.Kill();
            await using var store = await Store.OpenAsync(options, TimeProvider.System, Cancel);
            var headlines = await HeadlinesAsync(store);
            Assert.Equal(Expected().Order(), headlines.Order());
            Assert.Empty(await store.UnfinishedArrivalsAsync(10, Cancel));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static IEnumerable<string> Expected() =>
        from kind in new[] { "fed", "dropped", "pushed" } from number in Enumerable.Range(0, Items / 3) select $"Item {kind} {number}";

    private static async Task LayAsync(StoreOptions options, string inbox, string feed)
    {
        await using var store = await Store.OpenAsync(options, TimeProvider.System, Cancel);
        var secrets = new Secrets(DataProtectionProvider.Create(SessionKeys.Folder(options), keys => keys.SetApplicationName(SessionKeys.Application)));
        await store.SaveSourceAsync(new Source { Slug = "feed", Name = "Feed", Kind = SourceKind.Feed, Address = feed + "/feed", Section = "world", IntervalSeconds = 10 }, Cancel);
        await store.SaveSourceAsync(new Source { Slug = "folder", Name = "Folder", Kind = SourceKind.Folder, Address = inbox, Section = "world" }, Cancel);
        await store.SaveSourceAsync(new Source { Slug = "push", Name = "Push", Kind = SourceKind.Push, Section = "world", Secret = secrets.Seal(new SourceLogin(Key: SeparateProgram.Key)) }, Cancel);
    }

    private static async Task DropAsync(string inbox, int count, CancellationToken cancel)
    {
        for (var number = 0; number < count; number++)
        {
            // Some senders write aside and move into place, some write slowly where it is seen.
            var (aside, there) = (Path.Combine(inbox, $".{number}.part"), Path.Combine(inbox, $"item-{number}.xml"));
            await File.WriteAllTextAsync(number % 2 == 0 ? aside : there, Document("dropped", number), cancel);
            if (number % 2 == 0)
                File.Move(aside, there);
            if (number % 20 == 19)
                await Task.Delay(100, cancel);
        }
    }

    private static string Document(string kind, int number) =>
        Wires.Rss($"""<item><guid isPermaLink="false">tag:adria:{kind}:{number}</guid><title>Item {kind} {number}</title><description>The text of {kind} item {number}, as it was sent.</description></item>""");

    private static async Task<List<string>> HeadlinesAsync(Store store)
    {
        var headlines = new List<string>();
        for (long? before = null; ;)
        {
            var page = await store.QueueAsync(new QueueFilter { Before = before }, 500, Cancel);
            if (page.Count == 0)
                return headlines;
            headlines.AddRange(page.Select(row => row.Headline));
            before = page[^1].Key;
        }
    }

    private static async Task UntilAllAsync(StoreOptions options, CancellationToken cancel)
    {
        await using var store = await Store.OpenAsync(options, TimeProvider.System, cancel);
        while ((await HeadlinesAsync(store)).Distinct().Count() < Items / 3 * 3)
            await Task.Delay(500, cancel);
    }

    private static int Setting(string name, int usual) => int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : usual;

    /// <summary>A feed whose window moves on only when its items have been fetched whole, and whose server fails, dawdles and cuts off every now and then.</summary>
    private sealed class MovingFeed : IAsyncDisposable
    {
        private readonly Lock moving = new();
        private MisbehavingServer? server;
        private int first;
        private int count;
        private int shown;

        public string Address => server!.Address;

        public static async Task<MovingFeed> StartAsync()
        {
            var feed = new MovingFeed();
            feed.server = await MisbehavingServer.StartAsync(feed.AnswerAsync);
            return feed;
        }

        /// <summary>Waits until every item has been fetched by an answer after which the program asked again.</summary>
        public async Task PublishAsync(int items, CancellationToken cancel)
        {
            Volatile.Write(ref count, items);
            while (Volatile.Read(ref first) < items)
                await Task.Delay(200, cancel);
        }

        public async ValueTask DisposeAsync() => await server!.DisposeAsync();

        private async Task AnswerAsync(HttpContext context, int number)
        {
            if (number % 7 == 5)
            {
                context.Response.StatusCode = StatusCodes.Status500InternalServerError;
                return;
            }

            string document;
            string tag;
            lock (moving)
            {
                // Whoever brings the tag back has taken what it stands for: the window moves on.
                if (context.Request.Headers.IfNoneMatch.ToString() == Tag(first, shown) && shown > 0)
                    (first, shown) = (first + shown, 0);
                shown = Math.Max(0, Math.Min(ItemsInFeed, count - first));
                tag = Tag(first, shown);
                document = Wires.Rss([.. Enumerable.Range(first, shown).Select(item => Document("fed", item)).Select(whole => whole[whole.IndexOf("<item>", StringComparison.Ordinal)..whole.IndexOf("</channel>", StringComparison.Ordinal)])]);
            }

            context.Response.ContentType = "application/rss+xml";
            context.Response.Headers.ETag = tag;
            var bytes = Encoding.UTF8.GetBytes(document);
            if (number % 5 == 4)
            {
                context.Response.ContentLength = bytes.Length; // cut off in the middle
                await context.Response.Body.WriteAsync(bytes.AsMemory(0, bytes.Length / 2));
                await context.Response.Body.FlushAsync();
                context.Abort();
                return;
            }

            await context.Response.Body.WriteAsync(bytes);
        }

        private static string Tag(int first, int shown) => $"\"{first}-{shown}\"";
    }
}
