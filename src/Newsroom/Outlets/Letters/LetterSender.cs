using Wireroom.Newsroom.Paper;
using Wireroom.Newsroom.Paper.Letters;
using Wireroom.Storage;

namespace Wireroom.Newsroom.Outlets.Letters;

/// <summary>
/// Sends the letters that are due: confirmations at once, the daily letter at the house's hour, and to those who want it soon, what was released, together
/// where it came close together. What stands in a letter is asked when it is written: a story that was withdrawn is not in it.
/// </summary>
public sealed class LetterSender(MailingList list, ReleasedStore released, MailServer server, PublicAddress address, Bell bell, TimeProvider clock, ILogger<LetterSender> log) : BackgroundService
{
    private const int AtOnce = 50;
    private const int MostStories = 20;
    private const int MostFailures = 8;
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Apart = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(1);

    /// <summary>Sends what is due now, and returns how many letters went out.</summary>
    public async Task<int> SendDueAsync(CancellationToken cancel)
    {
        var sent = 0;
        if (!server.IsOpen)
            return sent;
        var masthead = address.On(await released.MastheadAsync(cancel).ConfigureAwait(false));
        if (!masthead.SendsLetters)
            return sent;
        var newest = await released.LatestAsync(ReleasedFilter.Everything, 1, cancel).ConfigureAwait(false) is [var row] ? row.PublishedAt : DateTimeOffset.MinValue;
        while (await list.TakeDueAsync(newest, AtOnce, Lease, cancel).ConfigureAwait(false) is { Count: > 0 } due)
        {
            foreach (var reader in due)
                sent += await SendAsync(reader, masthead, cancel).ConfigureAwait(false) ? 1 : 0;
        }

        return sent;
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var ring = NextRing.OfReaders(bell);
        try
        {
            while (true)
            {
                await LookAsync(stoppingToken).ConfigureAwait(false);
                await ring.WaitAsync(Longest, Settling, clock, stoppingToken).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The program stops.
        }
    }

    private async Task LookAsync(CancellationToken cancel)
    {
        try
        {
            await SendDueAsync(cancel).ConfigureAwait(false);
        }
        catch (StoreException fault)
        {
            log.LogWarning("Letters to readers wait: {Reason}", fault.Message);
        }
    }

    private async Task<bool> SendAsync(MailReader reader, Masthead masthead, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        try
        {
            if (reader.IsAsking)
            {
                using var asks = Letter.Confirmation(reader, masthead, server.From);
                await server.SendAsync(asks, cancel).ConfigureAwait(false);
                await list.SentAsync(reader, reader.SentUntil, reader.IsConfirmed ? LetterAddress.NextAt(reader.Rhythm, masthead, now) : now, cancel).ConfigureAwait(false);
                return true;
            }

            var rows = await released.LatestAsync(new ReleasedFilter { From = reader.SentUntil, Until = now }, MostStories, cancel).ConfigureAwait(false);
            var next = reader.Rhythm == LetterRhythm.Daily ? LetterAddress.NextAt(reader.Rhythm, masthead, now) : now + (rows.Count > 0 ? Apart : Longest);
            if (rows.Count > 0)
            {
                using var news = Letter.News(reader, [.. rows.OrderBy(row => Math.Min(row.Urgency, 3))], masthead, server.From);
                await server.SendAsync(news, cancel).ConfigureAwait(false);
            }

            await list.SentAsync(reader, now, next, cancel).ConfigureAwait(false);
            return rows.Count > 0;
        }
        catch (MailRefusedException fault)
        {
            log.LogWarning("A letter to a reader could not be sent: {Fault}", fault.Message);
            // Where the server is at fault, no address suffers for it.
            var wait = TimeSpan.FromMinutes(Math.Min(240, 5 << Math.Min(reader.Failures, 6)));
            await list.FailedAsync(reader, now + wait, fault.IsAddressAtFault ? MostFailures : int.MaxValue, cancel).ConfigureAwait(false);
            return false;
        }
    }
}
