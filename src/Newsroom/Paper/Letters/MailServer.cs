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
        catch (Exception fault) when (!(fault is OperationCanceledException && cancel.IsCancellationRequested))
        {
            // Whatever a server does that we do not expect, a letter waits and the newsroom goes on.
            throw new MailRefusedException($"{server.Host}: {fault.Message}", fault) { Blame = BlameOf(fault) };
        }
    }

    /// <summary>RFC 5321 section 4.2.1: an answer of 5xx is for good, one of 4xx for now.</summary>
    private static MailBlame BlameOf(Exception fault) => fault is not SmtpCommandException { ErrorCode: SmtpErrorCode.RecipientNotAccepted } answer ? MailBlame.Server
        : (int)answer.StatusCode >= 500 ? MailBlame.Address
        : MailBlame.AddressForNow;
}

/// <summary>What is to blame where a mail could not be sent.</summary>
public enum MailBlame
{
    /// <summary>The server or the line to it: other mail would not go out either.</summary>
    Server,

    /// <summary>The server takes no mail for that address now, and may later.</summary>
    AddressForNow,

    /// <summary>The server takes no mail for that address.</summary>
    Address,
}

/// <summary>A mail could not be sent; the message says why.</summary>
public sealed class MailRefusedException(string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>What is to blame.</summary>
    public MailBlame Blame { get; init; }
}
