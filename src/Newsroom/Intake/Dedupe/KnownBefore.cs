using Wireroom.Storage;
using Wireroom.Stories;
using Wireroom.Wire;

namespace Wireroom.Newsroom.Intake.Dedupe;

/// <summary>
/// What is here already of an arriving item: <see cref="Items"/>, oldest first; or <see cref="Ambiguous"/>, the stories that it may speak of where its name
/// does not tell them apart. <see cref="KilledByName"/> where something of that name was killed before it came.
/// </summary>
internal sealed record Known(IReadOnlyList<KnownItem> Items)
{
    public IReadOnlyList<StoryId> Ambiguous { get; init; } = [];

    public bool KilledByName { get; init; }
}

/// <summary>Looks up what is here of an item: under its own identity, under what it says that it corrects or withdraws, on the agency's other lines, by its slugline.</summary>
internal sealed class KnownBefore(Store store, Source source, IReadOnlyList<Source> sources)
{
    private readonly List<Source> sisters = [.. Agencies.SameAs(source, sources)];

    public async Task<Known> FindAsync(TakenItem taken, CancellationToken cancel)
    {
        var items = await OfLineAsync(source.Slug, taken, cancel).ConfigureAwait(false);
        if (items.Count == 0)
        {
            foreach (var sister in sisters)
            {
                if (items.Count == 0)
                    items = await OfLineAsync(sister.Slug, taken, cancel).ConfigureAwait(false);
            }
        }

        // Where the agency has several lines, what came on the others counts as much.
        if (sisters.Count > 0 && items.LastOrDefault(item => item.Story is not null)?.Story is { } story)
            items = [.. items.Concat(await store.KnownItemsAsync(story, cancel).ConfigureAwait(false)).DistinctBy(item => item.Key).OrderBy(item => item.Key)];

        return items.Count == 0 && taken.Name is { } name ? await NamedAsync(taken, name, cancel).ConfigureAwait(false) : new Known(items);
    }

    private async Task<IReadOnlyList<KnownItem>> OfLineAsync(string line, TakenItem taken, CancellationToken cancel)
    {
        var isOwn = line == source.Slug;
        var known = isOwn || Agencies.IsLasting(taken.Identity!) ? await store.KnownItemsAsync(line, taken.Identity!, cancel).ConfigureAwait(false) : [];
        foreach (var link in taken.Item.Links)
        {
            // What a kill withdraws is its identity already, each item that it names by itself.
            var names = link.Relation is "corrects" or "replaces" || (link.Relation is "withdraws" && taken.Item.Signal is not WireSignal.Withdrawal);
            if (known.Count == 0 && names && link.Guid is { Length: > 0 } guid && (isOwn || Agencies.IsLasting(guid)))
                known = await store.KnownItemsAsync(line, guid, cancel).ConfigureAwait(false);
        }

        return known;
    }

    private async Task<Known> NamedAsync(TakenItem taken, string name, CancellationToken cancel)
    {
        var named = await store.NamedItemsAsync(source.Slug, name, taken.ArrivedAt - NamedBefore.Lasts, cancel).ConfigureAwait(false);
        if (!NamedBefore.SpeaksOfEarlier(taken.Item.Signal))
            return new Known([]) { KilledByName = named.Any(item => item is { Signal: WireSignal.Withdrawal, Story: null }) };
        var stories = named.Select(item => item.Story).OfType<StoryId>().Distinct().ToList();
        return stories switch
        {
            [] => new Known([.. named.Where(item => item.Story is null && item.ContentHash == taken.ContentHash)]), // the same kill, sent again
            [var only] => new Known(await store.KnownItemsAsync(only, cancel).ConfigureAwait(false)),
            _ => new Known([.. named.Where(item => item.ContentHash == taken.ContentHash)]) { Ambiguous = named.Any(item => item.ContentHash == taken.ContentHash) ? [] : stories },
        };
    }
}
