using System.Globalization;
using System.Text;
using Wireroom.Newsroom.Paper;
using Wireroom.Storage;

namespace Wireroom.Newsroom.Site.Lists;

/// <summary>What the search form says, as typed.</summary>
public sealed record SearchForm(string Words, string Section, string From, string Until, long? Before)
{
    /// <summary>Letters of a field that are looked at.</summary>
    private const int Longest = 200;

    /// <summary>True where nothing is asked for.</summary>
    public bool IsEmpty => Words.Length == 0 && Section.Length == 0 && From.Length == 0 && Until.Length == 0;

    /// <summary>The search's own address: what it knows, in its own order.</summary>
    public string Address
    {
        get
        {
            var address = new StringBuilder("/search");
            var mark = '?';
            foreach (var (name, value) in (ReadOnlySpan<(string, string)>)[("q", Words), ("section", Section), ("from", From), ("until", Until)])
            {
                if (value.Length == 0)
                    continue;
                address.Append(mark).Append(name).Append('=').Append(Uri.EscapeDataString(value));
                mark = '&';
            }

            return ListPage.Paged(address.ToString(), Before);
        }
    }

    /// <summary>Reads the form; what is too long is cut.</summary>
    public static SearchForm Of(IQueryCollection query)
    {
        return new SearchForm(Text("q"), Text("section"), Text("from"), Text("until"), ListPage.BeforeIn(query));

        string Text(string name)
        {
            var text = string.Join(' ', query[name].ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            if (text.Length <= Longest)
                return text;
            return char.IsHighSurrogate(text[Longest - 1]) ? text[..(Longest - 1)] : text[..Longest];
        }
    }

    /// <summary>The filter; days are whole days of the newsroom's zone, the last one included.</summary>
    /// <param name="times">The newsroom's zone.</param>
    /// <param name="badDay">What stands where a day should, or null.</param>
    public ReleasedFilter ToFilter(HonestTime times, out string? badDay)
    {
        badDay = null;
        var from = Day(From, ref badDay);
        var until = Day(Until, ref badDay);
        return new ReleasedFilter
        {
            Words = Words.Length > 0 ? Words : null,
            Section = Section.Length > 0 ? Section : null,
            From = from is { } first ? times.StartOf(first) : null,
            Until = until is { } last ? times.StartOf(last.AddDays(1)) : null,
            Before = Before,
        };
    }

    /// <summary>True where the text is a day as a date field can show it (HTML, "valid date string").</summary>
    public static bool IsDay(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    private static DateOnly? Day(string text, ref string? badDay)
    {
        if (text.Length == 0)
            return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 1900 and < 2200)
            return day;
        badDay ??= text;
        return null;
    }
}
