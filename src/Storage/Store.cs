namespace Wireroom.Storage;

/// <summary>
/// The newsroom's store: one concrete class in files by topic, with methods that read like sentences. Only Intake, Desk and Outlets' deliveries use it;
/// the public rooms get <see cref="Released"/>.
/// </summary>
public sealed partial class Store : IAsyncDisposable
{
    /// <summary>The public rooms' door.</summary>
    public ReleasedStore Released { get; } = new();

    /// <summary>Rings after each change.</summary>
    public Bell Bell { get; } = new();

    /// <summary>Opens the store: makes the data folder and the tables that are missing. Throws <see cref="StoreException"/> with one clear sentence.</summary>
    public static Task<Store> OpenAsync(StoreOptions options, TimeProvider clock, CancellationToken cancel) => throw new NotImplementedException();

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}

/// <summary>The store cannot do its work: a full disk, a locked or missing database. The message is one sentence for the operator that says what to do.</summary>
public sealed class StoreException(string message, Exception? inner = null) : Exception(message, inner);
