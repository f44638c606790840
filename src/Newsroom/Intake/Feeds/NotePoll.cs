using Wireroom.Newsroom.Intake.WebSub;
using Wireroom.Storage;

namespace Wireroom.Newsroom.Intake.Feeds;

/// <summary>Notes how a poll went and when the source is asked again.</summary>
public sealed class NotePoll(Store store, Subscribe hubs, TimeProvider clock, ILogger<NotePoll> log)
{
    /// <summary>
    /// Notes it; <paramref name="after"/> carries the validators of the answer. A <paramref name="complaint"/> is shown like a fault, and does not slow the source
    /// down: it concerns one document, and the others come as ever. Returns how the source stands now.
    /// </summary>
    public async Task<PollState> NoteAsync(
        Source source, PollState before, PollState after, bool brought, string? fault, TimeSpan? retryAfter, CancellationToken cancel, string? complaint = null)
    {
        var now = clock.GetUtcNow();
        var failures = fault is null ? 0 : before.Failures + 1;
        var pace = fault is null ? NextPoll.Pace(source.IntervalSeconds, before.PaceSeconds, source.ExpectMinutes, brought) : before.PaceSeconds;
        // What a hub brings by itself need not be asked for; now and then, because a hub may fail without a word.
        if (fault is null && await hubs.LastsAsync(source, cancel).ConfigureAwait(false))
            pace = Math.Max(pace, (int)NextPoll.SlowestPace.TotalSeconds);
        var wait = NextPoll.Decide(Math.Max(pace, source.IntervalSeconds), failures, retryAfter, Random.Shared.NextDouble());
        if (fault is not null && fault != before.LastFault)
            log.LogWarning("{Source}: {Fault} Next try in {Minutes:0} minutes.", source.Slug, fault, wait.TotalMinutes);
        if (fault is null && complaint is not null && complaint != before.LastFault)
            log.LogWarning("{Source}: {Complaint}", source.Slug, complaint);
        var noted = after with { NextAt = now + wait, Failures = failures, LastSeenAt = fault is null ? now : before.LastSeenAt, LastFault = fault ?? complaint, PaceSeconds = pace };
        await store.SavePollStateAsync(source.Slug, noted, cancel).ConfigureAwait(false);
        return noted;
    }
}
