using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace Wireroom.Newsroom.Intake.Sources;

/// <summary>The mail server through which alarms go, and to whom; without a server none are sent.</summary>
/// <param name="Server"><c>smtp://</c> (STARTTLS where it is offered) or <c>smtps://</c>, perhaps with a user name; null sends nothing.</param>
/// <param name="Password">The user's password.</param>
/// <param name="From">The sender's address.</param>
/// <param name="To">Who is told.</param>
public sealed record AlarmMailOptions(Uri? Server, string Password, string From, IReadOnlyList<string> To);

/// <summary>Sends alarms by mail. A mail that cannot be sent is no reason to stop: the desk has been told already.</summary>
public sealed class AlarmMail(AlarmMailOptions options, ILogger<AlarmMail> log)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Sends a mail of one sentence, where a server is set.</summary>
    public async Task SendAsync(string subject, string words, CancellationToken cancel)
    {
        if (options.Server is not { } server || options.To.Count == 0)
            return;
        using var mail = new MimeMessage { Subject = subject, Body = new TextPart("plain") { Text = words + "\n" } };
        mail.From.Add(MailboxAddress.Parse(options.From));
        mail.To.AddRange(options.To.Select(MailboxAddress.Parse));
        try
        {
            using var client = new SmtpClient { Timeout = (int)Patience.TotalMilliseconds };
            var isTls = server.Scheme == "smtps";
            await client.ConnectAsync(server.Host, server.Port > 0 ? server.Port : isTls ? 465 : 25, isTls ? SecureSocketOptions.SslOnConnect : SecureSocketOptions.StartTlsWhenAvailable, cancel).ConfigureAwait(false);
            if (server.UserInfo.Length > 0)
                await client.AuthenticateAsync(Uri.UnescapeDataString(server.UserInfo), options.Password, cancel).ConfigureAwait(false);
            await client.SendAsync(mail, cancel).ConfigureAwait(false);
            await client.DisconnectAsync(quit: true, cancel).ConfigureAwait(false);
        }
        catch (Exception fault) when (fault is IOException or System.Net.Sockets.SocketException or ProtocolException or CommandException or AuthenticationException or SslHandshakeException or TimeoutException)
        {
            log.LogError("An alarm could not be sent by mail through {Server}: {Fault}", server.Host, fault.Message);
        }
    }
}
