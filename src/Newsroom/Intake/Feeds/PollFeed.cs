using Wireroom.Newsroom.Intake.Ftp;
using Wireroom.Newsroom.Intake.Sftp;
using Wireroom.Newsroom.Intake.Sources;
using Wireroom.Newsroom.Intake.WebSub;
using Wireroom.Storage;
using Wireroom.Wire;

namespace Wireroom.Newsroom.Intake.Feeds;

/// <summary>Polls one source: fetches, hands the bytes to <see cref="Arrive"/>, and notes how it went and when it is asked again.</summary>
public sealed class PollFeed(Store store, Arrive arrive, FetchFeed fetch, PollSftp sftp, PollFtp ftp, Subscribe hubs, NotePoll note, Secrets secrets)
{
    /// <summary>Polls the source now.</summary>
    public async Task PollAsync(Source source, CancellationToken cancel)
    {
        var before = await store.PollStateAsync(source.Slug, cancel).ConfigureAwait(false);
        if (source.Kind is SourceKind.Sftp or SourceKind.Ftp)
        {
            var look = await (source.Kind is SourceKind.Sftp ? sftp.PollAsync(source, cancel) : ftp.PollAsync(source, cancel)).ConfigureAwait(false);
            await note.NoteAsync(source, before, before, look.Brought > 0, look.Fault, null, cancel, look.Complaint).ConfigureAwait(false);
            return;
        }

        var answer = await FetchAsync(source, before, cancel).ConfigureAwait(false);
        var (brought, after) = (false, before);
        var wrong = answer.Fault;
        if (answer.Bytes is { } bytes)
        {
            var report = await arrive.TakeAsync(
                new Delivery
                {
                    Source = source.Slug, Name = source.Address, Bytes = bytes, MediaType = answer.MediaType, Charset = answer.Charset, Base = answer.Address,
                },
                cancel).ConfigureAwait(false);
            wrong = report.WhyUnreadable;
            brought = report.Outcome.Taken + report.Outcome.Updated > 0;
            // What came cut off is asked for again, whole.
            if (wrong is null && report.Outcome.Faults.All(found => found.Kind is not WireFaultKind.Unreadable && found.Code != ReadDocument.CutOff))
                after = before with { ETag = answer.ETag, LastModified = answer.LastModified };
        }

        if (wrong is null && answer.Hub is { } hub)
            await hubs.KeepAsync(source, hub, cancel).ConfigureAwait(false);
        await note.NoteAsync(source, before, after, brought, wrong, answer.RetryAfter, cancel).ConfigureAwait(false);
    }

    private async Task<FeedAnswer> FetchAsync(Source source, PollState before, CancellationToken cancel)
    {
        try
        {
            return await fetch.FetchAsync(source.Address, before.ETag, before.LastModified, secrets.Open(source.Secret), cancel).ConfigureAwait(false);
        }
        catch (SecretLostException lost)
        {
            return new FeedAnswer { Fault = lost.Message };
        }
    }
}
