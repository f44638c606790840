using MimeKit;
using Wireroom.Newsroom.Paper;
using Wireroom.Newsroom.Paper.Letters;
using Wireroom.Storage;

namespace Wireroom.Newsroom.Desk.ForMe;

/// <summary>
/// Tells by mail who was named with an @, unless they have seen it or want no mail. The mail says by whom and where, and leads to the desk; what was written
/// stays there.
/// </summary>
public sealed class MentionSender(Store store, MailServer server, PublicAddress address, Bell bell, TimeProvider clock, ILogger<MentionSender> log) : BackgroundService
{
    private const int AtOnce = 20;
    private static readonly TimeSpan Again = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Settling = TimeSpan.FromMilliseconds(200);

    /// <summary>Sends what is due now, and returns how many mails went out.</summary>
    public async Task<int> SendDueAsync(CancellationToken cancel)
    {
        var sent = 0;
        if (!server.IsOpen)
            return sent;
        var masthead = address.On(await store.MastheadAsync(cancel).ConfigureAwait(false));
        while (await store.TakeMentionMailsAsync(AtOnce, clock.GetUtcNow() + Again, cancel).ConfigureAwait(false) is { Count: > 0 } due)
        {
            foreach (var mail in due)
            {
                try
                {
                    using var message = Of(mail, masthead);
                    await server.SendAsync(message, cancel).ConfigureAwait(false);
                    await store.MentionMailedAsync(mail.Mention.Id, cancel).ConfigureAwait(false);
                    sent++;
                }
                catch (MailRefusedException fault)
                {
                    log.LogWarning("A mail to {Person} could not be sent: {Fault}", mail.To.Name, fault.Message);
                    if (fault.Blame is MailBlame.Address)
                        await store.MentionMailedAsync(mail.Mention.Id, cancel).ConfigureAwait(false);
                    if (fault.Blame is MailBlame.Server)
                        return sent; // the others wait for their next time, too
                }
            }
        }

        return sent;
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var ring = new NextRing(bell, static ring => ring.Kind is RingKind.Notice);
        await ring.KeepLookingAsync(
            async cancel =>
            {
                try
                {
                    await SendDueAsync(cancel).ConfigureAwait(false);
                }
                catch (StoreException fault)
                {
                    log.LogWarning("Mails about mentions wait: {Reason}", fault.Message);
                }

                return Longest;
            },
            Settling, clock, stoppingToken).ConfigureAwait(false);
    }

    private MimeMessage Of(MentionMail mail, Masthead masthead)
    {
        var (mention, story) = (mail.Mention, mail.Slugline.Length > 0 ? mail.Slugline : "a story");
        var message = new MimeMessage { Subject = $"{mention.By} has named you: {story}" };
        message.From.Add(new MailboxAddress(masthead.Name, server.From));
        message.To.Add(new MailboxAddress(mail.To.Name, mail.To.Email));
        message.Body = new TextPart("plain")
        {
            Text = $"{mention.By} has named you in {(mention.Comment > 0 ? "a comment on" : "the note to the desk of")} {story}.\n\n{masthead.Address}/desk/for-me/{mention.Id}\n\nNo more of these mails: {masthead.Address}/desk/me, under Notices.\n",
        };
        return message;
    }
}
