using System.Globalization;
using System.Net.Sockets;
using MailKit;
using MailKit.Net.Imap;
using MailKit.Security;
using Wireroom.Newsroom.Intake.Feeds;
using Wireroom.Newsroom.Intake.Remote;
using Wireroom.Newsroom.Intake.Sources;
using Wireroom.Storage;
using MailQuery = MailKit.Search.SearchQuery;

namespace Wireroom.Newsroom.Intake.Imap;

/// <summary>
/// Takes the messages of a mailbox's folder, each once: what has been taken is told by the folder's UIDVALIDITY and the highest UID (RFC 3501 section 2.3.1.1),
/// whatever other programs mark or delete there. Where the server can, it is listened to (IDLE, RFC 2177), and a message is here as soon as it is there.
/// </summary>
public sealed class ReadMailbox(Store store, Arrive arrive, Outgoing outgoing, Secrets secrets, TimeProvider clock)
{
    private const int MostAtOnce = 500;
    private const int MostTries = 3;
    private const string ToBeMarked = ":unmarked";
    private static readonly TimeSpan BetweenTries = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>RFC 2177: a client begins anew at least every 29 minutes; routers forget a silent connection sooner.</summary>
    private static readonly TimeSpan LongestIdle = TimeSpan.FromMinutes(9);

    /// <summary>
    /// Takes what is there, says so to <paramref name="looked"/> with the number of messages that brought something and what was wrong with one of them, and where
    /// the server can be listened to stays until <paramref name="leave"/>. Returns what went wrong in a sentence, or null.
    /// </summary>
    public async Task<string?> ListenAsync(Source source, Func<int, string?, Task> looked, CancellationToken leave, CancellationToken cancel)
    {
        try
        {
            using var client = await OpenAsync(source, cancel).ConfigureAwait(false);
            var (folder, path) = await FolderAsync(client, source, cancel).ConfigureAwait(false);
            await folder.OpenAsync(source.AfterTaking.Length > 0 ? FolderAccess.ReadWrite : FolderAccess.ReadOnly, cancel).ConfigureAwait(false);
            await MarkLeftOverAsync(client, folder, path, source, cancel).ConfigureAwait(false);
            var came = new SemaphoreSlim(0);
            folder.CountChanged += (_, _) => came.Release();
            while (true)
            {
                while (came.Wait(0, CancellationToken.None))
                {
                    // What came until now is seen by the next look.
                }

                var (brought, complaint) = await TakeAsync(client, folder, path, source, cancel).ConfigureAwait(false);
                await looked(brought, complaint).ConfigureAwait(false);
                if (!client.Capabilities.HasFlag(ImapCapabilities.Idle) || leave.IsCancellationRequested)
                    break;
                if (came.CurrentCount > 0)
                    continue;
                await IdleAsync(client, folder, came, leave, cancel).ConfigureAwait(false);
                if (leave.IsCancellationRequested)
                    break;
            }

            await client.DisconnectAsync(quit: true, cancel).ConfigureAwait(false);
            return null;
        }
        catch (Exception fault) when (IsFault(fault) && !cancel.IsCancellationRequested)
        {
            return Words(fault);
        }
    }

    /// <summary>The newest message, for a trial; nothing is marked.</summary>
    public async Task<RemotePeek> PeekAsync(Source source, CancellationToken cancel)
    {
        try
        {
            using var client = await OpenAsync(source, cancel).ConfigureAwait(false);
            var (folder, path) = await FolderAsync(client, source, cancel).ConfigureAwait(false);
            await folder.OpenAsync(FolderAccess.ReadOnly, cancel).ConfigureAwait(false);
            if (folder.Count == 0)
                return new RemotePeek(null, "", $"The folder {path} can be read; no message lies in it yet.");
            var newest = (await folder.FetchAsync(folder.Count - 1, folder.Count - 1, MessageSummaryItems.UniqueId, cancel).ConfigureAwait(false))[0].UniqueId;
            return new RemotePeek(
                await BytesAsync(folder, newest, cancel).ConfigureAwait(false), Name(path, newest), $"{(folder.Count == 1 ? "1 message lies" : $"{folder.Count} messages lie")} in {path}; the newest:");
        }
        catch (Exception fault) when (IsFault(fault) && !cancel.IsCancellationRequested)
        {
            return new RemotePeek(null, "", "", Words(fault));
        }
    }

    private static bool IsFault(Exception fault) => fault is IOException or SocketException or ProtocolException or CommandException or MailKit.Security.AuthenticationException or SslHandshakeException
        or FolderNotFoundException or ServiceNotConnectedException or HttpRequestException or SecretLostException or ArgumentException or TimeoutException or OperationCanceledException;

    private static string Words(Exception fault) => fault switch
    {
        MailKit.Security.AuthenticationException => "The mail server refused the user name or the password.",
        OperationCanceledException or TimeoutException => $"The mail server gave no answer within {Patience.TotalSeconds:0} seconds.",
        FolderNotFoundException missing => $"There is no folder \"{missing.FolderName}\" in the mailbox.",
        _ => fault.Message,
    };

