using Wireroom.Newsroom.Desk.Sources;
using Wireroom.Newsroom.Intake;
using Wireroom.Newsroom.Intake.Feeds;
using Wireroom.Newsroom.Intake.Ftp;
using Wireroom.Newsroom.Intake.Imap;
using Wireroom.Newsroom.Intake.Sftp;
using Wireroom.Newsroom.Intake.Sources;
using Wireroom.Newsroom.Intake.Translation;
using Wireroom.Storage;
using Wireroom.Wire;

namespace Wireroom.Newsroom.Host;

/// <summary>Looks at a source before it is saved: fetches it once, reads it as on arrival, keeps nothing. The address of a site is followed to its feeds.</summary>
public sealed class SourceTrials(Store store, FetchFeed fetch, PollSftp sftp, PollFtp ftp, ReadMailbox mailbox, Secrets secrets)
{
    private const int ShownItems = 5;

    /// <summary>Tries the source.</summary>
    public async Task<SourceTrial> TryAsync(Source source, CancellationToken cancel)
    {
        if (source.Kind is SourceKind.Sftp or SourceKind.Ftp or SourceKind.Imap)
            return await PeekAsync(source, cancel).ConfigureAwait(false);
        if (source.Kind is not SourceKind.Feed)
            return new SourceTrial { Fault = "A folder or a push cannot be tried; it shows its first arrivals when they come." };
        try
        {
            var answer = await fetch.FetchAsync(source.Address, null, null, secrets.Open(source.Secret), cancel).ConfigureAwait(false);
            if (answer is not { Bytes: { } bytes, Address: { } address })
                return new SourceTrial { Fault = answer.Fault ?? "The server sent nothing." };
            var document = Read(source, answer, bytes);
            if (document.Format is "page" or "capture" or "")
            {
                var feeds = await FindAsync(bytes, address, cancel).ConfigureAwait(false);
                if (feeds.Count > 0)
                    return new SourceTrial { Address = address.AbsoluteUri, Feeds = [.. feeds.Select(feed => (feed.Address.AbsoluteUri, feed.Title))] };
                return new SourceTrial { Fault = document.WhyUnreadable ?? "This is a page of a site that names no feed, and none lies where feeds usually lie." };
            }

            return await ShowAsync(source, document, address, cancel).ConfigureAwait(false);
        }
        catch (SecretLostException lost)
        {
            return new SourceTrial { Fault = lost.Message };
        }
    }

    /// <summary>Looks into the folder of a server or a mailbox, and reads the newest that lies there.</summary>
    private async Task<SourceTrial> PeekAsync(Source source, CancellationToken cancel)
    {
        var peek = await (source.Kind switch
        {
            SourceKind.Sftp => sftp.PeekAsync(source, cancel),
            SourceKind.Ftp => ftp.PeekAsync(source, cancel),
            _ => mailbox.PeekAsync(source, cancel),
        }).ConfigureAwait(false);
        if (peek.Bytes is not { } bytes)
            return new SourceTrial { Fault = peek.Fault ?? "", Found = peek.Found };
        var document = ReadDocument.Of(new Delivery { Source = source.Slug, Name = peek.Name, Bytes = bytes, MediaType = source.Kind is SourceKind.Imap ? "message/rfc822" : null });
        return await ShowAsync(source, document, new Uri(source.Address), cancel).ConfigureAwait(false) with { Found = peek.Found };
    }

    private async Task<SourceTrial> ShowAsync(Source source, ReadDocument document, Uri address, CancellationToken cancel)
    {
        var context = new TranslationContext(
            source, await store.SectionsAsync(cancel).ConfigureAwait(false), (await store.MastheadAsync(cancel).ConfigureAwait(false)).Language) { GuessSection = source.Trusted };
        return new SourceTrial
        {
            Fault = document.WhyUnreadable ?? "",
            Format = WireFormats.Named(document.Format)?.Title ?? document.Format,
            Address = address.AbsoluteUri,
            Title = document.Items.Select(item => item.Provider).FirstOrDefault(provider => provider is { Length: > 0 and <= 80 }) ?? address.Host,
            Count = document.Items.Count,
            Items = [.. document.Items.Take(ShownItems).Select(item => Translate.Of(Signals.Settle(item), context))],
            Faults = document.Faults,
        };
    }

    private async Task<IReadOnlyList<FoundFeed>> FindAsync(byte[] page, Uri address, CancellationToken cancel)
    {
        var named = FeedDiscovery.In(page, address);
        if (named.Count > 0)
            return named;
        foreach (var place in FeedDiscovery.UsualPlaces)
        {
            var there = new Uri(address, place);
            var answer = await fetch.FetchAsync(there.AbsoluteUri, null, null, cancel).ConfigureAwait(false);
            if (answer is { Bytes: { } bytes, Address: { } found } && Read(new Source { Slug = "", Name = "", Kind = SourceKind.Feed }, answer, bytes).Format is not ("" or "page" or "capture"))
                return [new FoundFeed(found, "")];
        }

        return [];
    }

    private static ReadDocument Read(Source source, FeedAnswer answer, byte[] bytes) => ReadDocument.Of(
        new Delivery { Source = source.Slug, Name = source.Address, Bytes = bytes, MediaType = answer.MediaType, Charset = answer.Charset, Base = answer.Address });
}
