using System.Buffers;
using System.Net;
using System.Threading.Channels;
using MimeKit;
using SmtpServer;
using SmtpServer.ComponentModel;
using SmtpServer.Mail;
using SmtpServer.Protocol;
using SmtpServer.Storage;

namespace Wireroom.Newsroom.Tests;

/// <summary>A real mail server on this machine that keeps what it is given, and refuses addresses at nowhere.example for good and those at busy.example for now.</summary>
internal sealed class PostOffice : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly Channel<MimeMessage> mails = Channel.CreateUnbounded<MimeMessage>();
    private readonly CancellationTokenSource closing = new();
    private readonly Task serving;

    /// <param name="needsSignIn">True where it takes mail from nobody who has not signed in, and lets nobody sign in without a safe line.</param>
    public PostOffice(bool needsSignIn = false)
    {
        Port = Loopback.FreePort();
        var provider = new ServiceProvider();
        provider.Add(new Letterbox(mails.Writer));
        provider.Add((IMailboxFilterFactory)new Doorman(this));
        var options = new SmtpServerOptionsBuilder().ServerName("post.example").Endpoint(endpoint => endpoint.Endpoint(new IPEndPoint(IPAddress.Loopback, Port)).AuthenticationRequired(needsSignIn)).Build();
        serving = new SmtpServer.SmtpServer(options, provider).StartAsync(closing.Token);
    }

    public int Port { get; }

    /// <summary>True while it takes no mail from anybody.</summary>
    public bool IsShut { get; set; }

    /// <summary>Mails that somebody began to send.</summary>
    public int Begun { get; private set; }

    /// <summary>The next mail that comes.</summary>
    public async Task<MimeMessage> NextAsync()
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        over.CancelAfter(Patience);
        return await mails.Reader.ReadAsync(over.Token);
    }

    /// <summary>A mail that has come and was not taken yet, or null.</summary>
    public MimeMessage? Waiting() => mails.Reader.TryRead(out var mail) ? mail : null;

    /// <summary>The server goes down.</summary>
    public async Task CloseAsync()
    {
        await closing.CancelAsync();
        await serving.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        closing.Dispose();
    }

    private sealed class Letterbox(ChannelWriter<MimeMessage> mails) : MessageStore
    {
        public override async Task<SmtpResponse> SaveAsync(ISessionContext context, IMessageTransaction transaction, ReadOnlySequence<byte> buffer, CancellationToken cancellationToken)
        {
            using var bytes = new MemoryStream(buffer.ToArray());
            await mails.WriteAsync(await MimeMessage.LoadAsync(bytes, cancellationToken), cancellationToken);
            return SmtpResponse.Ok;
        }
    }

    private sealed class Doorman(PostOffice office) : MailboxFilter, IMailboxFilterFactory
    {
        public IMailboxFilter CreateInstance(ISessionContext context) => this;

        public override Task<bool> CanAcceptFromAsync(ISessionContext context, IMailbox from, int size, CancellationToken cancellationToken)
        {
            office.Begun++;
            return office.IsShut ? throw new SmtpResponseException(new SmtpResponse((SmtpReplyCode)451, "No room.")) : Task.FromResult(true);
        }

        public override Task<bool> CanDeliverToAsync(ISessionContext context, IMailbox to, IMailbox from, CancellationToken cancellationToken) =>
            to.Host == "busy.example" ? throw new SmtpResponseException(new SmtpResponse((SmtpReplyCode)450, "Come again.")) : Task.FromResult(to.Host != "nowhere.example");
    }
}
