using System.Globalization;
using Wireroom.Stories;
using Wireroom.Stories.Body;

namespace Wireroom.Storage;

public sealed partial class Store
{
    /// <summary>Beyond that many stories, everything is made anew rather than each one's pages.</summary>
    private const int MostRungApart = 100;

    /// <summary>The picture of that file name as the library has it, or null.</summary>
    public Task<LibraryPicture?> FindLibraryPictureAsync(string file, CancellationToken cancel) => ReadAsync(
        async reading => (await reading.FirstAsync<PictureColumns>("select * from pictures where file = @file", new { file }))?.ToPicture(),
        cancel);

    /// <summary>Pictures of the library, those kept last first.</summary>
    public Task<IReadOnlyList<LibraryPicture>> PicturesAsync(PictureFilter filter, int count, CancellationToken cancel) => ReadAsync<IReadOnlyList<LibraryPicture>>(
        async reading =>
        {
            var conditions = "1 = 1";
            var values = new Dictionary<string, object?>
            {
                ["now"] = Now, ["from"] = filter.From?.ToUnixTimeMilliseconds(), ["end"] = filter.Until?.ToUnixTimeMilliseconds(), ["After"] = filter.After, ["count"] = count,
            };
            Holds("words", filter.Words);
            Holds("people_words", filter.Person);
            Holds("place_words", filter.Place);
            Holds("credit_words", filter.Credit);
            if (filter.From is not null)
                conditions += " and coalesce(taken_at, kept_at) >= @from";
            if (filter.Until is not null)
                conditions += " and coalesce(taken_at, kept_at) < @end";
            if (filter.After.Length > 0)
                conditions += " and (kept_at < (select kept_at from pictures where file = @After) or (kept_at = (select kept_at from pictures where file = @After) and file > @After))";
            conditions += filter.Right switch
            {
                PictureRight.Refused => " and refused <> ''",
                PictureRight.Barred => " and barred <> '' and refused = ''",
                PictureRight.Expired => " and barred = '' and refused = '' and shown_until <= @now",
                PictureRight.Unknown => $" and shown_until > @now and {Unknown}",
                PictureRight.Terms => " and shown_until > @now and terms <> ''",
                PictureRight.Good => $" and shown_until > @now and terms = '' and not ({Unknown})",
                _ => "",
            };
            var rows = await reading.ListAsync<PictureColumns>($"select * from pictures where {conditions} order by kept_at desc, file limit @count", values);
            return [.. rows.Select(row => row.ToPicture())];

            // The words are folded, so that no wildcard stands in them; each must be there, in any order.
            void Holds(string column, string words)
            {
                foreach (var word in SearchWords.Fold(words).Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(8))
                {
                    var name = string.Create(CultureInfo.InvariantCulture, $"w{values.Count}");
                    conditions += $" and {column} like @{name}";
                    values[name] = $"% {word}%";
                }
            }
        },
        cancel);

    /// <summary>Writes down what the picture desk says of a picture. Whatever shows it is made anew at once; what is barred or has ended is gone from it.</summary>
    public Task SavePictureAsync(string file, PictureEdit edit, string by, CancellationToken cancel) => WriteAsync(
        async writing =>
        {
            if (await writing.FirstAsync<PictureColumns>("select * from pictures where file = @file", new { file }) is not { } before)
                return;
            await WriteFactsAsync(writing, file, edit.Facts with { Source = before.Source }, edit.Barred);
            var focus = edit.Focus ?? before.Focus;
            var moved = focus != before.Focus;
            await writing.RunAsync(
                """
                update pictures set cleared_by = @cleared, focus_x = @X, focus_y = @Y, focus_by = @focusBy, developed = case when @moved = 1 then 0 else developed end where file = @file
                """,
                new
                {
                    file, focus.X, focus.Y, moved = moved ? 1 : 0, focusBy = moved ? by : before.Focus_By,
                    cleared = edit.Cleared ? before.Cleared_By.Length > 0 ? before.Cleared_By : by : "",
                });
            await RingShownAsync(writing, file);
            writing.Ring(RingKind.Pictures);
        },
        cancel);

    /// <summary>The stories that have the picture in their newest version or show it to readers, newest first.</summary>
    public Task<IReadOnlyList<PictureUse>> PictureUsesAsync(string file, int count, CancellationToken cancel) => ReadAsync<IReadOnlyList<PictureUse>>(
        async reading =>
        {
            var rows = await reading.ListAsync<UseColumns>(
                """
                select stories.*, used.shown from (
                  select story, max(shown) as shown from (
                    select story, 0 as shown from story_pictures where file = @file
                    union all select r.story, 1 from release_pictures p join releases r on r.key = p.key where p.file = @file and r.visible_from <= @Now and r.visible_until > @Now) uses
                  group by story) used join stories on stories.id = used.story
                order by stories.queue_key desc limit @count
                """,
                new { file, Now, count });
            return [.. rows.Select(row => new PictureUse(row.ToQueueRow(), row.Shown > 0))];
        },
        cancel);

