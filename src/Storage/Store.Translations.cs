using Wireroom.Stories;

namespace Wireroom.Storage;

public sealed partial class Store
{
    /// <summary>The stories that tell the same as this one in other languages.</summary>
    public Task<IReadOnlyList<QueueRow>> TranslationsAsync(StoryId story, CancellationToken cancel) => ReadAsync<IReadOnlyList<QueueRow>>(
        async reading => [.. (await reading.ListAsync<StoryColumns>(
            $"select s.* from stories s join translations t on t.story = s.id where t.story <> @Value and {SameGroup} order by s.language, s.id", new { story.Value })).Select(row => row.ToQueueRow())],
        cancel);

    /// <summary>Says that two stories tell the same in two languages; what either was joined with already is joined too.</summary>
    /// <exception cref="MoveRefusedException">It is the same story, or there would be two in one language.</exception>
    public Task JoinTranslationAsync(StoryId story, StoryId other, CancellationToken cancel) => WriteAsync(
        async writing =>
        {
            var (one, two) = (await StoryRowAsync(writing, story), await StoryRowAsync(writing, other));
            if (story == other)
                throw new MoveRefusedException("That is this story itself. Give the address of the story in the other language.");
            List<QueueRow> group = [one, two, .. await TranslationsAsync(story, writing.Cancel), .. await TranslationsAsync(other, writing.Cancel)];
            group = [.. group.DistinctBy(row => row.Story)];
            if (group.GroupBy(row => row.Language.Split('-')[0], StringComparer.OrdinalIgnoreCase).FirstOrDefault(language => language.Count() > 1) is { } twice)
                throw new MoveRefusedException($"There would be two stories in the language \"{twice.Key}\". Take the other one out first.");
            var grouped = group.Min(row => row.Story.Value);
            foreach (var row in group)
            {
                await writing.RunAsync(
                    "insert into translations (story, grouped) values (@Value, @grouped) on conflict (story) do update set grouped = excluded.grouped", new { row.Story.Value, grouped });
                writing.Ring(RingKind.Released, row.Story.Value, SurrogateKeys.Story(row.Story));
            }
        },
        cancel);

    /// <summary>Takes a story out of those that tell the same in other languages.</summary>
    public Task LeaveTranslationsAsync(StoryId story, CancellationToken cancel) => WriteAsync(
        async writing =>
        {
            foreach (var row in await TranslationsAsync(story, writing.Cancel))
                writing.Ring(RingKind.Released, row.Story.Value, SurrogateKeys.Story(row.Story));
            await writing.RunAsync("delete from translations where story = @Value", new { story.Value });
            writing.Ring(RingKind.Released, story.Value, SurrogateKeys.Story(story));
        },
        cancel);

    private const string SameGroup = "t.grouped = (select g.grouped from translations g where g.story = @Value)";

    /// <summary>The pages of the same in other languages name this one.</summary>
    private static async Task RingTranslationsAsync(Writing writing, StoryId story)
    {
        foreach (var other in await writing.ListAsync<long>($"select t.story from translations t where t.story <> @Value and {SameGroup}", new { story.Value }))
            writing.Ring(RingKind.Released, other, SurrogateKeys.Story(new StoryId(other)));
    }
}
