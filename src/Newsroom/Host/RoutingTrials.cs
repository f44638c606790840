using Wireroom.Newsroom.Desk.Routing;
using Wireroom.Newsroom.Intake.Routing;
using Wireroom.Storage;
using Wireroom.Stories.Routing;

namespace Wireroom.Newsroom.Host;

/// <summary>Tries rules on what came last, and puts into words and numbers what they would have made of it.</summary>
public sealed class RoutingTrials(Store store)
{
    private const int Shown = 50;

    private readonly TryRules tries = new(store);

    /// <summary>What the plan would have made of the newest arrivals.</summary>
    public async Task<RoutingTrial> TryAsync(RoutingPlan plan, CancellationToken cancel)
    {
        var names = (await store.HouseAsync(cancel).ConfigureAwait(false)).Names;
        var tried = await tries.TryAsync((await store.RoutingAsync(cancel).ConfigureAwait(false)).InForce, plan, cancel).ConfigureAwait(false);
        var matched = new int[plan.Rules.Count];
        foreach (var number in tried.SelectMany(item => item.After.Matched))
            matched[number - 1]++;
        var different = tried.Where(item => item.Differs).ToList();
        return new RoutingTrial
        {
            Count = tried.Count,
            Since = tried.Count > 0 ? tried[^1].Wire.ReceivedAt : null,
            Matched = matched,
            Counts = [.. Counts(tried, names)],
            Different = different.Count,
            Examples =
            [
                .. different.Take(Shown).Select(item => new RoutedOtherwise(
                    item.Wire.Arrival, item.Wire.ReceivedAt, item.Source.Name, item.Headline.Length > 0 ? item.Headline : item.Wire.Item.Slugline ?? "(no headline)",
                    Words(item.Before, names), Words(item.After, names))),
            ],
        };
    }

    private static IEnumerable<RoutedCount> Counts(IReadOnlyList<TriedItem> tried, RoutingNames names)
    {
        foreach (var desk in names.Desks.Keys.Append(""))
            yield return Count(desk.Length > 0 ? $"desk {names.Desks[desk]}" : "no desk", routed => !routed.Drop && routed.Desk == desk);
        yield return Count("dropped", routed => routed.Drop);
        yield return Count("released at once by a rule", routed => routed.Release);
        yield return Count("told to the desk", routed => routed.AlertedBy > 0);

        RoutedCount Count(string end, Func<Routed, bool> isThere) => new(end, tried.Count(item => isThere(item.Before)), tried.Count(item => isThere(item.After)));
    }

    private static string Words(Routed routed, RoutingNames names)
    {
        if (routed.Drop)
            return "dropped";
        var words = new List<string> { routed.Desk.Length > 0 ? $"desk {(names.Desks.TryGetValue(routed.Desk, out var desk) ? desk : routed.Desk)}" : "no desk" };
        if (routed.Section is { } section)
            words.Add($"section {(names.Sections.TryGetValue(section, out var name) ? name : section)}");
        if (routed.Tags.Count > 0)
            words.Add($"tagged {string.Join(", ", routed.Tags)}");
        if (routed.AlertedBy > 0)
            words.Add("the desk is told");
        if (routed.Release)
            words.Add("released at once");
        return string.Join(", ", words);
    }
}
