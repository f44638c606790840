namespace Wireroom.Wire.LineMode;

/// <summary>
/// Which version or take of a story a message is, by the words that the line-mode wires have for it: <c>1st Ld-Writethru</c>, <c>UPDATE 2</c>, <c>Take 3</c>. The
/// words stand as a link of the relation <c>version</c>; of a version the number is the item's, of a take the slugline ties it to the others.
/// </summary>
internal static class LineVersion
{
    internal const string Relation = "version";

    /// <summary>The version's number, of the words that are a lead's, update's or correction's; a take is no version, neither is what only comes again, and <c>Adv05</c> is a date.</summary>
    internal static long? Number(WireSignal signal, string? words) => words is null || signal is WireSignal.Take or WireSignal.Repeat
        ? null
        : words.Split(',').Where(part => SignalWords.OfLine(part) is not (null or WireSignal.Take or WireSignal.Repeat)).Select(SignalWords.Ordinal).FirstOrDefault(number => number is not null);

    internal static IReadOnlyList<WireLink> Links(string? words) => words is null ? [] : [new WireLink(Relation, null, null, words)];

    /// <summary>The words to write. What the line cannot say of version, take key and links is noted as lost.</summary>
    internal static string? Words(WireItem item, WireSignal signal, Func<string, bool> isSayable, WireLosses losses)
    {
        var said = item.Links.FirstOrDefault(link => link is { Relation: Relation, Guid: null, Href: null, Title: not null });
        var words = said?.Title is { } title && isSayable(title) ? title : null;
        if (item.Links.Count > (words is null ? 0 : 1))
        {
            losses.Lose(item, "links");
        }

        if (item.Version is not null && item.Version != Number(signal, words))
        {
            losses.Lose(item, "version");
        }

        if (item.TakeKey is not null && (signal != WireSignal.Take || item.TakeKey != item.Slugline))
        {
            losses.Lose(item, "take-key");
        }

        return words;
    }
}
