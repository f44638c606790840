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
        // Asked before the readers are: what comes out meanwhile stands in the next letter.
        var last = await released.LastChangeAsync(cancel).ConfigureAwait(false);
        var newest = await released.LastFirstReleaseAsync(cancel).ConfigureAwait(false);
        while (await list.TakeDueAsync(newest, AtOnce, Lease, cancel).ConfigureAwait(false) is { Count: > 0 } due)
        {
            for (var at = 0; at < due.Count; at++)
            {
                try
                {
                    sent += await SendAsync(due[at], masthead, last, cancel).ConfigureAwait(false) ? 1 : 0;
                }
                catch (MailRefusedException fault)
                {
                    log.LogWarning("A letter to a reader could not be sent: {Fault}", fault.Message);
                    await RefusedAsync(due[at], fault.Blame, cancel).ConfigureAwait(false);
                    if (fault.Blame != MailBlame.Server)
                        continue;
                    // Nothing else would go out either. Who could not be sent to comes after the others, in case it is that letter.
                    await list.PutOffAsync(due.Skip(at + 1), clock.GetUtcNow() + Longest, cancel).ConfigureAwait(false);
                    return sent;
                }
            }
        }

        return sent;
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var ring = NextRing.OfReaders(bell);
        await ring.KeepLookingAsync(
            async cancel =>
            {
                await LookAsync(cancel).ConfigureAwait(false);
                return Longest;
            },
            Settling, clock, stoppingToken).ConfigureAwait(false);
    }

    private async Task LookAsync(CancellationToken cancel)
    {
        try
        {
            // Whether letters go out or not: nobody's address is kept longer than was said.
            await list.ForgetLapsedAsync(cancel).ConfigureAwait(false);
            await SendDueAsync(cancel).ConfigureAwait(false);
        }
        catch (StoreException fault)
        {
            log.LogWarning("Letters to readers wait: {Reason}", fault.Message);
        }
    }

    /// <summary>Sends a reader's letter; false where there is nothing to send.</summary>
    /// <param name="reader">The reader.</param>
    /// <param name="masthead">Who writes.</param>
    /// <param name="last">The number of the last change that may stand in it.</param>
    /// <param name="cancel">Ends it.</param>
    private async Task<bool> SendAsync(MailReader reader, Masthead masthead, long last, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (reader.IsAsking)
        {
            using var asks = Letter.Confirmation(reader, masthead, server.From);
            await server.SendAsync(asks, cancel).ConfigureAwait(false);
            await list.SentAsync(reader, reader.SentNumber, reader.IsConfirmed ? LetterAddress.NextAt(reader.Rhythm, masthead, now) : now, cancel).ConfigureAwait(false);
            return true;
        }

        // Who has confirmed since that was asked begins after it.
        last = Math.Max(last, reader.SentNumber);
        var rows = await released.CameOutAsync(reader.SentNumber, last, MostStories, cancel).ConfigureAwait(false);
        var next = reader.Rhythm == LetterRhythm.Daily ? LetterAddress.NextAt(reader.Rhythm, masthead, now) : now + (rows.Count > 0 ? Apart : Longest);
        if (rows.Count > 0)
        {
            using var news = Letter.News(reader, [.. rows.OrderBy(row => Math.Min(row.Urgency, 3))], masthead, server.From);
            await server.SendAsync(news, cancel).ConfigureAwait(false);
        }

        await list.SentAsync(reader, last, next, cancel).ConfigureAwait(false);
        return rows.Count > 0;
    }

    /// <summary>Only an address that no server takes suffers for it.</summary>
    private Task RefusedAsync(MailReader reader, MailBlame blame, CancellationToken cancel)
    {
        var wait = TimeSpan.FromMinutes(Math.Min(240, 5 << Math.Min(reader.Failures, 6)));
        var next = clock.GetUtcNow() + wait;
        return blame == MailBlame.Address ? list.FailedAsync(reader, next, MostFailures, cancel) : list.PutOffAsync([reader], next, cancel);
    }
}
