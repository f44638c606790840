using System.Globalization;

namespace Wireroom.Storage;

/// <summary>
/// The last change of which machines elsewhere (hubs, search engines) have been told. What changed since is asked of <see cref="ReleasedStore"/>, so that a ring or a
/// line that was lost loses nothing.
/// </summary>
public sealed class ToldMachines
{
    private readonly Store store;

    internal ToldMachines(Store store) => this.store = store;

    /// <summary>The number of the last change of which that machine has been told; null where it never was told anything.</summary>
    public Task<long?> LastAsync(string machine, CancellationToken cancel) => store.ReadAsync<long?>(
        async reading => await House.FindAsync(reading, Name(machine)) is { } text ? long.Parse(text, CultureInfo.InvariantCulture) : null, cancel);

    /// <summary>Notes the number of the last change of which it has been told.</summary>
    public Task SaveAsync(string machine, long number, CancellationToken cancel) => store.WriteAsync(
        writing => House.SaveAsync(writing, Name(machine), number.ToString(CultureInfo.InvariantCulture)), cancel);

    private static string Name(string machine) => "told-number-" + machine;
}
