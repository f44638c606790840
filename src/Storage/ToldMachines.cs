using System.Globalization;

namespace Wireroom.Storage;

/// <summary>Until when machines elsewhere (hubs, search engines) have been told what changed. What changed since is asked of <see cref="ReleasedStore"/>, so that a ring or a line that was lost loses nothing.</summary>
public sealed class ToldMachines
{
    private readonly Store store;

    internal ToldMachines(Store store) => this.store = store;

    /// <summary>Until when that machine has been told; null where it never was.</summary>
    public Task<DateTimeOffset?> UntilAsync(string machine, CancellationToken cancel) => store.ReadAsync<DateTimeOffset?>(
        async reading => await House.FindAsync(reading, Name(machine)) is { } text ? DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(text, CultureInfo.InvariantCulture)) : null, cancel);

    /// <summary>Notes until when it has been told.</summary>
    public Task SaveAsync(string machine, DateTimeOffset until, CancellationToken cancel) => store.WriteAsync(
        writing => House.SaveAsync(writing, Name(machine), until.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture)), cancel);

    private static string Name(string machine) => "told-" + machine;
}
