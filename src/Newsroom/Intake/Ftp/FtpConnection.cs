using System.Globalization;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Text;
using Wireroom.Newsroom.Intake.Feeds;
using Wireroom.Newsroom.Intake.Sources;

namespace Wireroom.Newsroom.Intake.Ftp;

/// <summary>
/// A connection to an FTP server (RFC 959), in the open or under TLS (RFC 4217): just what it takes to list a folder and read files in passive mode. Every
/// answer, listing and file is bounded in size, every step in time. Data is fetched from the very machine that the commands go to, whatever it answers to PASV.
/// </summary>
internal sealed class FtpConnection : IAsyncDisposable
{
    private const int LongestLine = 8 * 1024;
    private const int MostLines = 200;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly TimeProvider clock;
    private readonly ServerTrust trust;
    private readonly string host;
    private readonly bool isTls;
    private readonly byte[] buffer = new byte[4096];
    private IPAddress address = IPAddress.None;
    private Stream control = Stream.Null;
    private int at;
    private int filled;
    private bool extendedPassive = true;
    private Encoding names = Encoding.Latin1;

    private FtpConnection(Uri server, ServerTrust trust, TimeProvider clock) => (host, isTls, this.trust, this.clock) = (server.Host, server.Scheme is "ftps" or "ftpes", trust, clock);

