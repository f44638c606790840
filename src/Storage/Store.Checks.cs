using Wireroom.Stories;

namespace Wireroom.Storage;

public sealed partial class Store
{
    /// <summary>Sets how a check of the story stands, for its newest version.</summary>
    public Task CheckAsync(StoryId story, CheckKind kind, CheckState state, string by, CancellationToken cancel) => WriteAsync(
        async writing =>
        {
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

    /// <summary>Pictures that were found good stay so in a version that shows the very same.</summary>
    private async Task CarryPicturesCheckAsync(Writing writing, QueueRow row, Copy copy)
    {
        if (row.Checks.FirstOrDefault(check => check is { Kind: CheckKind.Pictures, State: CheckState.Approved } && check.Version == row.HeadVersion) is not { } approved)
            return;
        var before = (await HeadAsync(writing, row.Story)).Copy.Pictures.Select(StoredJson.Write);
        if (before.SequenceEqual(copy.Pictures.Select(StoredJson.Write)))
            await KeepChecksAsync(writing, row.Story, [.. row.Checks.Where(check => check != approved), approved with { Version = row.HeadVersion + 1 }]);
    }

    private static Task<int> KeepChecksAsync(Writing writing, StoryId story, List<Check> checks) =>
        writing.RunAsync("update stories set checks = @text where id = @Value", new { text = checks.Count > 0 ? StoredJson.Write(checks) : "", story.Value });
}