    /// <summary>Which concerns about pictures the house has.</summary>
    public Task<PictureChecks> PictureChecksAsync(CancellationToken cancel) => ReadAsync(House.PictureChecksAsync, cancel);

    /// <summary>Sets which concerns about pictures the house has.</summary>
    public Task SavePictureChecksAsync(PictureChecks checks, CancellationToken cancel) => WriteAsync(writing => House.SavePictureChecksAsync(writing, checks), cancel);

    private const string Unknown = "cleared_by = '' and credit = '' and said = 0";

    private static Task<int> WriteFactsAsync(Writing writing, string file, PictureFacts facts, string barred = "") => writing.RunAsync(
        """
        update pictures set headline = @Headline, caption = @Caption, alt = @AltText, credit = @Credit, byline = @Byline, place = @Place, people = @people, keywords = @keywords,
          taken_at = @taken, rights = @rights, terms = @terms, said = @said, source = @Source, words = @words, people_words = @peopleWords, place_words = @placeWords,
          credit_words = @creditWords, barred = @barred, shown_until = case when refused <> '' then 0 else @shown end
        where file = @file
        """,
        new
        {
            file, facts.Headline, facts.Caption, facts.AltText, facts.Credit, facts.Byline, facts.Place, facts.Source, barred,
            people = string.Join('\n', facts.People), keywords = string.Join('\n', facts.Keywords), taken = facts.TakenAt?.ToUnixTimeMilliseconds(),
            rights = facts.Rights is null ? null : StoredJson.Write(facts.Rights), terms = facts.Rights?.UsageTerms ?? "", said = facts.Rights is { SayNothing: false } ? 1 : 0,
            words = Words(facts.Headline, facts.Caption, facts.AltText, facts.Credit, facts.Byline, facts.Place, string.Join(' ', facts.People), string.Join(' ', facts.Keywords)),
            peopleWords = Words(string.Join(' ', facts.People)), placeWords = Words(facts.Place), creditWords = Words(facts.Credit, facts.Byline, facts.Rights?.Holder ?? ""),
            shown = barred.Length > 0 ? 0 : facts.Rights?.Expires?.ToUnixTimeMilliseconds() ?? Forever,
        });

    /// <summary>Folded, with a space before each word: a word is looked for from its beginning.</summary>
    private static string Words(params ReadOnlySpan<string> texts) => " " + SearchWords.Fold(string.Join(' ', texts!));

    private sealed class UseColumns : StoryColumns
    {
        public int Shown { get; init; }
    }

    private sealed class PictureColumns
    {
        public string File { get; init; } = "";

        public string Media_Type { get; init; } = "";

        public int Width { get; init; }

        public int Height { get; init; }

        public long Length { get; init; }

        public long Kept_At { get; init; }

        public string Headline { get; init; } = "";

        public string Caption { get; init; } = "";

        public string Alt { get; init; } = "";

        public string Credit { get; init; } = "";

        public string Byline { get; init; } = "";

        public string Place { get; init; } = "";

        public string People { get; init; } = "";

        public string Keywords { get; init; } = "";

        public long? Taken_At { get; init; }

        public string? Rights { get; init; }

        public string Source { get; init; } = "";

        public string Barred { get; init; } = "";

        public string Cleared_By { get; init; } = "";

        public int Focus_X { get; init; }

        public int Focus_Y { get; init; }

        public string Focus_By { get; init; } = "";

        public long Developed { get; init; }

        public string Refused { get; init; } = "";

        public Focus Focus => new(Focus_X, Focus_Y);

        public LibraryPicture ToPicture() => new(
            new StoredPicture(File, Media_Type, Width, Height, Length),
            new PictureFacts
            {
                Headline = Headline, Caption = Caption, AltText = Alt, Credit = Credit, Byline = Byline, Place = Place, Source = Source,
                People = People.Split('\n', StringSplitOptions.RemoveEmptyEntries), Keywords = Keywords.Split('\n', StringSplitOptions.RemoveEmptyEntries),
                TakenAt = Taken_At is { } taken ? DateTimeOffset.FromUnixTimeMilliseconds(taken) : null, Rights = Rights is null ? null : StoredJson.Read<Rights>(Rights),
            })
        {
            KeptAt = DateTimeOffset.FromUnixTimeMilliseconds(Kept_At), Barred = Barred, ClearedBy = Cleared_By, Focus = Focus, FocusBy = Focus_By,
            IsDeveloped = Developed > 0, Refused = Refused,
        };
    }
}
