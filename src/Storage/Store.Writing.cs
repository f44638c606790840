using Wireroom.Stories;

namespace Wireroom.Storage;

/// <summary>What somebody is writing and has not saved as a version: the version it began with, the form as the editor keeps it, and when it was kept.</summary>
public sealed record WorkingCopy(int Base, string Form, DateTimeOffset KeptAt);

/// <summary>Somebody who is in a story now: in which page of theirs, in which field since when, and who has asked for that field.</summary>
public sealed record Present(StoryId Story, string Page, string Name, string Field, DateTimeOffset FieldSince, string WantedBy);

/// <summary>What somebody's page says of itself while it is open.</summary>
public sealed record Presence(StoryId Story, string Page, long Person, string Name)
{
    /// <summary>The field that they are writing in, or empty.</summary>
    public string Field { get; init; } = "";

    /// <summary>A field of somebody else that they ask for, or empty.</summary>
    public string Wants { get; init; } = "";

    /// <summary>True where they give the field that somebody has asked for.</summary>
    public bool Gives { get; init; }

    /// <summary>True where they keep the field that somebody has asked for.</summary>
    public bool Keeps { get; init; }

    /// <summary>True where the page is closed.</summary>
    public bool Leaves { get; init; }
}

public sealed partial class Store
{
    /// <summary>Under this name stands what is written of a story that is not saved at all yet.</summary>
    public const string NewStory = "new";

    private const long SeenAgain = 5_000;
    private const long Stale = 15_000;
    private const long AnswerTime = 10_000;

    /// <summary>Keeps what somebody is writing, beside the story's versions; the last stands in place of the one before.</summary>
    public Task KeepWorkingCopyAsync(long person, string story, int baseVersion, string form, CancellationToken cancel) => WriteAsync(
        writing =>
        {
            writing.IsHousekeeping = true;
            return writing.RunAsync(
                """
                insert into working_copies (person, story, base, copy, kept_at) values (@person, @story, @baseVersion, @form, @Now)
                on conflict (person, story) do update set base = excluded.base, copy = excluded.copy, kept_at = excluded.kept_at
                """,
                new { person, story, baseVersion, form, Now });
        },
        cancel);

    /// <summary>What somebody was writing, or null.</summary>
    public Task<WorkingCopy?> WorkingCopyAsync(long person, string story, CancellationToken cancel) => ReadAsync(
        async reading => await reading.FirstAsync<WorkingColumns>("select base, copy, kept_at from working_copies where person = @person and story = @story", new { person, story }) is { } row
            ? new WorkingCopy(row.Base, row.Copy, DateTimeOffset.FromUnixTimeMilliseconds(row.Kept_At))
            : null,
        cancel);

    /// <summary>Forgets what somebody was writing: it is saved as a version, or not wanted.</summary>
    public Task ForgetWorkingCopyAsync(long person, string story, CancellationToken cancel) => WriteAsync(
        writing =>
        {
            writing.IsHousekeeping = true;
            return writing.RunAsync("delete from working_copies where person = @person and story = @story", new { person, story });
        },
        cancel);