    /// <summary>The letters of the server's extensions (RFC 2389).</summary>
    public HashSet<string> Features { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// Connects and logs in. <c>ftp:</c> is in the open, <c>ftpes:</c> asks for TLS before the login and refuses to go on without, <c>ftps:</c> begins with TLS.
    /// </summary>
    /// <exception cref="FtpException">The server refused.</exception>
    public static async Task<FtpConnection> OpenAsync(Uri server, SourceLogin login, Outgoing outgoing, TimeProvider clock, CancellationToken cancel)
    {
        var connection = new FtpConnection(server, new ServerTrust(login.Key), clock);
        try
        {
            await connection.InTimeAsync(time => connection.LogInAsync(server, login, outgoing, time), cancel).ConfigureAwait(false);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Sends a command and expects an answer of those first digits.</summary>
    public async Task<FtpReply> AskAsync(string command, string argument, string expected, CancellationToken cancel)
    {
        var reply = default(FtpReply);
        await InTimeAsync(async time => reply = await SendAsync(command, argument, time).ConfigureAwait(false), cancel).ConfigureAwait(false);
        return expected.Contains(reply!.Kind, StringComparison.Ordinal) ? reply : throw Refused(command, reply);
    }

    /// <summary>Sends a command whose answer is data, and appends the data to a stream, up to so many bytes.</summary>
    public async Task ReadAsync(string command, string argument, long offset, Stream into, long most, CancellationToken cancel)
    {
        Stream stream = new NetworkStream(await ConnectDataAsync(cancel).ConfigureAwait(false), ownsSocket: true);
        try
        {
            stream = await TransferAsync(stream, command, argument, offset, into, most, cancel).ConfigureAwait(false);
        }
        finally
        {
            // Before the last answer: some servers wait for that.
            await stream.DisposeAsync().ConfigureAwait(false);
        }

        await InTimeAsync(
            async time =>
            {
                if (await ReplyAsync(time).ConfigureAwait(false) is { Kind: not '2' } broken)
                    throw new IOException($"The server broke off: {broken.Text}"); // what has come is kept, and read on
            },
            cancel).ConfigureAwait(false);
    }

    private async Task<Stream> TransferAsync(Stream stream, string command, string argument, long offset, Stream into, long most, CancellationToken cancel)
    {
        // RFC 3659 section 5: where the file is read on from.
        if (offset > 0)
            await AskAsync("REST", offset.ToString(CultureInfo.InvariantCulture), "3", cancel).ConfigureAwait(false);
        await AskAsync(command, argument, "1", cancel).ConfigureAwait(false);
        if (isTls)
            stream = await SecureAsync(stream, cancel).ConfigureAwait(false);
        var piece = new byte[64 * 1024];
        for (long read = 0; ;)
        {
            var count = 0;
            await InTimeAsync(async time => count = await stream.ReadAsync(piece, time).ConfigureAwait(false), cancel).ConfigureAwait(false);
            if (count == 0)
                return stream;
            read += count;
            if (read > most)
                throw new FtpException($"The server sends more than {most / 1024} KB for {command}, and it was not read on.");
            into.Write(piece, 0, count);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await control.DisposeAsync().ConfigureAwait(false);

    /// <summary>The letters in which the server writes names.</summary>
    public Encoding Names => names;

    private static FtpException Refused(string command, FtpReply reply) =>
        new($"The server answered {reply.Code} to {command}: {reply.Text}");

    private async Task LogInAsync(Uri server, SourceLogin login, Outgoing outgoing, CancellationToken cancel)
    {
        var addresses = await outgoing.AddressesAsync(server.Host, cancel).ConfigureAwait(false);
        var port = server.Port > 0 ? server.Port : server.Scheme == "ftps" ? 990 : 21;
        control = new NetworkStream(await ConnectAsync(addresses, port, cancel).ConfigureAwait(false), ownsSocket: true);
        if (server.Scheme == "ftps")
            control = await SecureAsync(control, cancel).ConfigureAwait(false);
        if (await ReplyAsync(cancel).ConfigureAwait(false) is { Kind: not '2' } refused)
            throw Refused("the connection", refused);
        if (server.Scheme == "ftpes")
        {
            await ExpectAsync("AUTH", "TLS", "2", cancel).ConfigureAwait(false);
            (at, filled) = (0, 0); // what came before the handshake was not under TLS and counts for nothing
            control = await SecureAsync(control, cancel).ConfigureAwait(false);
        }

        var asked = await ExpectAsync("USER", login.User.Length > 0 ? login.User : "anonymous", "23", cancel).ConfigureAwait(false);
        if (asked.Kind == '3')
            await ExpectAsync("PASS", login.User.Length > 0 ? login.Password : "wireroom@", "2", cancel).ConfigureAwait(false);
        if (isTls)
        {
            // RFC 4217 section 9.
            await ExpectAsync("PBSZ", "0", "2", cancel).ConfigureAwait(false);
            await ExpectAsync("PROT", "P", "2", cancel).ConfigureAwait(false);
        }

        if (await SendAsync("FEAT", "", cancel).ConfigureAwait(false) is { Kind: '2' } features)
            Features.UnionWith(features.Lines.Select(line => line.Trim().Split(' ')[0]));
        if (Features.Contains("UTF8"))
        {
            names = new UTF8Encoding(false);
            await SendAsync("OPTS", "UTF8 ON", cancel).ConfigureAwait(false); // older servers want it said; newer ones may refuse
        }

        await ExpectAsync("TYPE", "I", "2", cancel).ConfigureAwait(false);
    }

    private async Task<FtpReply> ExpectAsync(string command, string argument, string expected, CancellationToken cancel)
    {
        var reply = await SendAsync(command, argument, cancel).ConfigureAwait(false);
        return expected.Contains(reply.Kind, StringComparison.Ordinal) ? reply : throw Refused(command, reply);
    }

    private async Task<FtpReply> SendAsync(string command, string argument, CancellationToken cancel)
    {
        if (argument.AsSpan().IndexOfAny('\r', '\n', '\0') >= 0)
            throw new FtpException("A name holds a line break and cannot be sent to an FTP server.");
        await control.WriteAsync(names.GetBytes(argument.Length > 0 ? $"{command} {argument}\r\n" : $"{command}\r\n"), cancel).ConfigureAwait(false);
        await control.FlushAsync(cancel).ConfigureAwait(false);
        return await ReplyAsync(cancel).ConfigureAwait(false);
    }

    /// <summary>RFC 959 section 4.2: one line, or from "123-" to the line that begins with "123 ".</summary>
    private async Task<FtpReply> ReplyAsync(CancellationToken cancel)
    {
        var first = await LineAsync(cancel).ConfigureAwait(false);
        if (first.Length < 3 || !first.AsSpan(0, 3).ContainsAnyInRange('0', '9') || first[0] is < '1' or > '5')
            throw new FtpException("What answers there is no FTP server.");
        var lines = new List<string> { first };
        if (first.Length > 3 && first[3] == '-')
        {
            for (var end = first[..3] + " "; !lines[^1].StartsWith(end, StringComparison.Ordinal);)
            {
                if (lines.Count > MostLines)
                    throw new FtpException("The server's answer does not end.");
                lines.Add(await LineAsync(cancel).ConfigureAwait(false));
            }
        }

        return new FtpReply(first[..3], lines[^1].Length > 4 ? lines[^1][4..] : "", lines);
    }

    private async Task<string> LineAsync(CancellationToken cancel)
    {
        using var line = new MemoryStream();
        while (true)
        {
            if (at == filled)
            {
                (at, filled) = (0, await control.ReadAsync(buffer, cancel).ConfigureAwait(false));
                if (filled == 0)
                    throw new IOException("The server closed the connection.");
            }

            var letter = buffer[at++];
            if (letter == '\n')
                return names.GetString(line.ToArray()).TrimEnd('\r');
            line.WriteByte(letter);
            if (line.Length > LongestLine)
                throw new FtpException("The server's answer has a line without an end.");
        }
    }

    /// <summary>Opens the connection for data: EPSV (RFC 2428), or PASV for servers that do not know it.</summary>
    private async Task<Socket> ConnectDataAsync(CancellationToken cancel)
    {
        var port = 0;
        if (extendedPassive)
        {
            var reply = default(FtpReply);
            await InTimeAsync(async time => reply = await SendAsync("EPSV", "", time).ConfigureAwait(false), cancel).ConfigureAwait(false);
            extendedPassive = reply!.Kind == '2';
            port = extendedPassive ? ExtendedPort(reply.Text) : 0;
        }

        if (port == 0)
            port = PassivePort((await AskAsync("PASV", "", "2", cancel).ConfigureAwait(false)).Text);
        var socket = default(Socket);
        await InTimeAsync(async time => socket = await ConnectAsync([address], port, time).ConfigureAwait(false), cancel).ConfigureAwait(false);
        return socket!;
    }

    // "Entering Extended Passive Mode (|||6446|)"
    private static int ExtendedPort(string text) =>
        text.Split('|') is [_, _, _, var port, ..] && int.TryParse(port, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and < 65536
            ? number
            : throw new FtpException($"The server's answer to EPSV names no port: {text}");

    // "Entering Passive Mode (127,0,0,1,25,46)": its address is not asked, a server behind a router knows it wrongly and an evil one names another's.
    private static int PassivePort(string text)
    {
        var numbers = text.Split(',', '(', ')').Select(part => byte.TryParse(part.Trim(' ', '.'), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1).Where(number => number >= 0).ToList();
        return numbers is [.., var high, var low] && numbers.Count >= 6 ? (high * 256) + low : throw new FtpException($"The server's answer to PASV names no port: {text}");
    }

    private async Task<Socket> ConnectAsync(IPAddress[] addresses, int port, CancellationToken cancel)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, port, cancel).ConfigureAwait(false);
            address = ((IPEndPoint)socket.RemoteEndPoint!).Address;
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private async Task<Stream> SecureAsync(Stream plain, CancellationToken cancel)
    {
        var secure = new SslStream(plain, leaveInnerStreamOpen: false);
        try
        {
            // The same options each time: servers want the data's session to be resumed from that of the commands. Sessions are kept by the server's name, so
            // that one given by its address is given a name; its certificate is then one that the operator has given.
            await InTimeAsync(
                time => secure.AuthenticateAsClientAsync(new SslClientAuthenticationOptions { TargetHost = IPAddress.TryParse(host, out _) ? "address.invalid" : host, RemoteCertificateValidationCallback = trust.Decide }, time), cancel).ConfigureAwait(false);
            return secure;
        }
        catch (Exception fault)
        {
            await secure.DisposeAsync().ConfigureAwait(false);
            if (trust.WhyNot is { } why)
                throw new FtpException(why);
            if (fault is System.Security.Authentication.AuthenticationException)
                throw new FtpException($"TLS could not be agreed on with the server: {fault.InnerException?.Message ?? fault.Message}");
            throw;
        }
    }

    private async Task InTimeAsync(Func<CancellationToken, Task> work, CancellationToken cancel)
    {
        using var time = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(time.Token, cancel);
        try
        {
            await work(either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            throw new IOException($"The server gave no answer within {Patience.TotalSeconds:0} seconds.");
        }
    }
}

/// <summary>A server's answer: its code, the text of its last line, and all its lines.</summary>
internal sealed record FtpReply(string Code, string Text, IReadOnlyList<string> Lines)
{
    /// <summary>The first digit, which says how it went.</summary>
    public char Kind => Code[0];
}