    private static string Name(string path, UniqueId uid) => string.Create(CultureInfo.InvariantCulture, $"{path} {uid.Id}");

    private async Task<ImapClient> OpenAsync(Source source, CancellationToken cancel)
    {
        if (!Uri.TryCreate(source.Address, UriKind.Absolute, out var address) || address.Scheme is not ("imap" or "imaps"))
            throw new ArgumentException($"\"{source.Address}\" is no address of a mailbox.");
        var login = secrets.Open(source.Secret);
        var trust = new ServerTrust(login.Key);
        var isTls = address.Scheme == "imaps";
        var port = address.Port > 0 ? address.Port : isTls ? 993 : 143;
        using var time = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(time.Token, cancel);
        var client = new ImapClient { Timeout = (int)Patience.TotalMilliseconds, ServerCertificateValidationCallback = trust.Decide };
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(await outgoing.AddressesAsync(address.Host, either.Token).ConfigureAwait(false), port, either.Token).ConfigureAwait(false);
            await client.ConnectAsync(socket, address.Host, port, isTls ? SecureSocketOptions.SslOnConnect : SecureSocketOptions.StartTlsWhenAvailable, either.Token).ConfigureAwait(false);
            await client.AuthenticateAsync(login.User, login.Password, either.Token).ConfigureAwait(false);
            return client;
        }
        catch (Exception fault)
        {
            client.Dispose();
            socket.Dispose();
            if (trust.WhyNot is { } why)
                throw new IOException(why, fault);
            throw;
        }
    }

    private static async Task<(IMailFolder Folder, string Path)> FolderAsync(ImapClient client, Source source, CancellationToken cancel)
    {
        var path = Uri.UnescapeDataString(new Uri(source.Address).AbsolutePath).Trim('/');
        return path.Length == 0 || path.Equals("INBOX", StringComparison.OrdinalIgnoreCase)
            ? (client.Inbox, "INBOX")
            : (await client.GetFolderAsync(path, cancel).ConfigureAwait(false), path);
    }

    /// <summary>Takes what came after the last message that was taken. A message that the server will not give is left out, and keeps no newer one back.</summary>
    private async Task<(int Brought, string? Complaint)> TakeAsync(ImapClient client, IMailFolder folder, string path, Source source, CancellationToken cancel)
    {
        var brought = 0;
        string? complaint = null;
        while (true)
        {
            var last = Last((await store.TakenFilesAsync(source.Slug, cancel).ConfigureAwait(false)).GetValueOrDefault(path), folder.UidValidity);
            // "n:*" always names the last message, though its UID be lower: RFC 3501 section 6.4.8.
            var range = new UniqueIdRange(folder.UidValidity, last + 1, uint.MaxValue);
            var found = (await folder.SearchAsync(MailQuery.Uids(range), cancel).ConfigureAwait(false)).Where(uid => uid.Id > last).OrderBy(uid => uid.Id).Take(MostAtOnce).ToList();
            if (found.Count == 0)
                return (brought, complaint);
            foreach (var message in (await folder.FetchAsync(found, MessageSummaryItems.UniqueId | MessageSummaryItems.Size | MessageSummaryItems.InternalDate, cancel).ConfigureAwait(false)).OrderBy(message => message.UniqueId.Id))
            {
                var (isNews, wrong) = await TakeAsync(folder, path, source, message, cancel).ConfigureAwait(false);
                brought += isNews ? 1 : 0;
                // First remembered, then marked: a mailbox in which nothing may be marked would bring the same message for ever. Where the program stops before
                // this, the message is taken once more and is a repeat; where it stops between the two, it is marked when the mailbox is opened again.
                await RememberAsync(source, path, folder, message.UniqueId, cancel, isToBeMarked: wrong is null && source.AfterTaking.Length > 0).ConfigureAwait(false);
                complaint = wrong ?? await MarkAsync(client, folder, path, source, message.UniqueId, cancel).ConfigureAwait(false) ?? complaint;
            }

            // What the fetch left out has been deleted since the search.
            await RememberAsync(source, path, folder, found[^1], cancel).ConfigureAwait(false);
        }
    }

    private async Task<(bool IsNews, string? Wrong)> TakeAsync(IMailFolder folder, string path, Source source, IMessageSummary message, CancellationToken cancel)
    {
        if (message.Size > ReadDocument.LargestDocument)
            return (false, $"{Name(path, message.UniqueId)} has {message.Size / 1024 / 1024} MB and was not read.");
        for (var tries = 1; ; tries++)
        {
            try
            {
                var bytes = await BytesAsync(folder, message.UniqueId, cancel).ConfigureAwait(false);
                var report = await arrive.TakeAsync(
                    new Delivery { Source = source.Slug, Name = Name(path, message.UniqueId), Bytes = bytes, MediaType = "message/rfc822", Date = message.InternalDate, DateIsGuessed = true }, cancel).ConfigureAwait(false);
                return (report.BroughtSomething, report.WhyUnreadable is { } why ? $"{Name(path, message.UniqueId)}: {why}" : null);
            }
            catch (MessageNotFoundException)
            {
                return (false, null); // somebody has deleted it
            }
            catch (CommandException) when (tries < MostTries)
            {
                await Task.Delay(BetweenTries, clock, cancel).ConfigureAwait(false);
            }
            catch (CommandException refusal)
            {
                return (false, $"{Name(path, message.UniqueId)} was left out: the server would not give it ({refusal.Message}).");
            }
        }
    }

    /// <summary>Marks the message that was taken last, where the line broke or the program stopped in between.</summary>
    private async Task MarkLeftOverAsync(ImapClient client, IMailFolder folder, string path, Source source, CancellationToken cancel)
    {
        var place = (await store.TakenFilesAsync(source.Slug, cancel).ConfigureAwait(false)).GetValueOrDefault(path);
        if (place?.EndsWith(ToBeMarked, StringComparison.Ordinal) != true || Last(place, folder.UidValidity) is not (> 0 and var last))
            return;
        var message = new UniqueId(folder.UidValidity, last);
        if ((await folder.SearchAsync(MailQuery.Uids([message]), cancel).ConfigureAwait(false)).Count > 0)
            await MarkAsync(client, folder, path, source, message, cancel).ConfigureAwait(false);
        await RememberAsync(source, path, folder, message, cancel).ConfigureAwait(false);
    }

    /// <summary>Does with a message that has been taken what the operator wants done; null, or why it could not be.</summary>
    private static async Task<string?> MarkAsync(ImapClient client, IMailFolder folder, string path, Source source, UniqueId message, CancellationToken cancel)
    {
        try
        {
            if (source.AfterTaking == "seen")
                await folder.AddFlagsAsync(message, MessageFlags.Seen, silent: true, cancel).ConfigureAwait(false);
            else if (source.AfterTaking.StartsWith("move ", StringComparison.Ordinal))
                await folder.MoveToAsync(message, await TargetAsync(client, source.AfterTaking[5..], cancel).ConfigureAwait(false), cancel).ConfigureAwait(false);
            return null;
        }
        catch (Exception refusal) when (refusal is CommandException or FolderNotFoundException or MessageNotFoundException or ArgumentException or InvalidOperationException and not (ServiceNotConnectedException or ServiceNotAuthenticatedException))
        {
            return $"{Name(path, message)} was taken, and the server would not {(source.AfterTaking == "seen" ? "mark it as seen" : source.AfterTaking)}: {refusal.Message}";
        }
    }

    private static async Task<IMailFolder> TargetAsync(ImapClient client, string name, CancellationToken cancel)
    {
        try
        {
            return await client.GetFolderAsync(name, cancel).ConfigureAwait(false);
        }
        catch (FolderNotFoundException)
        {
            return await client.GetFolder(client.PersonalNamespaces[0]).CreateAsync(name, isMessageFolder: true, cancel).ConfigureAwait(false)
                ?? throw new ArgumentException($"The mail server made no folder \"{name}\".");
        }
    }

    private static async Task<byte[]> BytesAsync(IMailFolder folder, UniqueId uid, CancellationToken cancel)
    {
        // The whole message, peeked at: reading it must not mark it. RFC 3501 section 6.4.5.
        var stream = await folder.GetStreamAsync(uid, "", cancel).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            using var bytes = new MemoryStream();
            await stream.CopyToAsync(bytes, cancel).ConfigureAwait(false);
            return bytes.ToArray();
        }
    }

    private async Task IdleAsync(ImapClient client, IMailFolder folder, SemaphoreSlim came, CancellationToken leave, CancellationToken cancel)
    {
        using var time = new CancellationTokenSource(LongestIdle, clock);
        using var done = CancellationTokenSource.CreateLinkedTokenSource(time.Token, leave);
        void Wake(object? sender, EventArgs e) => done.Cancel();
        folder.CountChanged += Wake;
        try
        {
            if (came.CurrentCount == 0)
                await client.IdleAsync(done.Token, cancel).ConfigureAwait(false);
        }
        finally
        {
            folder.CountChanged -= Wake;
        }
    }

    private Task RememberAsync(Source source, string path, IMailFolder folder, UniqueId uid, CancellationToken cancel, bool isToBeMarked = false) =>
        store.RememberTakenFileAsync(source.Slug, path, string.Create(CultureInfo.InvariantCulture, $"{folder.UidValidity}:{uid.Id}{(isToBeMarked ? ToBeMarked : "")}"), cancel);

    /// <summary>The highest UID that was taken; 0 where none was, or where the server has numbered its messages anew.</summary>
    private static uint Last(string? place, uint validity) =>
        place?.Split(':') is [var kept, var uid, ..] && kept == validity.ToString(CultureInfo.InvariantCulture) && uint.TryParse(uid, NumberStyles.None, CultureInfo.InvariantCulture, out var last) ? last : 0;
}
