using System.Text;
using System.Text.Json;
using Wireroom.Newsroom.Paper;
using Wireroom.Storage;

namespace Wireroom.Newsroom.Outlets.Telling;

/// <summary>
/// Tells a WebSub hub and IndexNow what has gone out, changed or been withdrawn. The bell says when to look; what changed is asked of the store since the last
/// telling that arrived, so that neither a lost ring nor a line that was down loses anything.
/// </summary>
public sealed class TellMachines(ReleasedStore released, ToldMachines told, PublicAddress address, OutletsLine line, Bell bell, TimeProvider clock, ILogger<TellMachines> log) : BackgroundService
{
    private const string Hub = "hub";
    private const string IndexNow = "indexnow";
    private const int Most = 200;
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    private readonly Dictionary<string, (int Failures, DateTimeOffset NotBefore)> waits = [];

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var ring = NextRing.OfReaders(bell);
        await ring.KeepLookingAsync(
            async cancel =>
            {
                await LookAsync(cancel).ConfigureAwait(false);
                return Longest;
            },
            Settling, clock, stoppingToken).ConfigureAwait(false);
    }

    private async Task LookAsync(CancellationToken cancel)
    {
        try
        {
            var masthead = address.On(await released.MastheadAsync(cancel).ConfigureAwait(false));
            await TellAsync(Hub, masthead.Hub, (to, changes) => HubRequest(to, masthead, changes), cancel).ConfigureAwait(false);
            await TellAsync(IndexNow, masthead.IndexNow, (to, changes) => IndexNowRequest(to, masthead, changes), cancel).ConfigureAwait(false);
        }
        catch (StoreException fault)
        {
            log.LogWarning("Machines elsewhere are told later: {Reason}", fault.Message);
        }
    }

    private async Task TellAsync(string machine, string to, Func<Uri, IReadOnlyList<ReleasedChange>, HttpRequestMessage> make, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (to.Length == 0 || (waits.TryGetValue(machine, out var wait) && now < wait.NotBefore))
            return;
        if (await told.LastAsync(machine, cancel).ConfigureAwait(false) is not { } last)
        {
            // A machine that is new here learns of what comes, not of the archive.
            await told.SaveAsync(machine, await released.LastChangeAsync(cancel).ConfigureAwait(false), cancel).ConfigureAwait(false);
            return;
        }

        while (true)
        {
            var (changes, until) = await released.ChangesAsync(last, Most, cancel).ConfigureAwait(false);
            if (until == last)
                return;
            using var request = changes.Count == 0 ? null : make(new Uri(to), changes);
            if (request is not null && await RefusalAsync(request, cancel).ConfigureAwait(false) is { } refusal)
            {
                var failures = waits.GetValueOrDefault(machine).Failures + 1;
                var after = TimeSpan.FromSeconds(Math.Min(LongestWait.TotalSeconds, 15 << Math.Min(failures, 8)));
                waits[machine] = (failures, now + after);
                log.LogWarning("{Machine} could not be told what has changed ({Refusal}); it is tried again in {Wait}.", to, refusal, after);
                return;
            }

            waits.Remove(machine);
            await told.SaveAsync(machine, last = until, cancel).ConfigureAwait(false);
        }
    }

    private async Task<string?> RefusalAsync(HttpRequestMessage request, CancellationToken cancel)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(Patience);
        try
        {
            using var answer = await line.SendAsync(request, patience.Token).ConfigureAwait(false);
            return answer.IsSuccessStatusCode ? null : $"it answered {(int)answer.StatusCode}";
        }
        catch (HttpRequestException fault)
        {
            return fault.Message;
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return $"no answer within {Patience.TotalSeconds:0} seconds";
        }
    }

    /// <summary>W3C WebSub section 7: how a hub is told is between it and the publisher; all that are in use take <c>hub.mode=publish</c> and <c>hub.url</c>.</summary>
    private static HttpRequestMessage HubRequest(Uri to, Masthead masthead, IReadOnlyList<ReleasedChange> changes)
    {
        var pages = new SortedSet<string>(StringComparer.Ordinal) { "/" };
        foreach (var change in changes)
        {
            pages.UnionWith(change.Sections.Select(section => StoryAddress.OfSection(section.Length == 0 ? StoryAddress.NoSection : section)));
            if (change.IsLive)
                pages.Add(StoryAddress.Of(change.Section, change.Slug, change.Story));
            pages.UnionWith(change.Topics.Select(StoryAddress.OfTopic));
            pages.UnionWith(change.Names.Select(name => StoryAddress.OfName(name.Kind, name.Slug)));
        }

        var fields = pages.SelectMany(page => FeedAddress.Endings.Select(ending => KeyValuePair.Create("hub.url", masthead.Address + FeedAddress.Of(page, ending)))).Prepend(new("hub.mode", "publish"));
        return new HttpRequestMessage(HttpMethod.Post, to) { Content = new FormUrlEncodedContent(fields) };
    }

    /// <summary>IndexNow, "Submitting set of URLs": at most 10,000 addresses in one request.</summary>
    private static HttpRequestMessage IndexNowRequest(Uri to, Masthead masthead, IReadOnlyList<ReleasedChange> changes)
    {
        var body = JsonSerializer.Serialize(new
        {
            host = new Uri(masthead.Address).IdnHost,
            key = masthead.IndexNowKey,
            keyLocation = $"{masthead.Address}/indexnow-{masthead.IndexNowKey}.txt",
            urlList = changes.Select(change => masthead.Address + StoryAddress.Of(change.Section, change.Slug, change.Story)).Distinct(),
        });
        return new HttpRequestMessage(HttpMethod.Post, to) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
    }
}
