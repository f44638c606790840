namespace Wireroom.Wire.Dates;

/// <summary>
/// Reads the dates that documents carry: ISO 8601 and W3CDTF in every precision, RFC 822 and its heirs, and the dialects that
/// senders make of them. A time without a zone stays local, and a date without a time is midnight without a zone: nothing is guessed.
/// </summary>
public static class WireDates
{
    /// <summary>The time of that text; null where there is no text. What cannot be read keeps its text and has no instant.</summary>
    public static WireTime? Read(string? text)
    {
        var sent = text?.Trim();
        if (string.IsNullOrEmpty(sent))
        {
            return null;
        }

        if (sent.Length > 100)
        {
            return new WireTime(sent, null);
        }

        var parts = new DateParts();
        var understood = IsoDate.Read(sent, ref parts) || WordyDate.Read(sent, parts = new DateParts(), out parts);
        return understood && parts.Local() is { } local ? Timed(sent, local, parts.Offset ?? parts.Zone?.OffsetAt(local)) : new WireTime(sent, null);
    }

    /// <summary>The instant of that text, or null where it cannot be read or has no zone.</summary>
    public static DateTimeOffset? Instant(string? text) => Read(text)?.Instant;

    private static WireTime Timed(string sent, DateTime local, TimeSpan? offset)
    {
        if (offset is null)
        {
            return new WireTime(sent, null, local);
        }

        var utc = local.Ticks - offset.Value.Ticks;
        return utc < DateTime.MinValue.Ticks || utc > DateTime.MaxValue.Ticks || Math.Abs(offset.Value.Ticks) > TimeSpan.FromHours(14).Ticks
            ? new WireTime(sent, null, local)
            : new WireTime(sent, new DateTimeOffset(local, offset.Value));
    }
}
