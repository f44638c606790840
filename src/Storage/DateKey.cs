namespace Wireroom.Storage;

/// <summary>
/// A place in date order: milliseconds since 1970 UTC times 4096, plus a tie-break of 12 bits. It is the row number on SQLite and the primary key on
/// PostgreSQL, so that "newest first" is the order in which rows lie, on both, with no gaps to explain.
/// </summary>
internal static class DateKey
{
    private const int TieBits = 12;

    /// <summary>The first key at that millisecond.</summary>
    public static long First(long milliseconds) => milliseconds << TieBits;

    /// <summary>The first key at that time.</summary>
    public static long First(DateTimeOffset at) => First(at.ToUnixTimeMilliseconds());

    /// <summary>The time of a key.</summary>
    public static DateTimeOffset TimeOf(long key) => DateTimeOffset.FromUnixTimeMilliseconds(key >> TieBits);

    /// <summary>The first key of the next millisecond after the one that the key lies in.</summary>
    public static long End(long key) => ((key >> TieBits) + 1) << TieBits;
}
