using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http.Extensions;
using Wireroom.Storage;
using Wireroom.Stories;

namespace Wireroom.Newsroom.Desk.Queue;

/// <summary>A view of the queue. Its address is its only form: whoever keeps the address has saved the view.</summary>
public sealed record QueueView
{
    /// <summary>States; empty means all but spiked and withdrawn.</summary>
    public IReadOnlyList<StoryState> States { get; init; } = [];

    /// <summary>Section slug, or empty.</summary>
    public string Section { get; init; } = "";

    /// <summary>What asks for the stories that stand on no desk.</summary>
    public const string NoDesk = "none";

    /// <summary>Desk slug, <see cref="NoDesk"/>, or empty for all.</summary>
    public string Desk { get; init; } = "";

    /// <summary>Source slug, or empty.</summary>
    public string Source { get; init; } = "";

    /// <summary>Language, or empty.</summary>
    public string Language { get; init; } = "";

    /// <summary>The least urgent that is shown: 1 flash, 3 urgent, 0 everything.</summary>
    public int Urgency { get; init; }

    /// <summary>Only what the person has taken.</summary>
    public bool Mine { get; init; }

    /// <summary>What is out of the queue for a while, and nothing else.</summary>
    public bool Snoozed { get; init; }

    /// <summary>What stands in the search box.</summary>
    public string Words { get; init; } = "";

    /// <summary>The key below which the page begins, or null for the newest.</summary>
    public long? Before { get; init; }

    /// <summary>Reads an address. What cannot be read asks for nothing.</summary>
    public static QueueView Read(IQueryCollection query) => new()
    {
        States = [.. query["state"].Select(text => Enum.TryParse<StoryState>(text, ignoreCase: true, out var state) && Enum.IsDefined(state) ? state : (StoryState?)null).OfType<StoryState>().Distinct()],
        Section = Text(query["section"]),
        Desk = Text(query["desk"]),
        Source = Text(query["source"]),
        Language = Text(query["language"]),
        Urgency = int.TryParse(query["urgency"], NumberStyles.None, CultureInfo.InvariantCulture, out var urgency) && urgency is >= 1 and <= 9 ? urgency : 0,
        Mine = query["mine"] == "1",
        Snoozed = query["snoozed"] == "1",
        Words = Text(query["q"]),
        Before = long.TryParse(query["before"], NumberStyles.None, CultureInfo.InvariantCulture, out var before) ? before : null,
    };

    /// <summary>The view's address.</summary>
    public string Address(string path = "/desk")
    {
        var query = new QueryBuilder();
        foreach (var state in States)
            query.Add("state", state.ToString().ToLowerInvariant());
        if (Section.Length > 0)
            query.Add("section", Section);
        if (Desk.Length > 0)
            query.Add("desk", Desk);
        if (Source.Length > 0)
            query.Add("source", Source);
        if (Language.Length > 0)
            query.Add("language", Language);
        if (Urgency > 0)
            query.Add("urgency", Urgency.ToString(CultureInfo.InvariantCulture));
        if (Mine)
            query.Add("mine", "1");
        if (Snoozed)
            query.Add("snoozed", "1");
        if (Words.Length > 0)
            query.Add("q", Words);
        if (Before is { } before)
            query.Add("before", before.ToString(CultureInfo.InvariantCulture));
        return path + query.ToQueryString();
    }

    /// <summary>The view as the store understands it.</summary>
    public QueueFilter Filter(string person) => new()
    {
        States = States,
        Section = Section.Length > 0 ? Section : null,
        Desk = Desk == NoDesk ? "" : Desk.Length > 0 ? Desk : null,
        Source = Source.Length > 0 ? Source : null,
        Language = Language.Length > 0 ? Language : null,
        UrgencyAtMost = Urgency > 0 ? Urgency : null,
        TakenBy = Mine ? person : null,
        Snoozed = Snoozed,
        Words = Words.Length > 0 ? Words : null,
        Before = Before,
    };

    private static string Text(string? value)
    {
        if (string.IsNullOrWhiteSpace(value))
            return "";
        var kept = new StringBuilder(value.Length);
        foreach (var letter in value.AsSpan(0, Math.Min(value.Length, 200)))
        {
            if (!char.IsControl(letter))
                kept.Append(letter);
        }

        return kept.ToString().Trim();
    }
}
