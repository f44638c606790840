using Wireroom.Stories.Routing;

namespace Wireroom.Storage;

/// <summary>The rules in force, and those that are being worked on; null where nothing is.</summary>
public sealed record RoutingRules(RoutingPlan InForce, RoutingPlan? Draft)
{
    /// <summary>What the desk works on: the draft, or what is in force.</summary>
    public RoutingPlan Worked => Draft ?? InForce;
}

public sealed partial class Store
{
    /// <summary>The rules for what arrives.</summary>
    public Task<RoutingRules> RoutingAsync(CancellationToken cancel) => ReadAsync(
        async reading => new RoutingRules(await House.RoutingAsync(reading, House.RoutingName) ?? new RoutingPlan(), await House.RoutingAsync(reading, House.RoutingDraftName)), cancel);

    /// <summary>Keeps rules that are being worked on; they bind nothing. Null throws them away.</summary>
    public Task SaveRoutingDraftAsync(RoutingPlan? draft, CancellationToken cancel) => WriteAsync(writing => House.SaveRoutingAsync(writing, House.RoutingDraftName, draft), cancel);

    /// <summary>Puts rules in force, for everything that arrives from now on; the draft is done with.</summary>
    public Task SaveRoutingAsync(RoutingPlan plan, CancellationToken cancel) => WriteAsync(
        async writing =>
        {
            await House.SaveRoutingAsync(writing, House.RoutingName, plan);
            await House.SaveRoutingAsync(writing, House.RoutingDraftName, null);
            await House.ChangeAsync(writing);
            writing.Ring(RingKind.Settings);
        },
        cancel);
}
