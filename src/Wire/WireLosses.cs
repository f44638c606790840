using System.Collections.Frozen;

namespace Wireroom.Wire;

/// <summary>Gathers what could not be said while items are written: fields without a place, and items that had to be refused.</summary>
internal sealed class WireLosses(string format, params IEnumerable<string> carried)
{
    private readonly FrozenSet<string> carriedFields = carried.ToFrozenSet(StringComparer.Ordinal);
    private readonly List<WireFault> faults = [];

    private readonly HashSet<string> lost = new(StringComparer.Ordinal);

    internal IReadOnlyList<WireFault> Faults => faults;

    /// <summary>True for a format that has more than one genre, codes of genres, and what is said of a subject besides its name and code.</summary>
    internal bool HoldsConcepts { get; init; }

    /// <summary>True where the field, or part of it, was left out of any item.</summary>
    internal bool Lost(string field) => lost.Contains(field);

    /// <summary>
    /// True where the item may be written in a format that knows neither kills nor embargoes. What must not be printed is left
    /// out rather than sent as if it were copy; an embargo that is over by the feed's own time is no hindrance.
    /// </summary>
    internal bool Accepts(WireItem item, WireFeed feed, bool saysWithdrawal = false)
    {
        if (item.Signal is WireSignal.Hold or WireSignal.Test or WireSignal.Advisory || (item.Signal == WireSignal.Withdrawal && !saysWithdrawal) || item.PubStatus is "withheld" || (item.PubStatus == "canceled" && !saysWithdrawal))
        {
            var word = item.Signal == WireSignal.New ? item.PubStatus : item.Signal.ToString().ToLowerInvariant();
            return Refuse($"refused-{word}", $"{Named(item)} is not copy but a {word}, and {format} cannot say so; it was left out. Send it by ninjs or NewsML-G2.");
        }

        var now = feed.Updated ?? item.Published?.Instant ?? item.VersionCreated?.Instant;
        if (item.Embargo is { } embargo && (embargo.Until is null || now is null || embargo.Until > now))
        {
            return Refuse("refused-embargo", $"{Named(item)} is under embargo ({embargo.AsSent}), and {format} cannot say so; it was left out. Send it when the embargo is over.");
        }

        return true;
    }

    /// <summary>Notes every statement of the item that the format does not carry.</summary>
    internal void Note(WireItem item)
    {
        foreach (var field in WireField.All)
        {
            if (field.Name is not ("guessed" or "dropped" or "word-count") && !carriedFields.Contains(field.Name) && field.IsSaid(item))
            {
                Lose(item, field.Name);
            }
        }

        if (HoldsConcepts)
        {
            return;
        }

        if (carriedFields.Contains("genre") && (item.Genres.Count > 1 || item.Genres.Any(genre => genre != new WireSubject(genre.Name))))
        {
            Lose(item, "genre", "more genres than one, and their codes");
        }

        foreach (var (field, concepts) in ((string, IReadOnlyList<WireSubject>)[])[("subjects", item.Subjects), ("people", item.People), ("organisations", item.Organisations)])
        {
            if (carriedFields.Contains(field) && concepts.Any(concept => concept.SaysMore))
            {
                Lose(item, field, $"relation, creator and confidence of {field}");
            }
        }
    }

    /// <summary>Notes that a field, or part of it, was left out.</summary>
    internal void Lose(WireItem item, string field, string? what = null)
    {
        lost.Add(field);
        faults.Add(new WireFault(WireFaultKind.Lost, $"lost-{field}", $"{Named(item)}: {format} has no place for {what ?? $"the {field.Replace('-', ' ')}"}; it was left out."));
    }

    internal bool Refuse(string code, string message)
    {
        faults.Add(new WireFault(WireFaultKind.Unreadable, code, message));
        return false;
    }

    internal static string Named(WireItem item) => $"\u201C{item.Headline ?? item.Slugline ?? item.Guid ?? "an item without a name"}\u201D";
}
