using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Wireroom.Storage;
using Wireroom.Stories;

namespace Wireroom.Bench;

/// <summary>
/// Thirty days of 50,000 arrivals in the queue: how long its first page takes to come from SQLite, by each filter and for what is rare. The rows are written past
/// the store, in bulk, with the very columns and indexes that it makes; only rows that pages of the queue read are there.
/// </summary>
internal static class QueueBench
{
    private const int ADay = 50_000;
    private const int Runs = 200;

    public static async Task RunAsync(string[] args)
    {
        var days = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 30;
        var folder = Directory.CreateTempSubdirectory("wireroom-bench-").FullName;
        try
        {
            await using var store = await Store.OpenAsync(new StoreOptions(folder), TimeProvider.System, CancellationToken.None);
            await store.SaveDesksAsync([new NewsDesk("news", "News", 0), new NewsDesk("sport", "Sport", 1)], CancellationToken.None);
            Fill(Path.Combine(folder, "wireroom.db"), days);
            await MeasureAsync(store, "the queue as it opens", _ => new());
            await MeasureAsync(store, "one desk of two", _ => new() { Desk = "sport" });
            await MeasureAsync(store, "one section of eight", number => new() { Section = Copymaker.Sections[number % Copymaker.Sections.Length] });
            await MeasureAsync(store, "one source of 200", number => new() { Source = $"source-{number % 200}" });
            await MeasureAsync(store, "a source without stories", _ => new() { Source = "nobody" });
            await MeasureAsync(store, "what I have taken (40 of all)", _ => new() { TakenBy = "Ana" });
            await MeasureAsync(store, "what nobody has taken so far", _ => new() { TakenBy = "nobody" });
            await MeasureAsync(store, "flashes (1 in 10,000)", _ => new() { UrgencyAtMost = 1 });
            await MeasureAsync(store, "a language of 1 in 1,000", _ => new() { Language = "ar" });
            await MeasureAsync(store, "drafts and scheduled (40 of all)", _ => new() { States = [StoryState.Draft, StoryState.Scheduled] });
            await MeasureAsync(store, "one section and one source", number => new() { Section = Copymaker.Sections[number % Copymaker.Sections.Length], Source = $"source-{number % 200}" });
            var copy = new Copymaker(2);
            await MeasureAsync(store, "a word, as frequent as in copy", _ => new() { Words = Copymaker.Word(copy.Rank()) });
            await MeasureAsync(store, "two words", _ => new() { Words = $"{Copymaker.Word(copy.Rank())} {Copymaker.Word(copy.Rank())}" });
            await MeasureAsync(store, "a word on one desk", _ => new() { Words = Copymaker.Word(copy.Rank()), Desk = "sport" });
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task MeasureAsync(Store store, string what, Func<int, QueueFilter> filter)
    {
        var times = new List<double>();
        for (var run = 0; run < Runs + 20; run++)
        {
            var asked = filter(run);
            var start = Stopwatch.GetTimestamp();
            await store.QueueAsync(asked, 101, CancellationToken.None);
            if (run >= 20)
                times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        Figures.Print(what, times);
    }

    private static void Fill(string file, int days)
    {
        var watch = Stopwatch.StartNew();
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString());
        connection.Open();
        var random = new Random(7);
        var copy = new Copymaker(1);
        var end = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds();
        var first = end - (days * 86_400_000L);
        var count = days * ADay;
        for (var from = 0; from < count; from += ADay)
        {
            using var transaction = connection.BeginTransaction();
            using var story = Command(
                connection, transaction,
                """
                insert into stories (id, queue_key, state, slug, head_version, released_version, wire_version, source, signal, urgency, slugline, headline, working_title, lead, section, language, credit, words,
                  arrived_at, changed_at, taken_by, embargo_unread, hold, desk)
                values ($id, $key, $state, 'story', 1, 0, 0, $source, 'new', $urgency, 'SLUG', $headline, 0, $lead, $section, $language, 'Agency', 400, $at, $at, $taken, 0, '', $desk)
                """,
                "$id", "$key", "$state", "$source", "$urgency", "$headline", "$lead", "$section", "$language", "$at", "$taken", "$desk");
            using var words = Command(connection, transaction, "insert into queue_search (rowid, words) values ($key, $words)", "$key", "$words");
            for (var number = from; number < from + ADay; number++)
            {
                var at = first + ((end - first) * number / count);
                var made = copy.Short();
                var isTaken = number % (count / 40) == 17;
                Set(
                    story, StoryId.FirstAt(DateTimeOffset.FromUnixTimeMilliseconds(at)).Value, at * 4096, isTaken ? "draft" : number % 3 == 0 ? "released" : number % 7 == 0 ? "spiked" : "received", $"source-{random.Next(200)}",
                    number % 10_000 == 1 ? 1 : number % 50 == 2 ? 3 : 5, made.Headline, made.Standfirst, made.Section, number % 1000 == 3 ? "ar" : "en", at, isTaken ? "Ana" : "", number % 2 == 0 ? "news" : "sport");
                Set(words, at * 4096, $"{made.Headline} {made.Standfirst}".ToLowerInvariant());
                story.ExecuteNonQuery();
                words.ExecuteNonQuery();
            }

            transaction.Commit();
        }

        Console.WriteLine($"{count:n0} arrivals laid in {watch.Elapsed.TotalSeconds:0} s, {new FileInfo(file).Length / 1024 / 1024:n0} MB");
    }

    private static SqliteCommand Command(SqliteConnection connection, SqliteTransaction transaction, string sql, params string[] names)
    {
        var command = connection.CreateCommand();
        (command.CommandText, command.Transaction) = (sql, transaction);
        foreach (var name in names)
            command.Parameters.Add(new SqliteParameter(name, null));
        return command;
    }

    private static void Set(SqliteCommand command, params object[] values)
    {
        for (var at = 0; at < values.Length; at++)
            command.Parameters[at].Value = values[at];
    }
}
