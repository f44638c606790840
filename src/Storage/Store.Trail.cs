using System.Globalization;
using System.Text;
using Dapper;
using Wireroom.Stories;

namespace Wireroom.Storage;

public sealed partial class Store
{
    private const int LongestDetail = 2000;

    /// <summary>Notes something that changes nothing else: a sign-in that was refused, an action that was not allowed.</summary>
    public Task NoteAsync(string who, string from, string what, StoryId? story, string detail, CancellationToken cancel) => WriteAsync(
        writing =>
        {
            writing.Notes.Add(new Note(who, from, what, story?.Value, detail));
            return Task.CompletedTask;
        },
        cancel);

    /// <summary>The lines that are looked for, newest first.</summary>
    public Task<IReadOnlyList<TrailLine>> TrailAsync(TrailFilter filter, int count, CancellationToken cancel) => ReadAsync<IReadOnlyList<TrailLine>>(
        async reading =>
        {
            var values = new DynamicParameters(new { filter.Who, story = filter.Story?.Value, since = Milliseconds(filter.Since), until = Milliseconds(filter.Until), filter.Before, count });
            var conditions = new StringBuilder("true");
            if (filter.Who.Length > 0)
                conditions.Append(" and lower(who) = lower(@Who)");
            if (filter.Story is not null)
                conditions.Append(" and story = @story");
            if (filter.Since is not null)
                conditions.Append(" and at >= @since");
            if (filter.Until is not null)
                conditions.Append(" and at < @until");
            if (filter.Before is not null)
                conditions.Append(" and id < @Before");
            var words = filter.Words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            for (var at = 0; at < words.Length; at++)
            {
                var name = string.Create(CultureInfo.InvariantCulture, $"word{at}");
                conditions.Append(CultureInfo.InvariantCulture, $" and lower(what || ' ' || detail || ' ' || who || ' ' || came_from) like @{name} escape '!'");
                values.Add(name, $"%{Literal(words[at].ToLowerInvariant())}%");
            }

            var rows = await reading.ListAsync<TrailColumns>($"select * from trail where {conditions} order by id desc limit @count", values);
            return [.. rows.Select(row => row.ToLine())];
        },
        cancel);

    /// <summary>Writes what the transaction has noted. Where somebody acts and nothing of it is noted, the action itself is.</summary>
    private async Task WriteTrailAsync(Writing writing)
    {
        var acting = Acting.Now;
        if (writing.Notes.Count == 0 && acting is { Noted: false } && !writing.IsHousekeeping)
            writing.Notes.Add(new Note(acting.Who, acting.From, acting.What, acting.Story?.Value, acting.Detail));
        if (writing.Notes.Count == 0)
            return;
        if (acting is not null)
            acting.Noted = true;
        var first = DateKey.First(Now);
        foreach (var note in writing.Notes)
        {
            await writing.RunAsync(
                """
                insert into trail (id, at, who, came_from, what, story, detail)
                values ((select coalesce(max(id) + 1, @first) from trail where id >= @first), @Now, @who, @from, @What, @Story, @detail)
                """,
                new
                {
                    first, Now, who = note.Who.Length > 0 ? note.Who : acting?.Who ?? "", from = note.From.Length > 0 ? note.From : acting?.From ?? "", note.What, note.Story,
                    detail = note.Detail.Length <= LongestDetail ? note.Detail : note.Detail[..LongestDetail],
                });
        }
    }

    private static string Literal(string word) => word.Replace("!", "!!", StringComparison.Ordinal).Replace("%", "!%", StringComparison.Ordinal).Replace("_", "!_", StringComparison.Ordinal);

    private sealed class TrailColumns
    {
        public long Id { get; init; }

        public long At { get; init; }

        public string Who { get; init; } = "";

        public string Came_From { get; init; } = "";

        public string What { get; init; } = "";

        public long? Story { get; init; }

        public string Detail { get; init; } = "";

        public TrailLine ToLine() => new(Id, DateTimeOffset.FromUnixTimeMilliseconds(At), Who, Came_From, What, Story is { } story ? new StoryId(story) : null, Detail);
    }
}
