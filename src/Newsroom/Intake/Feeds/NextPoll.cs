namespace Wireroom.Newsroom.Intake.Feeds;

/// <summary>When a source is asked again.</summary>
public static class NextPoll
{
    /// <summary>The longest that a failing source is left alone, unless its server asks for more.</summary>
    public static TimeSpan LongestBackOff { get; } = TimeSpan.FromHours(1);

    /// <summary>The longest that a server may ask to be left alone.</summary>
    public static TimeSpan LongestRetryAfter { get; } = TimeSpan.FromDays(1);

    /// <summary>A source that never changes is asked at least so often.</summary>
    public static TimeSpan SlowestPace { get; } = TimeSpan.FromHours(1);

    private const int SlowestPart = 6;

    /// <summary>
    /// How long a source is left alone by how often it changes, in seconds: half as long after each change, a quarter longer after each poll that brought
    /// nothing, between the interval that the operator gave and six times that (but no more than an hour, nor half of what the source is expected within).
    /// </summary>
    public static int Pace(int intervalSeconds, int paceSeconds, int expectMinutes, bool brought)
    {
        var least = Math.Max(10, intervalSeconds);
        var most = Math.Max(least, Math.Min(least * SlowestPart, (int)SlowestPace.TotalSeconds));
        if (expectMinutes > 0)
            most = Math.Max(least, Math.Min(most, expectMinutes * 30));
        var pace = Math.Clamp(paceSeconds, least, most);
        return Math.Clamp(brought ? pace / 2 : pace + (pace / 4), least, most);
    }

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
