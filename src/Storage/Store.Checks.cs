using Wireroom.Stories;

namespace Wireroom.Storage;

public sealed partial class Store
{
    /// <summary>Sets how a check of the story stands, for its newest version.</summary>
    public Task CheckAsync(StoryId story, CheckKind kind, CheckState state, string by, CancellationToken cancel) => WriteAsync(
        async writing =>
        {
            if (kind is CheckKind.Suggestions)
                throw new MoveRefusedException("Suggestions are settled one by one, in the editor.");
            var row = await StoryRowAsync(writing, story);
            var checks = row.Checks.Where(check => check.Kind != kind).ToList();
            if (state is not CheckState.NotRequired)
                checks.Add(new Check(kind, state, row.HeadVersion, by, clock.GetUtcNow()));
            await KeepChecksAsync(writing, story, checks);
            var words = state switch { CheckState.Needed => "ask for a check", CheckState.Approved => "approve a check", _ => "waive a check" };
            writing.Notes.Add(new Note(by, "", words, story.Value, $"{Checks.Name(kind)}, version {row.HeadVersion}"));
            writing.Ring(RingKind.Queue, story.Value);
        },
        cancel);

    /// <summary>What is known of the checks for the version that comes: pictures that were found good stay so where it shows the very same, and suggestions stand as its text says.</summary>
    private async Task CarryChecksAsync(Writing writing, QueueRow row, Copy copy, string suggested, string by)
    {
        var (checks, next) = (row.Checks.ToList(), row.HeadVersion + 1);
        if (checks.FirstOrDefault(check => check is { Kind: CheckKind.Pictures, State: CheckState.Approved } && check.Version == row.HeadVersion) is { } approved)
        {
            var before = (await HeadAsync(writing, row.Story)).Copy.Pictures.Select(StoredJson.Write);
            if (before.SequenceEqual(copy.Pictures.Select(StoredJson.Write)))
                checks = [.. checks.Where(check => check != approved), approved with { Version = next }];
        }

        var suggestions = checks.OfSuggestions(suggested, next, by, clock.GetUtcNow());
        checks.RemoveAll(check => check.Kind is CheckKind.Suggestions);
        if (suggestions is not null)
            checks.Add(suggestions);
        if (!checks.SequenceEqual(row.Checks))
            await KeepChecksAsync(writing, row.Story, checks);
    }

    private static Task<int> KeepChecksAsync(Writing writing, StoryId story, List<Check> checks) =>
        writing.RunAsync("update stories set checks = @text where id = @Value", new { text = checks.Count > 0 ? StoredJson.Write(checks) : "", story.Value });
}
