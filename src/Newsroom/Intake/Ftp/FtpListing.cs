using System.Globalization;
using System.Text.RegularExpressions;
using Wireroom.Newsroom.Intake.Remote;

namespace Wireroom.Newsroom.Intake.Ftp;

/// <summary>What an FTP server says of the files of a folder: MLSD (RFC 3659 section 7), or LIST as Unix and Windows servers print it.</summary>
internal static partial class FtpListing
{
    private const int MostFiles = 100_000;

    /// <summary>The files of an answer to MLSD.</summary>
    public static IReadOnlyList<RemoteFile> OfFacts(string listing) => Read(listing, OfFactLine);

    /// <summary>The files of an answer to LIST; <paramref name="now"/> tells the year that new files leave out.</summary>
    public static IReadOnlyList<RemoteFile> OfLines(string listing, DateTime now) => Read(listing, line => OfUnixLine(line, now) ?? OfWindowsLine(line));

    private static List<RemoteFile> Read(string listing, Func<string, RemoteFile?> read)
    {
        var files = new List<RemoteFile>();
        foreach (var line in listing.Split('\n'))
        {
            if (files.Count < MostFiles && read(line.TrimEnd('\r')) is { Name: not ("." or "..") } file && file.Name.AsSpan().IndexOfAny('/', '\\', '\0') < 0)
                files.Add(file);
        }

        return files;
    }

    // "type=file;size=1024;modify=20260303060000.123; name with blanks.xml"
    private static RemoteFile? OfFactLine(string line)
    {
        var blank = line.IndexOf(' ', StringComparison.Ordinal);
        if (blank < 0)
            return null;
        var facts = line[..blank].Split(';', StringSplitOptions.RemoveEmptyEntries).Select(fact => fact.Split('=', 2)).Where(fact => fact.Length == 2)
            .DistinctBy(fact => fact[0], StringComparer.OrdinalIgnoreCase).ToDictionary(fact => fact[0], fact => fact[1], StringComparer.OrdinalIgnoreCase);
        if (!facts.TryGetValue("type", out var type) || !type.Equals("file", StringComparison.OrdinalIgnoreCase) || !facts.TryGetValue("size", out var size) || Length(size) is not { } length)
            return null;
        var modified = facts.GetValueOrDefault("modify", "");
        var written = DateTime.TryParseExact(modified.Split('.')[0], "yyyyMMddHHmmss", CultureInfo.InvariantCulture, Utc, out var time) ? time : DateTime.UnixEpoch;
        return new RemoteFile(line[(blank + 1)..], length, written, $"{size}:{modified}");
    }

    // "-rw-r--r--    1 ftp      ftp          1024 Mar 03 06:00 name with blanks.xml", of old files with the year in place of the time
    private static RemoteFile? OfUnixLine(string line, DateTime now)
    {
        if (UnixLine().Match(line) is not { Success: true } match || Length(match.Groups["size"].Value) is not { } length)
            return null;
        var day = $"{match.Groups["month"].Value} {match.Groups["day"].Value}";
        var last = match.Groups["last"].Value;
        if (!last.Contains(':', StringComparison.Ordinal))
        {
            return DateTime.TryParseExact($"{day} {last}", "MMM d yyyy", CultureInfo.InvariantCulture, Utc, out var old)
                ? new RemoteFile(match.Groups["name"].Value, length, old, Stamp(length, old, "yyyy-MM-dd"), KnowsDayOnly: true)
                : null;
        }

        // Without a year it is the last such day; a server's clock may be a day ahead of ours.
        for (var year = now.Year + 1; year >= now.Year - 1; year--)
        {
            if (DateTime.TryParseExact(string.Create(CultureInfo.InvariantCulture, $"{day} {year} {last}"), "MMM d yyyy H:mm", CultureInfo.InvariantCulture, Utc, out var written) && written <= now.AddDays(1))
                return new RemoteFile(match.Groups["name"].Value, length, written, Stamp(length, written, "yyyy-MM-dd'T'HH:mm"));
        }

        return null;
    }

    // "03-03-26  06:00AM                 1024 name with blanks.xml"
    private static RemoteFile? OfWindowsLine(string line)
    {
        if (WindowsLine().Match(line) is not { Success: true } match || Length(match.Groups["size"].Value) is not { } length
            || !DateTime.TryParseExact(match.Groups["time"].Value.Replace("  ", " ", StringComparison.Ordinal), ["MM-dd-yy hh:mmtt", "MM-dd-yyyy hh:mmtt", "MM-dd-yy HH:mm", "MM-dd-yyyy HH:mm"], CultureInfo.InvariantCulture, Utc, out var written))
            return null;
        return new RemoteFile(match.Groups["name"].Value, length, written, Stamp(length, written, "yyyy-MM-dd'T'HH:mm"));
    }

    private static DateTimeStyles Utc => DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;

    private static long? Length(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var length) ? length : null;

    private static string Stamp(long length, DateTime written, string form) => $"{length.ToString(CultureInfo.InvariantCulture)}:{written.ToString(form, CultureInfo.InvariantCulture)}";

    [GeneratedRegex(@"^-[-rwxsStTl.+@]{9,11}\s+\d+\s+\S+\s+(?:\S+\s+)?(?<size>\d+)\s+(?<month>[A-Z][a-z]{2})\s+(?<day>\d{1,2})\s+(?<last>\d{1,2}:\d{2}|\d{4})\s(?<name>.+)$", RegexOptions.CultureInvariant, 200)]
    private static partial Regex UnixLine();

    [GeneratedRegex(@"^(?<time>\d{2}-\d{2}-\d{2,4}\s+\d{2}:\d{2}(?:AM|PM)?)\s+(?<size>\d+)\s(?<name>.+)$", RegexOptions.CultureInvariant, 200)]
    private static partial Regex WindowsLine();
}
