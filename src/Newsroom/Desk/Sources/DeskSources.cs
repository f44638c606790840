using Wireroom.Storage;
using Wireroom.Stories;
using Wireroom.Wire;

namespace Wireroom.Newsroom.Desk.Sources;

/// <summary>
/// What the desk asks of the room that takes wires in before a source is saved; the host wires it, because rooms do not name each other.
/// <paramref name="Try"/> fetches once and keeps nothing; <paramref name="Seal"/> seals a name, a password and a key (in this order, each perhaps empty).
/// </summary>
public sealed record DeskSources(Func<Source, CancellationToken, Task<SourceTrial>> Try, Func<string, string, string, string?> Seal);

/// <summary>What a source would bring: its first items as they would arrive, or the feeds that a site's page names, or why nothing could be had.</summary>
public sealed record SourceTrial
{
    /// <summary>Why nothing could be had, in a sentence; empty where something was.</summary>
    public string Fault { get; init; } = "";

    /// <summary>What lies in the folder of a server or mailbox, in words; empty for feeds.</summary>
    public string Found { get; init; } = "";

    /// <summary>The format's name for people.</summary>
    public string Format { get; init; } = "";

    /// <summary>Where the document came from, after redirects.</summary>
    public string Address { get; init; } = "";

    /// <summary>What the feed calls itself, or empty.</summary>
    public string Title { get; init; } = "";

    /// <summary>The feeds of a site whose page was given: address and title.</summary>
    public IReadOnlyList<(string Address, string Title)> Feeds { get; init; } = [];

    /// <summary>The first items as copy.</summary>
    public IReadOnlyList<Copy> Items { get; init; } = [];

    /// <summary>How many items there are.</summary>
    public int Count { get; init; }

    /// <summary>What the reader found wrong.</summary>
    public IReadOnlyList<WireFault> Faults { get; init; } = [];
}
