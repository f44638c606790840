using Wireroom.Stories;

namespace Wireroom.Storage;

public sealed partial class ReleasedStore
{
    /// <summary>The stories that tell the same in other languages and are out, by language.</summary>
    public Task<IReadOnlyList<ReleasedRow>> TranslationsAsync(StoryId story, CancellationToken cancel) => ReadAsync<IReadOnlyList<ReleasedRow>>(
        async (reading, now) => [.. (await reading.ListAsync<ReleaseColumns>(
            $"""
            select {RowColumns} from translations t join releases r on r.story = t.story {WithPicture}
            where t.story <> @Value and t.grouped = (select g.grouped from translations g where g.story = @Value) and {Visible} order by r.language, r.story
            """,
            new { story.Value, now })).Select(row => row.ToRow(now))],
        cancel);
}
