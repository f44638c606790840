using Wireroom.Newsroom.Intake.Translation;
using Wireroom.Storage;
using Wireroom.Stories.Routing;
using Wireroom.Wire;

namespace Wireroom.Newsroom.Intake.Routing;

/// <summary>Asks rules what they would have made of what came last, and changes nothing.</summary>
public sealed class TryRules(Store store)
{
    /// <summary>So many of the newest arrivals are asked about.</summary>
    public const int Newest = 1000;

    /// <summary>What both plans make of each of the newest arrivals, newest first.</summary>
    public async Task<IReadOnlyList<TriedItem>> TryAsync(RoutingPlan before, RoutingPlan after, CancellationToken cancel)
    {
        var house = await store.HouseAsync(cancel).ConfigureAwait(false);
        var names = house.Names;
        var tried = new List<TriedItem>();
        foreach (var wire in await store.NewestWireItemsAsync(Newest, cancel).ConfigureAwait(false))
        {
            cancel.ThrowIfCancellationRequested();
            if (wire.Item.Signal is WireSignal.Withdrawal or WireSignal.Test)
                continue; // no rule is asked about these
            var source = house.Source(wire.Source);
            var copy = Translate.Of(wire.Item, new TranslationContext(source, house.Sections, house.Language) { GuessSection = source.Trusted });
            var facts = new RoutingFacts(source.Slug, wire.Item, copy);
            var kept = wire.Item.Signal is WireSignal.Hold ? AskRules.HoldsStay : null;
            tried.Add(new TriedItem(
                wire, source, copy.Headline, AskRules.Decide(before, facts, source, names, kept), AskRules.Decide(after, facts, source, names, kept)));
        }

        return tried;
    }
}

/// <summary>An arrival, and what two plans make of it.</summary>
public sealed record TriedItem(StoredWireItem Wire, Source Source, string Headline, Routed Before, Routed After)
{
    /// <summary>True where the two plans do different things with it.</summary>
    public bool Differs => Before.Desk != After.Desk || Before.Section != After.Section || Before.Release != After.Release || Before.Drop != After.Drop
        || Before.AlertedBy == 0 != (After.AlertedBy == 0) || !Before.Tags.ToHashSet().SetEquals(After.Tags);
}
