using System.Net;
using System.Net.Sockets;

namespace Wireroom.Newsroom.Intake.Feeds;

/// <summary>
/// The one way out to the web. The address is checked when the connection is made, after the name was looked up, so that neither a redirect nor a name that
/// changes its meaning in between leads to the inner network.
/// </summary>
public sealed class GuardedHttp : IDisposable
{
    private readonly Outgoing outgoing;
    private readonly HttpClient client;

    /// <param name="allowInner">True where the operator lets sources lie on the inner network.</param>
    public GuardedHttp(bool allowInner)
        : this(new Outgoing(allowInner))
    {
    }

    /// <param name="outgoing">Where requests may go.</param>
    public GuardedHttp(Outgoing outgoing)
    {
        this.outgoing = outgoing;
        client = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.All,
            ConnectCallback = ConnectAsync,
            ConnectTimeout = TimeSpan.FromSeconds(15),
            MaxConnectionsPerServer = 2,
            MaxResponseHeadersLength = 32,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            UseCookies = false,
            UseProxy = false,
        })
        {
            Timeout = Timeout.InfiniteTimeSpan, // each request brings its own
        };
        client.DefaultRequestHeaders.UserAgent.ParseAdd("Wireroom/0.1");
    }

    /// <summary>Sends a request and returns when the answer's head is there; no redirect is followed.</summary>
    /// <exception cref="HttpRequestException">No connection, or one to the inner network.</exception>
    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancel) =>
        client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel);

    /// <inheritdoc/>
    public void Dispose() => client.Dispose();

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancel)
    {
        var open = await outgoing.AddressesAsync(context.DnsEndPoint.Host, cancel).ConfigureAwait(false);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(open, context.DnsEndPoint.Port, cancel).ConfigureAwait(false);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
