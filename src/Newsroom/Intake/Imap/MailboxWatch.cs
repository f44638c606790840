using System.Collections.Concurrent;
using Wireroom.Newsroom.Intake.Feeds;
using Wireroom.Storage;

namespace Wireroom.Newsroom.Intake.Imap;

/// <summary>Listens to every mailbox. A mailbox is leased for as long as it is listened to, so that of several programs on one database only one does.</summary>
internal sealed class MailboxWatch(Store store, ReadMailbox mailbox, NotePoll note, TimeProvider clock, ILogger<MailboxWatch> log)
    : Loop(TimeSpan.FromSeconds(1), "Mailboxes are not listened to", clock, log)
{
    private const int MostAtOnce = 200;
    private static readonly SourceKind[] Kinds = [SourceKind.Imap];

    private readonly ConcurrentDictionary<string, bool> open = new(StringComparer.Ordinal);

    protected override async Task LookAsync(CancellationToken cancel)
    {
        if (!await store.AnySourceDueAsync(Kinds, cancel).ConfigureAwait(false))
            return;
        foreach (var source in await store.LeaseDueSourcesAsync(Kinds, source => !open.ContainsKey(source.Slug), MostAtOnce, Lease.Time, cancel).ConfigureAwait(false))
        {
            // Only now: had the leases been taken back, nobody would ever have let the mailboxes go.
            open[source.Slug] = true;
            _ = Task.Run(() => ListenAsync(source, cancel), CancellationToken.None);
        }
    }

    private async Task ListenAsync(Source source, CancellationToken cancel)
    {
        try
        {
            await Lease.WhileAsync(store, note, source, leave => ListenAsync(source, leave, cancel), Clock, log, cancel).ConfigureAwait(false);
        }
        finally
        {
            open.TryRemove(source.Slug, out _);
        }
    }

    private async Task ListenAsync(Source source, CancellationToken leave, CancellationToken cancel)
    {
        var before = await store.PollStateAsync(source.Slug, cancel).ConfigureAwait(false);
        var fault = await mailbox.ListenAsync(
            source,
            async (brought, wrong) =>
            {
                // Every look that brought something, and the first: what stands still is not written again and again.
                if (brought > 0 || before.LastFault != wrong || before.LastSeenAt is null || (wrong is null && Clock.GetUtcNow() - before.LastSeenAt > TimeSpan.FromMinutes(5)))
                    before = await note.NoteAsync(source, before, before, brought > 0, null, null, cancel, wrong).ConfigureAwait(false);
            },
            leave,
            cancel).ConfigureAwait(false);
        // A mailbox that was changed at the desk is opened anew at once.
        if (fault is null && leave.IsCancellationRequested)
            await store.DueNowAsync(source.Slug, cancel).ConfigureAwait(false);
        else if (fault is not null)
            await note.NoteAsync(source, before, before, false, fault, null, cancel).ConfigureAwait(false);
    }
}
