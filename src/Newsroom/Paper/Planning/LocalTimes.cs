namespace Wireroom.Newsroom.Paper.Planning;

/// <summary>Times on the clocks of a zone.</summary>
public static class LocalTimes
{
    /// <summary>What the zone's clocks show at that instant.</summary>
    public static DateTime Local(DateTimeOffset at, TimeZoneInfo zone) => DateTime.SpecifyKind(TimeZoneInfo.ConvertTime(at, zone).DateTime, DateTimeKind.Unspecified);

    /// <summary>The instant at which the zone's clocks show that; an hour that they leap over is taken in the zone's standard time.</summary>
    public static DateTimeOffset At(DateTime local, TimeZoneInfo zone)
    {
        var plain = DateTime.SpecifyKind(local, DateTimeKind.Unspecified);
        return new DateTimeOffset(plain, zone.IsInvalidTime(plain) ? zone.BaseUtcOffset : zone.GetUtcOffset(plain));
    }

    /// <summary>The midnight with which the instant's day begins in that zone.</summary>
    public static DateTimeOffset Midnight(DateTimeOffset at, TimeZoneInfo zone, int daysLater = 0) => At(Local(at, zone).Date.AddDays(daysLater), zone);
}
