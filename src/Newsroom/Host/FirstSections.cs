using Wireroom.Storage;

namespace Wireroom.Newsroom.Host;

/// <summary>The sections of a newsroom that has none: copy without a section cannot be released.</summary>
public static class FirstSections
{
    private static readonly Section[] Usual =
    [
        new("world", "World", 0), new("region", "Region", 1), new("europe", "Europe", 2), new("economy", "Economy", 3),
        new("culture", "Culture", 4), new("science", "Science", 5), new("sport", "Sport", 6), new("weather", "Weather", 7),
    ];

    /// <summary>Lays the usual sections where there are none.</summary>
    public static async Task LayAsync(Store store, CancellationToken cancel)
    {
        if (await store.SectionsAsync(cancel).ConfigureAwait(false) is { Count: 0 })
            await store.SaveSectionsAsync(Usual, cancel).ConfigureAwait(false);
    }
}
