using System.Collections.Concurrent;
using Wireroom.Storage;

namespace Wireroom.Newsroom.Intake.Feeds;

/// <summary>Polls every feed when its time has come: some at once, one at a time from each host.</summary>
internal sealed class FeedPoller(Store store, PollFeed poll, TimeProvider clock, ILogger<FeedPoller> log) : BackgroundService
{
    private const int AtOnce = 8;
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<string, bool> busyHosts = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<string, Task> underWay = new();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var said = "";
        while (true)
        {
            try
            {
                await LookAsync(stoppingToken).ConfigureAwait(false);
            }
            catch (StoreException fault)
            {
                if (fault.Message != said) // once, not at every look
                    log.LogError("Feeds are not polled: {Fault}", fault.Message);
                said = fault.Message;
            }

            await Task.Delay(LookEvery, clock, stoppingToken).ConfigureAwait(false);
        }
    }

    private async Task LookAsync(CancellationToken cancel)
    {
        foreach (var source in await store.SourcesAsync(cancel).ConfigureAwait(false))
        {
            if (source is not { Kind: SourceKind.Feed, Paused: false } || underWay.Count >= AtOnce || underWay.ContainsKey(source.Slug))
                continue;
            var state = await store.PollStateAsync(source.Slug, cancel).ConfigureAwait(false);
            var host = Uri.TryCreate(source.Address, UriKind.Absolute, out var uri) ? uri.Host : "";
            if (state.NextAt > clock.GetUtcNow() || !busyHosts.TryAdd(host, true))
                continue;
            underWay[source.Slug] = Task.Run(() => PollAsync(source, host, cancel), cancel);
        }
    }

    private async Task PollAsync(Source source, string host, CancellationToken cancel)
    {
        try
        {
            await poll.PollAsync(source, cancel).ConfigureAwait(false);
        }
        catch (StoreException fault)
        {
            log.LogError("{Source}: {Fault}", source.Slug, fault.Message);
        }
        catch (OperationCanceledException)
        {
            // Stopping.
        }
        finally
        {
            busyHosts.TryRemove(host, out _);
            underWay.TryRemove(source.Slug, out _);
        }
    }
}
