using Wireroom.Stories.Routing;

namespace Wireroom.Newsroom.Desk.Routing;

/// <summary>What the desk asks of the room that takes wires in; the host wires it, because rooms do not name each other: what rules would have made of what came last.</summary>
public sealed record DeskRouting(Func<RoutingPlan, CancellationToken, Task<RoutingTrial>> Try);

/// <summary>What rules would have made of the newest arrivals, beside what those in force make of them.</summary>
public sealed record RoutingTrial
{
    /// <summary>How many arrivals were asked about.</summary>
    public required int Count { get; init; }

    /// <summary>When the oldest of them came; null where there is none.</summary>
    public required DateTimeOffset? Since { get; init; }

    /// <summary>For each rule, in order, how many it would have acted on.</summary>
    public required IReadOnlyList<int> Matched { get; init; }

    /// <summary>How many stories would stand where: the name of a desk or of another end, with today's number and the new one.</summary>
    public required IReadOnlyList<RoutedCount> Counts { get; init; }

    /// <summary>How many arrivals would have fared otherwise.</summary>
    public required int Different { get; init; }

    /// <summary>The newest of those.</summary>
    public required IReadOnlyList<RoutedOtherwise> Examples { get; init; }
}

/// <summary>How many went to one end, by the rules in force and by those that are tried.</summary>
public sealed record RoutedCount(string End, int Today, int Then);

/// <summary>An arrival that would have fared otherwise.</summary>
public sealed record RoutedOtherwise(long Arrival, DateTimeOffset At, string Source, string Headline, string Today, string Then);
