namespace Wireroom.Newsroom.Intake.Feeds;

/// <summary>When a source is asked again.</summary>
public static class NextPoll
{
    /// <summary>The longest that a failing source is left alone, unless its server asks for more.</summary>
    public static TimeSpan LongestBackOff { get; } = TimeSpan.FromHours(1);

    /// <summary>The longest that a server may ask to be left alone.</summary>
    public static TimeSpan LongestRetryAfter { get; } = TimeSpan.FromDays(1);

    /// <summary>
    /// After a good answer the interval; after failures twice as long for each, up to a bound; never sooner than the server asked. The jitter (0 to 1)
    /// spreads sources by a tenth of the time, so that they do not all come at once.
    /// </summary>
    public static TimeSpan Decide(int intervalSeconds, int failures, TimeSpan? retryAfter, double jitter)
    {
        var interval = TimeSpan.FromSeconds(Math.Max(10, intervalSeconds));
        var bound = interval > LongestBackOff ? interval : LongestBackOff;
        var wait = interval * Math.Pow(2, Math.Min(failures, 16));
        if (wait > bound)
            wait = bound;
        if (retryAfter is { } asked && asked > wait)
            wait = asked < LongestRetryAfter ? asked : LongestRetryAfter;
        return wait * (1 + (0.1 * jitter));
    }
}
