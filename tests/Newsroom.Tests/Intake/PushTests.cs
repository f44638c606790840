using System.Globalization;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Wireroom.Newsroom.Intake.Sources;
using Wireroom.Storage;

namespace Wireroom.Newsroom.Tests.Intake;

/// <summary>Senders who do not behave, by their bare connections.</summary>
public sealed class PushTests
{
    private const string Key = "a key for the push";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_a_sender_has_sent_whole_is_taken_though_he_hangs_up()
    {
        await using var newsroom = await StartAsync();
        var body = Encoding.UTF8.GetBytes(Wires.Rss(Wires.RssItem("1", "Dam holds", "It holds.")));
        // Nobody can see from outside when the whole body has been read; each try gives it longer.
        for (var tries = 1; tries <= 10 && (await newsroom.Store.ArrivalsAsync("push", 10, Cancel)).Count == 0; tries++)
        {
            var (held, letGo) = (new TaskCompletionSource(), new TaskCompletionSource());
            var holding = newsroom.Store.InOneGoAsync(
                async _ =>
                {
                    held.SetResult();
                    await letGo.Task;
                },
                Cancel);
            await held.Task;
            using (var sender = await ConnectAsync(newsroom))
            {
                await sender.SendAsync(Head("/intake/push", $"Authorization: Bearer {Key}", body.Length));
                await sender.SendAsync(body, Cancel);
                await Task.Delay(200 * tries, Cancel); // it waits for the writer's turn
                sender.LingerState = new LingerOption(enable: true, seconds: 0); // hangs up at once, and hard
            }

            await Task.Delay(200, Cancel);
            letGo.SetResult();
            await holding;
            await Task.Delay(200, Cancel);
        }

        for (var tries = 0; tries < 200 && (await newsroom.Store.QueueAsync(new QueueFilter(), 10, Cancel)).Count == 0; tries++)
            await Task.Delay(50, Cancel);
        Assert.Equal("Dam holds", Assert.Single(await newsroom.Store.QueueAsync(new QueueFilter(), 10, Cancel)).Headline);
    }

    [Theory]
    [InlineData("/intake/nobody", "X-Hub-Signature-256: sha256=00", 401)]
    [InlineData("/intake/push", "X-Nothing: 1", 401)]
    [InlineData("/intake/websub/0123456789abcdef", "X-Nothing: 1", 202)]
    [InlineData("/intake/websub/nobody", "X-Hub-Signature-256: sha256=00", 410)]
    public async Task Who_is_unknown_or_signs_nothing_is_answered_before_he_has_sent_a_body(string address, string head, int status)
    {
        await using var newsroom = await StartAsync();
        using var sender = await ConnectAsync(newsroom);
        await sender.SendAsync(Head(address, head, 1_000_000));
        using var answer = new StreamReader(new NetworkStream(sender));
        Assert.StartsWith(string.Create(CultureInfo.InvariantCulture, $"HTTP/1.1 {status} "), await answer.ReadLineAsync(Cancel), StringComparison.Ordinal);
    }

    private static async Task<RunningNewsroom> StartAsync()
    {
        var newsroom = await RunningNewsroom.StartAsync();
        var secret = newsroom.Services.GetRequiredService<Secrets>().Seal(new SourceLogin(Key: Key))!;
        await newsroom.Store.SaveSourceAsync(new Source { Slug = "push", Name = "Push", Kind = SourceKind.Push, Section = "world", Secret = secret }, Cancel);
        await newsroom.Store.SaveSubscriptionAsync(
            new HubSubscription("push", "https://hub.example/", "https://adria.example/feed", "0123456789abcdef", secret, DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch), Cancel);
        return newsroom;
    }

    private static byte[] Head(string address, string head, int length) => Encoding.ASCII.GetBytes(
        string.Create(CultureInfo.InvariantCulture, $"POST {address} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/rss+xml\r\nContent-Length: {length}\r\n{head}\r\n\r\n"));

    private static async Task<Socket> ConnectAsync(RunningNewsroom newsroom)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(newsroom.Address.Host, newsroom.Address.Port, Cancel);
        return socket;
    }
}
