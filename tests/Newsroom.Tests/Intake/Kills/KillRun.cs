using System.Diagnostics;
using System.Globalization;
using System.Runtime.Versioning;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Wireroom.Newsroom.Desk.SignIn;
using Wireroom.Newsroom.Intake.Sources;
using Wireroom.Storage;

namespace Wireroom.Newsroom.Tests.Intake;

/// <summary>
/// A newsroom into which items come by several ways, and which is killed with SIGKILL over and over while they do. Each round hands out its share of the items and
/// kills at a random moment while they are taken, or, every fourth time, in the middle of the next start.
/// </summary>
[SupportedOSPlatform("linux")]
internal sealed class KillRun : IAsyncDisposable
{
    private const int Page = 500;
    private static readonly TimeSpan BetweenAsks = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestRound = TimeSpan.FromSeconds(40);
    private static readonly TimeSpan LongestSettling = TimeSpan.FromSeconds(90);

    private readonly KillSettings settings;
    private readonly string folder;
    private readonly StoreOptions options;
    private readonly Random random;
    private readonly List<WayIn> ways = [];
    private readonly SeparateProgram program;
    private readonly string address;
    private TimeSpan startUp;
    private int whileStarting;
    private int whileQuiet;

    private KillRun(KillSettings settings, string folder, StoreOptions options)
    {
        (this.settings, this.folder, this.options, random) = (settings, folder, options, new Random(settings.Seed));
        var port = Loopback.LastingPort(); // a hub knows the newsroom by its address
        address = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}");
        program = new SeparateProgram(folder, options, port);
    }

    private int EachWay => settings.Items / ways.Count;

    /// <summary>What has happened so far, in a line.</summary>
    public string Said { get; private set; } = "";

    public static async Task<KillRun> LayAsync(TestDatabase database, KillSettings settings)
    {
        var connection = database == TestDatabase.Postgres ? await TestPostgres.FreshDatabaseAsync() : null;
        var folder = Directory.CreateTempSubdirectory("wireroom-kill-").FullName;
        var run = new KillRun(settings, folder, new StoreOptions(Path.Combine(folder, "data"), connection)) { Said = $"{database}, seed {settings.Seed}" };
        await run.LayAsync();
        return run;
    }

    /// <summary>All the rounds; comes back when every item is in, and the program has been killed once more.</summary>
    public async Task KillAsync(Action<string> say, CancellationToken cancel)
    {
        var watch = Stopwatch.StartNew();
        await program.StartAsync(cancel);
        startUp = watch.Elapsed;
        foreach (var way in ways)
            await way.ReadyAsync(cancel);
        var (sent, sending) = (0, new List<Task>());
        for (var round = 0; round <= settings.Rounds; round++)
        {
            var (first, upTo) = (sent, EachWay * (round + 1) / (settings.Rounds + 1));
            sending.AddRange(ways.Select(way => Task.Run(() => way.SendAsync(first, upTo - first, program, cancel), cancel)));
            if (round < settings.Rounds)
                await KillOnceAsync(round, first * ways.Count, upTo * ways.Count, cancel);
            if (settings.IsLong)
                say(string.Create(CultureInfo.InvariantCulture, $"{round + 1} of {settings.Rounds + 1}, {upTo * ways.Count} items sent, {watch.Elapsed.TotalSeconds:0} s"));
            foreach (var broken in sending.Where(task => task.IsFaulted))
                await broken;
            sent = upTo;
        }

        await UntilAllAsync(Task.WhenAll(sending), cancel);
        program.Kill();
        Said = string.Create(
            CultureInfo.InvariantCulture,
            $"{Said}, {string.Join(" and ", ways.Select(way => way.Name))}: {settings.Rounds} kills ({whileStarting} while starting, {whileQuiet} while nothing came), {EachWay * ways.Count} items in {watch.Elapsed.TotalSeconds:0} s");
    }

    /// <summary>Every item is there exactly once, with the bytes in which it came, and nothing is left undone.</summary>
    public async Task CheckAsync(CancellationToken cancel)
    {
        await using var store = await Store.OpenAsync(options, TimeProvider.System, cancel);
        var rows = await QueueAsync(store, cancel);
        var times = rows.CountBy(row => row.Headline).ToDictionary(StringComparer.Ordinal);
        var expected = ways.SelectMany(way => Enumerable.Range(0, EachWay).Select(way.Headline)).ToHashSet(StringComparer.Ordinal);
        Assert.Equal([], expected.Where(headline => !times.ContainsKey(headline)).Take(20)); // lost
        Assert.Equal([], times.Where(headline => headline.Value != 1 || !expected.Contains(headline.Key)).Take(20)); // doubled, or nobody's
        Assert.Equal([], rows.Where(row => row.HeadVersion != 1).Select(row => row.Headline).Take(20)); // a repeat is no new version
        Assert.Empty(await store.UnfinishedArrivalsAsync(cancel));
        var arrivals = 0;
        foreach (var way in ways)
            arrivals += await CheckRawAsync(store, way, cancel);
        Said = string.Create(CultureInfo.InvariantCulture, $"{Said}, {arrivals} documents kept");
        foreach (var (fault, count) in program.Faults.CountBy(fault => fault))
            Said += string.Create(CultureInfo.InvariantCulture, $"\n  {count} times: {fault}");
    }

    public async ValueTask DisposeAsync()
    {
        program.Dispose();
        foreach (var way in ways)
            await way.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private async Task LayAsync()
    {
        await using var store = await Store.OpenAsync(options, TimeProvider.System, TestContext.Current.CancellationToken);
        var secrets = new Secrets(DataProtectionProvider.Create(SessionKeys.Folder(options), keys => keys.SetApplicationName(SessionKeys.Application)));
        await store.SaveMastheadAsync(new Masthead("Courier", "", "en", "UTC", address), TestContext.Current.CancellationToken);
        (string Name, Func<string?> WhyNot, Func<Task<WayIn>> Open)[] all =
        [
            ("feed", () => null, FeedWay.StartAsync),
            ("folder", () => null, () => Task.FromResult<WayIn>(new FolderWay(Directory.CreateDirectory(Path.Combine(folder, "inbox")).FullName))),
            ("push", () => null, () => Task.FromResult<WayIn>(new PushWay(secrets))),
            ("hub", () => null, HubWay.StartAsync),
            ("sftp", () => SshServer.WhyNot, () => RemoteFolderWay.SftpAsync(secrets)),
            ("ftp", () => FtpServer.WhyNot, () => RemoteFolderWay.FtpAsync(secrets)),
            ("imap", () => ImapServer.WhyNot, () => MailWay.StartAsync(secrets)),
        ];
        Assert.Empty(settings.Ways.Except(all.Select(way => way.Name)));
        foreach (var (name, whyNot, open) in all.Where(way => settings.Ways.Count == 0 || settings.Ways.Contains(way.Name)))
        {
            if (whyNot() is not { } why)
                ways.Add(await open());
            else if (settings.Ways.Count > 0)
                Assert.Skip(why);
            else
                TestContext.Current.AddWarning($"Nothing was killed while items came by {name}: {why}");
        }

        foreach (var source in ways.SelectMany(way => way.Sources))
            await store.SaveSourceAsync(source, TestContext.Current.CancellationToken);
    }

    private async Task KillOnceAsync(int round, int before, int after, CancellationToken cancel)
    {
        if (round % 4 == 3)
        {
            whileStarting++;
            program.Kill();
            await program.KillWhileStartingAsync(startUp * (random.NextDouble() * 1.2), cancel);
        }
        else
        {
            // The store is closed again before the kill: nobody but the next start finds what the kill has left.
            var watch = Stopwatch.StartNew();
            await using (var store = await Store.OpenAsync(options, TimeProvider.System, cancel))
                await UntilAsync(store, random.Next(before, after) + 1, hurry: true, () => watch.Elapsed > LongestRound, cancel);
            whileQuiet += watch.Elapsed > LongestRound ? 1 : 0;
            await Task.Delay(random.Next(250), cancel);
            program.Kill();
        }

        await program.StartAsync(cancel);
    }

    private async Task UntilAllAsync(Task sending, CancellationToken cancel)
    {
        await using var store = await Store.OpenAsync(options, TimeProvider.System, cancel);
        try
        {
            await UntilAsync(store, EachWay * ways.Count, hurry: !settings.IsLong, () => sending.IsFaulted, cancel);
            await sending;
        }
        catch (OperationCanceledException) when (!TestContext.Current.CancellationToken.IsCancellationRequested)
        {
            var there = (await QueueAsync(store, CancellationToken.None)).Select(row => row.Headline).ToHashSet(StringComparer.Ordinal);
            var missing = ways.SelectMany(way => Enumerable.Range(0, EachWay).Select(way.Headline)).Where(headline => !there.Contains(headline)).ToList();
            Assert.Fail($"{missing.Count} items had not come after {settings.Minutes} minutes: {string.Join(", ", missing.Take(20))}. {string.Join('\n', program.Faults.TakeLast(20))}");
        }

        var settling = Stopwatch.StartNew();
        foreach (var way in ways)
        {
            while (await way.WrongAsync(EachWay, cancel) is { } wrong)
            {
                Assert.True(settling.Elapsed < LongestSettling, $"{way.Name}: {wrong}");
                await Task.Delay(BetweenAsks, cancel);
            }
        }
    }

    /// <summary>Until so many items are in the queue. Who hurries does what an operator does who asks for a source at once, so that a killed program's lease is not waited for.</summary>
    private async Task UntilAsync(Store store, int items, bool hurry, Func<bool> enough, CancellationToken cancel)
    {
        Stopwatch? asked = null;
        for (; !enough() && await store.CountQueueAsync(new QueueFilter(), items, cancel) < items; await Task.Delay(30, cancel))
        {
            if (!hurry || asked?.Elapsed < BetweenAsks)
                continue;
            asked = Stopwatch.StartNew();
            foreach (var source in ways.Where(way => way is not HubWay).SelectMany(way => way.Sources))
                await store.DueNowAsync(source.Slug, cancel);
        }
    }

    private static async Task<List<QueueRow>> QueueAsync(Store store, CancellationToken cancel)
    {
        var rows = new List<QueueRow>();
        while (await store.QueueAsync(new QueueFilter { Before = rows.Count > 0 ? rows[^1].Key : null }, Page, cancel) is { Count: > 0 } page)
            rows.AddRange(page);
        return rows;
    }

    /// <summary>Everything that was sent has been kept as it was sent. Returns how many documents came by that way, those that came again among them.</summary>
    private async Task<int> CheckRawAsync(Store store, WayIn way, CancellationToken cancel)
    {
        var (arrivals, hashes, headlines) = (0, new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        foreach (var source in way.Sources)
        {
            var before = long.MaxValue;
            while (await store.ArrivalsBeforeAsync(source.Slug, before, Page, cancel) is { Count: > 0 } page)
            {
                (arrivals, before) = (arrivals + page.Count, page[^1].Id);
                foreach (var arrival in page.Where(arrival => hashes.Add(arrival.Hash)))
                {
                    var bytes = await store.RawBytesAsync(arrival.Id, cancel);
                    Assert.NotNull(bytes);
                    Assert.Equal(arrival.Hash, Hash(bytes));
                    headlines.UnionWith(FeedWay.HeadlinesOf(bytes));
                }
            }
        }

        var sent = Enumerable.Range(0, EachWay);
        Assert.Equal([], way.IsOneADocument ? sent.Where(number => !hashes.Contains(Hash(way.Document(number)))).Take(20) : sent.Where(number => !headlines.Contains(way.Headline(number))).Take(20));
        return arrivals;
    }

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
