using Wireroom.Storage;

namespace Wireroom.Newsroom.Paper.Letters;

/// <summary>Addresses of a reader's letters: Site answers them, letters carry them.</summary>
public static class LetterAddress
{
    /// <summary>Where readers sign up.</summary>
    public const string SignUp = "/newsletter";

    /// <summary>Where a reader confirms, and chooses how often.</summary>
    public static string Confirm(string token) => $"{SignUp}/confirm/{token}";

    /// <summary>Where a reader says farewell, by a page or with one press (RFC 8058).</summary>
    public static string Leave(string token) => $"{SignUp}/leave/{token}";

    /// <summary>When a reader's next letter is due: at the house's hour, or at once where something new comes out.</summary>
    public static DateTimeOffset NextAt(LetterRhythm rhythm, Masthead masthead, DateTimeOffset now)
    {
        if (rhythm == LetterRhythm.Soon)
            return now;
        var times = new HonestTime(masthead.TimeZone);
        var day = DateOnly.FromDateTime(times.Here(now).DateTime);
        for (; ; day = day.AddDays(1))
        {
            var at = times.StartOf(day).AddHours(masthead.LetterHour);
            if (at > now)
                return at;
        }
    }
}
