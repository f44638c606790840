using MimeKit;
using Wireroom.Newsroom.Paper.Letters;

namespace Wireroom.Newsroom.Intake.Sources;

/// <summary>Who is told of alarms by mail.</summary>
/// <param name="To">Their addresses.</param>
public sealed record AlarmMailOptions(IReadOnlyList<string> To);

/// <summary>Sends alarms by mail. A mail that cannot be sent is no reason to stop: the desk has been told already.</summary>
public sealed class AlarmMail(AlarmMailOptions options, MailServer server, ILogger<AlarmMail> log)
{
    /// <summary>Sends a mail of one sentence, where a server is set.</summary>
    public async Task SendAsync(string subject, string words, CancellationToken cancel)
    {
        if (!server.IsOpen || options.To.Count == 0)
            return;
        using var mail = new MimeMessage { Subject = subject, Body = new TextPart("plain") { Text = words + "\n" } };
        mail.From.Add(MailboxAddress.Parse(server.From));
        mail.To.AddRange(options.To.Select(MailboxAddress.Parse));
        try
        {
            await server.SendAsync(mail, cancel).ConfigureAwait(false);
        }
        catch (MailRefusedException fault)
        {
            log.LogError("An alarm could not be sent by mail: {Fault}", fault.Message);
        }
    }
}
