using Microsoft.Data.Sqlite;
using Npgsql;
using Wireroom.Newsroom.Tests.Desk;
using Wireroom.Storage;
using Wireroom.Stories;
using Wireroom.Stories.Body;

namespace Wireroom.Newsroom.Tests.Storage;

/// <summary>The trail of everything: nothing is done without its line, and no line is changed.</summary>
public sealed class TrailTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [EachDatabase]
    public async Task What_is_done_at_the_desk_stands_in_the_log_with_who_and_from_where(TestDatabase database)
    {
        await using var newsroom = await RunningNewsroom.StartAsync(database);
        using var ana = await DeskVisitor.SignedInAsync(newsroom);
        using var written = await ana.PostAsync("/desk/write", "/desk/write", DeskVisitor.Form(0, "Ferry aground off Vis", """[{"kind":"paragraph","text":[{"t":"All are safe."}]}]"""));
        var story = DeskVisitor.StoryOf(written);
        await ana.SayAsync($"/desk/story/{story}/hold", "/desk/me", ("hold", "1"));
        await ana.SayAsync("/desk/settings", "/desk/settings", ("name", "The Courier"), ("language", "en"), ("time-zone", "Europe/Zagreb"), ("four-eyes", "1"), ("section-place", "1"), ("section-name", "Region"), ("section-slug", ""));
        await ana.SayAsync("/desk/people/invite", "/desk/people", ("email", "ivo@courier.example"), ("role", "reporter"));

        var lines = await newsroom.Store.TrailAsync(new TrailFilter { Who = "ana marić" }, 20, Cancel);
        Assert.Equal(["invite", "change the settings", "hold", "write", "sign in", "come in"], lines.Select(line => line.What));
        Assert.All(lines.SkipLast(1), line => Assert.Equal("127.0.0.1", line.From));
        Assert.Equal(story, lines[3].Story);
        Assert.Contains("The Courier", lines[1].Detail, StringComparison.Ordinal);
        Assert.Contains("ivo@courier.example as reporter", lines[0].Detail, StringComparison.Ordinal);

        // Searched on the page, by words and by story.
        Assert.Contains("ivo@courier.example", await ana.PageAsync("/desk/log?q=invite%20ivo"), StringComparison.Ordinal);
        var ofStory = await ana.PageAsync($"/desk/log?story={story}");
        Assert.Contains("<b>hold</b>", ofStory, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>invite</b>", ofStory, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_refused_is_noted_and_wrong_passwords_are()
    {
        await using var newsroom = await RunningNewsroom.StartAsync();
        using var eva = await DeskVisitor.SignedInAsync(newsroom, "Eva Kos", "eva@courier.example", "reporter");
        await eva.SayAsync("/desk/people/invite", "/desk/me", ("email", "x@courier.example"));
        await eva.SayAsync("/desk/sign-in", "/desk/sign-in", ("email", "eva@courier.example"), ("password", "not her password"));
        var lines = await newsroom.Store.TrailAsync(new TrailFilter(), 2, Cancel);
        Assert.Equal(["sign-in refused", "refused"], lines.Select(line => line.What));
        Assert.DoesNotContain("not her password", string.Join(' ', lines), StringComparison.Ordinal);
        Assert.StartsWith("invite: This needs the right “people”", lines[1].Detail, StringComparison.Ordinal);
    }

    [Theory]
    [EachDatabase]
    public async Task A_change_that_fails_leaves_no_line(TestDatabase database)
    {
        await using var newsroom = await RunningNewsroom.StartAsync(database);
        using (new Acting("Ana Marić", "192.0.2.1", "release").Begin())
        {
            await Assert.ThrowsAsync<InvalidOperationException>(() => newsroom.Store.InOneGoAsync(
                async go =>
                {
                    await newsroom.Store.WriteStoryAsync(new Copy { Headline = "Never", Body = [new Paragraph(RichText.Of("Never."))] }, "Ana Marić", go);
                    throw new InvalidOperationException("the disk");
                },
                Cancel));
        }

        Assert.Empty(await newsroom.Store.TrailAsync(new TrailFilter(), 10, Cancel));
    }

    [Fact]
    public async Task No_line_is_changed_or_taken_away_on_sqlite()
    {
        await using var newsroom = await RunningNewsroom.StartAsync();
        await newsroom.Store.NoteAsync("Ana", "", "test", null, "", Cancel);
        await using var connection = new SqliteConnection($"Data Source={newsroom.Options.SqliteFile};Pooling=false");
        await connection.OpenAsync(Cancel);
        foreach (var sql in new[] { "update trail set who = 'Eve'", "delete from trail" })
        {
            await using var command = connection.CreateCommand();
            command.CommandText = sql;
            var refusal = await Assert.ThrowsAsync<SqliteException>(() => command.ExecuteNonQueryAsync(Cancel));
            Assert.Contains("the trail is not", refusal.Message, StringComparison.Ordinal);
        }

        Assert.Equal("Ana", Assert.Single(await newsroom.Store.TrailAsync(new TrailFilter(), 10, Cancel)).Who);
    }

    [Fact]
    public async Task No_line_is_changed_or_taken_away_on_postgresql()
    {
        await using var newsroom = await RunningNewsroom.StartAsync(TestDatabase.Postgres);
        await newsroom.Store.NoteAsync("Ana", "", "test", null, "", Cancel);
        await using var connection = new NpgsqlConnection(newsroom.Options.PostgresConnection);
        await connection.OpenAsync(Cancel);
        foreach (var sql in new[] { "update trail set who = 'Eve'", "delete from trail", "truncate trail" })
        {
            await using var command = new NpgsqlCommand(sql, connection);
            var refusal = await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync(Cancel));
            Assert.Contains("the trail is not changed", refusal.Message, StringComparison.Ordinal);
        }

        Assert.Equal("Ana", Assert.Single(await newsroom.Store.TrailAsync(new TrailFilter(), 10, Cancel)).Who);
    }
}
