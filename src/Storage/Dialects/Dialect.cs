using System.Data.Common;

namespace Wireroom.Storage.Dialects;

/// <summary>What differs between the databases, and nothing else: connections, the one writer's gate, the words of full-text search, the bell's wire.</summary>
internal abstract class Dialect : IAsyncDisposable
{
    /// <summary>Begins a command whose text holds numbers of the moment: it will not come again, and is not kept ready.</summary>
    public const string Once = "/* once */ ";

    /// <summary>Makes the missing tables.</summary>
    public abstract void Migrate();

    /// <summary>A connection to read with; hand it back through <see cref="ReturnAsync"/>.</summary>
    public abstract ValueTask<DbConnection> RentAsync(CancellationToken cancel);

    /// <summary>Takes a connection back.</summary>
    public abstract ValueTask ReturnAsync(DbConnection connection);

    /// <summary>Waits for the writer's turn and opens a transaction: one writer at a time, on both databases.</summary>
    public abstract ValueTask<DbTransaction> BeginWriteAsync(CancellationToken cancel);

    /// <summary>Closes the transaction's connection and lets the next writer in.</summary>
    public abstract ValueTask EndWriteAsync(DbTransaction transaction, DbConnection connection);

    /// <summary>Column of a search table that holds the key.</summary>
    public abstract string SearchKey { get; }

    /// <summary>The condition that a search table's row, under that alias or name, holds the words of <c>@match</c>.</summary>
    public abstract string Matches(string table);

    /// <summary>
    /// How to find the newest rows of a search table that hold the words of <c>@match</c> and whose key is below <c>@below</c>: one step, or several that are
    /// asked in turn until there are enough rows, each step's rows older than those of the step before.
    /// </summary>
    public abstract IReadOnlyList<SearchStep> NewestMatches(string table);

    /// <summary>The word that joins what a step found to its rows, in that order and no other.</summary>
    public abstract string JoinFound { get; }

    /// <summary>
    /// How to find the newest releases (as <c>r</c>) under those conditions that hold the words of <c>@match</c> and whose key is below <c>@below</c>: the first
    /// step. Where it gives too few, <see cref="NextStep"/> goes on with older ones.
    /// </summary>
    public abstract SearchStep FirstStep(string conditions);

    /// <summary>The step after that one, when so many rows of those that are wanted have been found; null where there is none. The query's phrases are <c>@phrases</c>.</summary>
    public virtual SearchStep? NextStep(SearchStep before, SearchQuery query, string conditions, int found, int wanted) => null;

    /// <summary>The query in the database's own words for <c>@match</c>.</summary>
    public abstract string Match(SearchQuery query);

    /// <summary>The expression that stores <c>@Words</c>.</summary>
    public abstract string StoredWords { get; }

    /// <summary>Sends the rings to the other programs on this database, as part of the transaction where the database can.</summary>
    public virtual Task TellOthersAsync(DbTransaction transaction, IReadOnlyCollection<Ring> rings) => Task.CompletedTask;

    /// <summary>Hears the rings of other programs until cancelled.</summary>
    public virtual Task HearOthersAsync(Action<Ring> sound, CancellationToken cancel) => Task.CompletedTask;

    /// <summary>What rang in the meantime is not known: look again at everything. What caches are made by comes first.</summary>
    protected static void SoundAll(Action<Ring> sound)
    {
        foreach (var kind in Enum.GetValues<RingKind>().OrderByDescending(kind => kind is RingKind.Settings))
            sound(new Ring(kind));
    }

    /// <summary>A database's exception as one sentence for the operator, or null where it is a fault of ours.</summary>
    public abstract string? Explain(Exception exception);

    /// <inheritdoc/>
    public abstract ValueTask DisposeAsync();
}

/// <summary>A step of a search: what to select from, the expression that is the found row's key, in whose order rows come, and the condition.</summary>
/// <param name="From">What to select from.</param>
/// <param name="Key">The found row's key.</param>
/// <param name="Condition">The condition.</param>
/// <param name="Read">Of the newest rows under the conditions, how many have been read one by one up to here; 0 where none are.</param>
internal sealed record SearchStep(string From, string Key, string Condition, int Read = 0);
