using System.Diagnostics;
using Wireroom.Storage;

namespace Wireroom.Bench;

/// <summary>Search over 100,000 released stories: a first page of twenty, newest first, for words rare and common, phrases, beginnings, and with filters.</summary>
internal static class SearchBench
{
    public static async Task RunAsync(string[] args)
    {
        var stories = args.Length > 0 ? int.Parse(args[0], System.Globalization.CultureInfo.InvariantCulture) : 100_000;
        await (args.Length > 1 ? RunAsync("PostgreSQL", stories, args[1]) : RunAsync("SQLite", stories, null));
    }

    private static async Task RunAsync(string name, int stories, string? connection)
    {
        var folder = Directory.CreateTempSubdirectory("wireroom-bench-").FullName;
        try
        {
            await using var store = await Store.OpenAsync(new StoreOptions(folder, connection), TimeProvider.System, CancellationToken.None);
            await FillAsync(name, store, stories);
            var copy = new Copymaker(2);
            await MeasureAsync(store, $"{name}: one word, as frequent as in copy", () => new() { Words = Copymaker.Word(copy.Rank()) });
            await MeasureAsync(store, $"{name}: two words", () => new() { Words = $"{Copymaker.Word(copy.Rank())} {Copymaker.Word(copy.Rank())}" });
            await MeasureAsync(store, $"{name}: one rare word", () => new() { Words = Copymaker.Word(20_000 + copy.Rank()) });
            await MeasureAsync(store, $"{name}: phrase of two", () => new() { Words = $"\"{Copymaker.Word(copy.Rank() / 100)} {Copymaker.Word(copy.Rank() / 100)}\"" });
            await MeasureAsync(store, $"{name}: one word in one section", () => new() { Words = Copymaker.Word(copy.Rank()), Section = "culture" });
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task FillAsync(string name, Store store, int stories)
    {
        // A database that an earlier run filled is searched again as it is.
        if (await store.Released.LatestAsync(ReleasedFilter.Everything, 1, CancellationToken.None) is [var newest] && newest.PublishedAt == Copymaker.PublishedAt(stories - 1))
            return;
        var watch = Stopwatch.StartNew();
        await Copymaker.FillAsync(store, stories);
        Console.WriteLine($"{name}: {stories:n0} stories written and released in {watch.Elapsed.TotalSeconds:0} s ({stories / watch.Elapsed.TotalSeconds:n0} a second)");
    }

    private static async Task MeasureAsync(Store store, string what, Func<ReleasedFilter> query)
    {
        for (var warm = 0; warm < 200; warm++)
            await store.Released.LatestAsync(query(), 20, CancellationToken.None);
        var times = new List<double>();
        for (var run = 0; run < 2000; run++)
        {
            var filter = query();
            var start = Stopwatch.GetTimestamp();
            await store.Released.LatestAsync(filter, 20, CancellationToken.None);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        Figures.Print(what, times);
    }
}
