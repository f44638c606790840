using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace Wireroom.Newsroom.Paper.Letters;

/// <summary>The mail server through which the newsroom's mail goes.</summary>
/// <param name="Server"><c>smtp://</c> (STARTTLS where it is offered) or <c>smtps://</c>, perhaps with a user name; null sends nothing.</param>
/// <param name="Password">The user's password.</param>
/// <param name="From">The sender's address.</param>
public sealed record MailServerOptions(Uri? Server, string Password, string From);

/// <summary>Sends mail through the house's server: alarms, and letters to readers.</summary>
public sealed class MailServer(MailServerOptions options)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>True where a server is set.</summary>
    public bool IsOpen => options.Server is not null;

    /// <summary>The sender's address.</summary>
    public string From => options.From;

    /// <summary>Sends a mail.</summary>
    /// <exception cref="MailRefusedException">It could not be sent; the message says why.</exception>
    public async Task SendAsync(MimeMessage mail, CancellationToken cancel)
    {
        if (options.Server is not { } server)
            throw new MailRefusedException("No mail server is set; start the newsroom with --smtp.");
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
            throw new MailRefusedException($"{server.Host}: {fault.Message}", fault) { IsAddressAtFault = fault is SmtpCommandException { ErrorCode: SmtpErrorCode.RecipientNotAccepted } };
        }
    }
}

/// <summary>A mail could not be sent; the message says why.</summary>
public sealed class MailRefusedException(string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>True where the server takes no mail for that address; otherwise the server or the line is at fault.</summary>
    public bool IsAddressAtFault { get; init; }
}