    /// <summary>
    /// Notes that somebody is in a story, and returns all who are. A field is theirs who wrote in it first; who asks for it gets it when its holder gives it,
    /// or leaves the question unanswered for ten seconds.
    /// </summary>
    public async Task<IReadOnlyList<Present>> BeInStoryAsync(Presence presence, CancellationToken cancel)
    {
        var standing = await ReadAsync(reading => PresentAsync(reading, presence.Story), cancel);
        var own = standing.FirstOrDefault(row => row.Page == presence.Page);
        var due = standing.Any(row => row.Wanted_By.Length > 0 && Now - row.Wanted_At >= AnswerTime);
        if (own is not null && own.Field == presence.Field && Now - own.Seen_At < SeenAgain && presence is { Wants: "", Gives: false, Keeps: false, Leaves: false } && !due)
            return [.. standing.Where(row => Now - row.Seen_At < Stale).Select(row => row.ToPresent())];
        return await WriteAsync(
            async writing =>
            {
                writing.IsHousekeeping = true;
                var story = presence.Story.Value;
                await writing.RunAsync("delete from presence where seen_at < @stale or (story = @story and page = @Page and @leaves)", new { stale = Now - Stale, story, presence.Page, leaves = presence.Leaves });
                await HandOverAsync(writing, presence);
                if (!presence.Leaves)
                {
                    // Who has asked and got the field holds it until their page knows.
                    var held = await writing.FirstAsync<string>("select field from presence where story = @story and page = @Page", new { story, presence.Page });
                    var field = presence.Field.Length == 0 && presence.Wants.Length > 0 && held == presence.Wants ? presence.Wants : presence.Field;
                    // Who comes second does not stand in line: the field would be theirs when its holder only looks up, and nobody writes in it.
                    if (field.Length > 0 && field != held && await writing.FirstAsync<long>("select count(*) from presence where story = @story and page <> @Page and field = @field", new { story, presence.Page, field }) > 0)
                        field = "";
                    await writing.RunAsync(
                        """
                        insert into presence (story, person, page, name, field, field_since, seen_at, wanted_by, wanted_at)
                        values (@story, @Person, @Page, @Name, @field, @Now, @Now, '', 0)
                        on conflict (story, page) do update set seen_at = excluded.seen_at, field = excluded.field,
                          field_since = case when presence.field = excluded.field then presence.field_since else excluded.field_since end,
                          wanted_by = case when presence.field = excluded.field and not @keeps then presence.wanted_by else '' end
                        """,
                        new { story, presence.Person, presence.Page, presence.Name, field, Now, keeps = presence.Keeps });
                }

                if (presence.Wants.Length > 0)
                {
                    await writing.RunAsync(
                        """
                        update presence set wanted_by = @Name, wanted_at = @Now
                        where story = @story and page <> @Page and field = @Wants and wanted_by = '' and not exists (
                          select 1 from presence held where held.story = @story and held.page = @Page and held.field = @Wants and held.field_since < presence.field_since)
                        """,
                        new { story, presence.Name, Now, presence.Page, presence.Wants });
                }

                if (own is null != presence.Leaves)
                    writing.Ring(RingKind.Queue, story);
                return (IReadOnlyList<Present>)[.. (await PresentAsync(writing, presence.Story)).Select(row => row.ToPresent())];
            },
            cancel);
    }

    /// <summary>A field that its holder gives, or was asked for and did not answer, is theirs who asked.</summary>
    private async Task HandOverAsync(Writing writing, Presence presence)
    {
        var story = presence.Story.Value;
        var due = await writing.ListAsync<PresenceColumns>(
            "select * from presence where story = @story and wanted_by <> '' and (wanted_at <= @asked or (page = @Page and @gives))",
            new { story, asked = Now - AnswerTime, presence.Page, gives = presence.Gives });
        foreach (var row in due)
        {
            await writing.RunAsync(
                """
                update presence set field = '', wanted_by = '' where story = @story and page = @Page;
                update presence set field = @Field, field_since = @Now where story = @story and name = @Wanted_By and page <> @Page
                """,
                new { story, row.Page, row.Field, Now, row.Wanted_By });
        }
    }

    /// <summary>Who is in that story now.</summary>
    public Task<IReadOnlyList<Present>> PresentAsync(StoryId story, CancellationToken cancel) => ReadAsync<IReadOnlyList<Present>>(
        async reading => [.. (await PresentAsync(reading, story)).Where(row => Now - row.Seen_At < Stale).Select(row => row.ToPresent())],
        cancel);

    /// <summary>Who is in any story now.</summary>
    public Task<IReadOnlyList<Present>> PresentAsync(CancellationToken cancel) => ReadAsync<IReadOnlyList<Present>>(
        async reading => [.. (await reading.ListAsync<PresenceColumns>("select * from presence where seen_at > @since order by story, name", new { since = Now - Stale })).Select(row => row.ToPresent())],
        cancel);

    private static Task<IReadOnlyList<PresenceColumns>> PresentAsync(Reading reading, StoryId story) =>
        reading.ListAsync<PresenceColumns>("select * from presence where story = @Value order by field_since, page", new { story.Value });

    private sealed class WorkingColumns
    {
        public int Base { get; init; }

        public string Copy { get; init; } = "";

        public long Kept_At { get; init; }
    }

    private sealed class PresenceColumns
    {
        public long Story { get; init; }

        public string Page { get; init; } = "";

        public string Name { get; init; } = "";

        public string Field { get; init; } = "";

        public long Field_Since { get; init; }

        public long Seen_At { get; init; }

        public string Wanted_By { get; init; } = "";

        public long Wanted_At { get; init; }

        public Present ToPresent() => new(new StoryId(Story), Page, Name, Field, DateTimeOffset.FromUnixTimeMilliseconds(Field_Since), Wanted_By);
    }
}
