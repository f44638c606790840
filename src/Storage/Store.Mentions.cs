using Wireroom.Stories;
using Wireroom.Stories.Body;

namespace Wireroom.Storage;

/// <summary>Somebody was named with an @: where, by whom, in which words.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Story">The story.</param>
/// <param name="Comment">The comment, or 0 for the note to the desk.</param>
/// <param name="Words">What was written, or its beginning.</param>
/// <param name="By">Who wrote it.</param>
/// <param name="At">When.</param>
/// <param name="SeenAt">When the person opened it, or null.</param>
/// <param name="About">The story's headline or slugline.</param>
public sealed record Mention(long Id, StoryId Story, long Comment, string Words, string By, DateTimeOffset At, DateTimeOffset? SeenAt, string About);

/// <summary>A mail that is due: to whom, and of what.</summary>
public sealed record MentionMail(Mention Mention, Person To, string Slugline);

public sealed partial class Store
{
    /// <summary>Who wants no count of mentions in the bar has this among <see cref="Person.Mutes"/>.</summary>
    public const string MuteMentions = "mentions";

    /// <summary>Who wants no mail about mentions has this among <see cref="Person.Mutes"/>.</summary>
    public const string MuteMentionMail = "mentionmail";

    private const int LongestMention = 300;
    private const string MentionColumnList =
        "m.id, m.person, m.story, m.comment, m.words, m.made_by, m.made_at, m.seen_at, s.headline, s.slugline from mentions m join stories s on s.id = m.story";

    /// <summary>Where that person was named, what they have not seen first, then the newest.</summary>
    public Task<IReadOnlyList<Mention>> MentionsAsync(long person, int count, CancellationToken cancel) => ReadAsync<IReadOnlyList<Mention>>(
        async reading => [.. (await reading.ListAsync<MentionColumns>(
            $"select {MentionColumnList} where m.person = @person order by case when m.seen_at is null then 0 else 1 end, m.id desc limit @count", new { person, count })).Select(row => row.ToMention())],
        cancel);

    /// <summary>How often that person was named and has not seen it.</summary>
    public Task<int> CountMentionsAsync(long person, CancellationToken cancel) => ReadAsync(
        reading => reading.FirstAsync<int>("select count(*) from mentions where person = @person and seen_at is null", new { person }), cancel);

    /// <summary>The person opens what they were named in; null where there is no such mention of theirs.</summary>
    public Task<Mention?> SeeMentionAsync(long person, long id, CancellationToken cancel) => WriteAsync(
        async writing =>
        {
            writing.IsHousekeeping = true;
            await SeeAsync(writing, "person = @person and id = @id", new { person, id, Now });
            return (await writing.FirstAsync<MentionColumns>($"select {MentionColumnList} where m.person = @person and m.id = @id", new { person, id }))?.ToMention();
        },
        cancel);

    /// <summary>The person has seen all.</summary>
    public Task SeeMentionsAsync(long person, CancellationToken cancel) => WriteAsync(
        writing =>
        {
            writing.IsHousekeeping = true;
            return SeeAsync(writing, "person = @person", new { person, Now });
        },
        cancel);

    /// <summary>
    /// The mails that are due now, which from here on are due at <paramref name="again"/> unless <see cref="MentionMailedAsync"/> says that they went out: a
    /// program that is stopped in between sends them later, and not never. Whoever wants none, or was shut out, gets none.
    /// </summary>
    public Task<IReadOnlyList<MentionMail>> TakeMentionMailsAsync(int count, DateTimeOffset again, CancellationToken cancel) => WriteAsync<IReadOnlyList<MentionMail>>(
        async writing =>
        {
            writing.IsHousekeeping = true;
            var mails = new List<MentionMail>();
            foreach (var row in await writing.ListAsync<MentionColumns>($"select {MentionColumnList} where m.mail_at <= @Now order by m.mail_at, m.id limit @count", new { Now, count }))
            {
                var person = await PersonAsync(writing, row.Person);
                var wants = person is { DisabledAt: null } && !person.Mutes.Contains(MuteMentionMail);
                await writing.RunAsync("update mentions set mail_at = @at where id = @Id", new { row.Id, at = wants ? again.ToUnixTimeMilliseconds() : (long?)null });
                if (wants)
                    mails.Add(new MentionMail(row.ToMention(), person!, row.Slugline));
            }

            return mails;
        },
        cancel);

    /// <summary>The mail went out, or is to go out no more.</summary>
    public Task MentionMailedAsync(long id, CancellationToken cancel) => WriteAsync(
        writing =>
        {
            writing.IsHousekeeping = true;
            return writing.RunAsync("update mentions set mail_at = null where id = @id", new { id });
        },
        cancel);

    private static Task<int> SeeAsync(Writing writing, string condition, object values) =>
        writing.RunAsync($"update mentions set seen_at = @Now, mail_at = null where {condition} and seen_at is null", values);

    /// <summary>Tells everybody who is named in the words and was not in the words before; nobody is told of themselves.</summary>
    private async Task MentionAsync(Writing writing, StoryId story, long comment, string words, string by, string before = "")
    {
        if (!words.Contains('@', StringComparison.Ordinal))
            return;
        var people = (await writing.ListAsync<PersonColumns>("select * from people where disabled_at is null")).Where(person => !string.Equals(person.Name, by, StringComparison.OrdinalIgnoreCase)).ToList();
        var names = people.ConvertAll(person => person.Name);
        var known = Mentions.In(before, names);
        foreach (var name in Mentions.In(words, names).Except(known))
        {
            var id = await NextKeyAsync(writing, "mentions", "id", Now);
            await writing.RunAsync(
                "insert into mentions (id, person, story, comment, words, made_by, made_at, mail_at) values (@id, @person, @Value, @comment, @words, @by, @Now, @Now)",
                new { id, person = people.First(person => person.Name == name).Id, story.Value, comment, words = Excerpt.Of(words, LongestMention), by, Now });
            writing.Ring(RingKind.Notice, story.Value);
        }
    }

    private sealed class MentionColumns
    {
        public long Id { get; init; }

        public long Person { get; init; }

        public long Story { get; init; }

        public long Comment { get; init; }

        public string Words { get; init; } = "";

        public string Made_By { get; init; } = "";

        public long Made_At { get; init; }

        public long? Seen_At { get; init; }

        public string Headline { get; init; } = "";

        public string Slugline { get; init; } = "";

        public Mention ToMention() => new(
            Id, new StoryId(Story), Comment, Words, Made_By, DateTimeOffset.FromUnixTimeMilliseconds(Made_At), Seen_At is { } seen ? DateTimeOffset.FromUnixTimeMilliseconds(seen) : null,
            Headline.Length > 0 ? Headline : Slugline);
    }
}
