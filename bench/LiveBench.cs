using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Wireroom.Storage;

namespace Wireroom.Bench;

/// <summary>Ten thousand readers with the page open: what their connections cost in memory, and how soon a release is told to each.</summary>
internal static class LiveBench
{
    private const int Stories = 1000;
    private const int Releases = 5;

    public static async Task RunAsync(string[] args)
    {
        var readers = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 10_000;
        var folder = Directory.CreateTempSubdirectory("wireroom-bench-").FullName;
        try
        {
            await using var store = await Store.OpenAsync(new StoreOptions(folder), TimeProvider.System, CancellationToken.None);
            await store.SaveSectionsAsync([.. Copymaker.Sections.Select((slug, at) => new Section(slug, char.ToUpperInvariant(slug[0]) + slug[1..], at))], CancellationToken.None);
            await Copymaker.FillAsync(store, Stories);
            await using var newsroom = await RunningProgram.NewsroomAsync(folder);
            await Wrk.RunAsync(newsroom.Port, "/", 5, "gzip");
            Console.WriteLine($"{"no reader",-24} {newsroom.ResidentMegabytes,6:0} MB");

            var told = new Told();
            var open = new List<Socket>(readers);
            for (var at = 0; at < readers; at++)
                open.Add(await ConnectAsync(newsroom.Port, told));
            await told.WaitAsync(readers);
            await Task.Delay(TimeSpan.FromSeconds(30));
            Console.WriteLine($"{readers.ToString("n0", CultureInfo.InvariantCulture) + " readers",-24} {newsroom.ResidentMegabytes,6:0} MB");

            var copy = new Copymaker(2);
            for (var release = 0; release < Releases; release++)
            {
                told.Begin();
                var story = await store.WriteStoryAsync(copy.Next(release), "bench", CancellationToken.None);
                await store.ReleaseAsync(story, new ReleaseOrder(), "bench", CancellationToken.None);
                var watch = Stopwatch.GetTimestamp();
                await told.WaitAsync(readers);
                Figures.Print("release to each reader", told.Since(watch));
            }

            Console.WriteLine($"{"after the releases",-24} {newsroom.ResidentMegabytes,6:0} MB");
            open.ForEach(socket => socket.Dispose());
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<Socket> ConnectAsync(int port, Told told)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(IPAddress.Loopback, port);
        await socket.SendAsync(Encoding.ASCII.GetBytes($"GET /live/events HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nAccept: text/event-stream\r\n\r\n"));
        _ = ListenAsync(socket, told);
        return socket;
    }

    private static async Task ListenAsync(Socket socket, Told told)
    {
        var buffer = new byte[1024];
        try
        {
            while (await socket.ReceiveAsync(buffer) is > 0 and var length)
                if (buffer.AsSpan(0, length).IndexOf("event: rail"u8) >= 0)
                    told.One();
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            // The end of the run.
        }
    }

    /// <summary>When each reader was told of the last change.</summary>
    private sealed class Told
    {
        private readonly List<long> moments = [];

        public void Begin()
        {
            lock (moments)
                moments.Clear();
        }

        public void One()
        {
            lock (moments)
                moments.Add(Stopwatch.GetTimestamp());
        }

        public async Task WaitAsync(int readers)
        {
            for (var watch = Stopwatch.StartNew(); ; await Task.Delay(10))
            {
                lock (moments)
                    if (moments.Count >= readers)
                        return;
                if (watch.Elapsed > TimeSpan.FromMinutes(1))
                    throw new InvalidOperationException("Not every reader was told within a minute.");
            }
        }

        public IEnumerable<double> Since(long start)
        {
            lock (moments)
                return [.. moments.Select(moment => Stopwatch.GetElapsedTime(start, moment).TotalMilliseconds)];
        }
    }
}
