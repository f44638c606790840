using MimeKit;
using Wireroom.Wire.Dates;
using Wireroom.Wire.Html;
using Wireroom.Wire.LineMode;
using Wireroom.Wire.Page;

namespace Wireroom.Wire.Mail;

/// <summary>Reads one message as an item, and what it carries as items of their own.</summary>
internal sealed class MailItem(MimeMessage message, WireInput input, WireLink? outer, int depth, bool isMbox, IWireSink sink, FaultLog faults, Action<WireFault> fault)
{
    private readonly List<WireDropped> dropped = [];
    private readonly List<string> guessed = [];
    private readonly List<string> notes = [];
    private string? charset;

    internal void Read()
    {
        var parts = new MailParts(fault);
        parts.Read(message.Body);
        if (SavedPage(parts))
        {
            return;
        }

        charset = parts.Plain.Concat(parts.Html).Select(part => part.ContentType.Charset).FirstOrDefault(name => name is not null);
        var subject = MailHeaderText.Of(message.Headers, "Subject", fault, charset);
        var sent = Date();
        var guid = Guid(message.MessageId) ?? Guid(MailHeaderText.Of(message.Headers, "Message-ID", fault)?.Trim('<', '>', ' '));
        var self = new WireLink("sent-with", guid, null, subject);
        if (WireInBody(parts, self))
        {
            MailFiles.Inner(parts, self, input, depth, isMbox, sink, faults);
            return;
        }

        var own = new MailOwn(message.Headers, fault);
        var marks = own.IsSaid ? own.Marks(subject) : MailMarks.Read(subject, sent);
        var copy = MailCopy.Read(parts, marks, sent, isMbox, fault);
        var (files, pictures) = MailFiles.Read(parts, copy.Cids);
        if (parts.IsEncrypted || copy.IsEncrypted)
        {
            var isAll = copy.Body.Count == 0 && files.Count == 0 && parts.Messages.Count == 0;
            fault(new WireFault(isAll ? WireFaultKind.Unreadable : WireFaultKind.Lost, "encrypted", $"The mail{(isAll ? "" : ", or part of it,")} is encrypted; decrypt it in the mail program and forward it from there, or ask the sender to send it in clear."));
            if (isAll)
            {
                return;
            }
        }

        var carriesOthers = parts.Messages.Count > 0 || parts.Files.Exists(file => MailFiles.WireOf(file, out _) is not null);
        if (copy.Body.Count > 0 || !carriesOthers)
        {
            pictures.ForEach(sink.Take);
            sink.Take(own.Read(Item(guid, own.IsSaid, marks, copy, files, sent, parts)));
        }

        MailFiles.Inner(parts, self, input, depth, isMbox, sink, faults);
    }

    private WireItem Item(string? guid, bool isOwn, MailMarks marks, MailCopy copy, List<WireMedia> files, WireTime? sent, MailParts parts)
    {
        var signal = marks.Signal;
        if (copy.Signal is { } said)
        {
            signal = signal is { } before ? SignalWords.Weightier(before, said) : said;
        }

        var headline = copy.Subject ?? marks.Headline;
        var headlines = new List<WireText>();
        if (headline is not null)
        {
            headlines.Add(new WireText(headline));
        }
        else if (copy.Body.OfType<WireParagraph>().FirstOrDefault() is { } lead)
        {
            headlines.Add(new WireText(WorkingTitle.From(PlainText.Write(lead.Runs)), "working"));
            guessed.Add("headline");
        }

        // A flash may be a subject and nothing else.
        if (copy.Body.Count == 0 && files.Count == 0 && headline is null)
        {
            fault(new WireFault(WireFaultKind.Lost, "empty-body", "The mail has neither a subject nor a text; its header was read."));
        }

        // A full date in the text is better than one that the mail's own date had to complete.
        var isCopys = marks.Embargo is null || (marks.EmbargoIsGuessed && copy is { Embargo.Until: not null, EmbargoIsGuessed: false });
        var embargo = isCopys ? copy.Embargo : marks.Embargo;
        if (embargo is { Until: null })
        {
            fault(WireFault.EmbargoUnread(embargo));
        }
        else if (embargo is not null && (isCopys ? copy.EmbargoIsGuessed : marks.EmbargoIsGuessed))
        {
            guessed.Add("embargo");
        }

        notes.AddRange(copy.Notes);
        var sender = MailSender.Of(message, copy, charset, fault);
        var item = new WireItem
        {
            Format = "mail",
            Guid = guid,
            Signal = signal ?? WireSignal.New,
            PubStatus = signal switch { WireSignal.Withdrawal => "canceled", WireSignal.Hold => "withheld", _ => null },
            Urgency = marks.Urgency ?? Urgency(),
            Headlines = headlines,
            Dateline = copy.Dateline?.Dateline,
            Located = copy.Dateline is { Place: { Length: > 0 } place } ? new WirePlace(place.Split(',')[0].Trim()) : null,
            Byline = copy.Byline ?? (isOwn ? null : sender.Byline),
            Credit = copy.Dateline?.Agency,
            Sources = copy.Dateline?.Sources ?? [],
            Provider = sender.Provider,
            Embargo = embargo,
            Created = copy.Created,
            VersionCreated = sent,
            Language = Language(parts),
            Genres = WireSubject.Only(marks.Genre ?? copy.Genre),
            Keywords = [.. (MailHeaderText.Of(message.Headers, "Keywords", fault) ?? "").Split([',', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal)],
            Rights = WireDates.Instant(MailHeaderText.Of(message.Headers, "Expires", fault) ?? MailHeaderText.Of(message.Headers, "Expiry-Date", fault)) is { } expires ? new WireRights(Expires: expires) : null,
            Link = SafeAddress.Link(MailHeaderText.Of(message.Headers, "Archived-At", fault)?.Trim('<', '>'), null),
            Body = copy.Body,
            Media = files,
            Links = Links(signal),
            Guessed = guessed,
        };
        if (MailHeaderText.Of(message.Headers, "Comments", fault) is { } comment)
        {
            notes.Add(comment);
        }

        dropped.AddRange(marks.Dropped);
        dropped.AddRange(copy.Dropped);
        dropped.AddRange(parts.Dropped);
        Headers(sender);
        return item with { EdNote = notes.Count == 0 ? null : string.Join("\n\n", notes.Distinct(StringComparer.Ordinal)), Dropped = dropped };
    }

    /// <summary>A page that a browser saved with its pictures (RFC 2557) is a page, and nobody sent it.</summary>
    private bool SavedPage(MailParts parts)
    {
        if (SafeAddress.File(MailHeaderText.Of(message.Headers, "Snapshot-Content-Location", fault), null) is not { } address || parts.Html is not [var page, ..] || !Uri.TryCreate(address, UriKind.Absolute, out var place))
        {
            return false;
        }

        WireFormats.Named("page")!.Read(WireInput.Of(MailText.Bytes(page), address) with { Charset = page.ContentType.Charset, Base = place }, new MailFiles.Linking(sink, faults, new WireLink("sent-with", null)));
        return true;
    }

    /// <summary>A wire sent as the text of the mail is read by its own format; the mail is how it came.</summary>
    private bool WireInBody(MailParts parts, WireLink self)
    {
        if (parts is not { Html.Count: 0, Plain: [var only] })
        {
            return false;
        }

        var bytes = MailText.Bytes(only);
        if (MailFiles.WireOf(bytes.Span) is not { } format || format.Name == "mail")
        {
            return false;
        }

        format.Read(WireInput.Of(bytes) with { Charset = only.ContentType.Charset }, new MailFiles.Linking(sink, faults, self));
        return true;
    }

    private WireTime? Date()
    {
        var said = MailHeaderText.Of(message.Headers, "Date", fault);
        if (WireDates.Read(said) is { } date && (date.Instant is not null || date.Local is not null))
        {
            return date;
        }

        if (said is not null && MimeKit.Utils.DateUtils.TryParse(said, out var lenient))
        {
            return new WireTime(said, lenient);
        }

        // RFC 5321, section 4.4: the last station of the mail puts its time at the end of the first trace field.
        var trace = MailHeaderText.Of(message.Headers, "Received", fault);
        var received = trace is null ? null : WireDates.Read(trace[(trace.LastIndexOf(';') + 1)..]);
        if (received?.Instant is not null)
        {
            guessed.Add("date");
            return received;
        }

        if (said is null && input.Date is { } given)
        {
            if (input.DateIsGuessed)
            {
                guessed.Add("date");
            }

            return WireTime.Of(given);
        }

        return WireDates.Read(said);
    }

    private List<WireLink> Links(WireSignal? signal)
    {
        var links = new List<WireLink>();
        if (outer is not null)
        {
            links.Add(outer);
        }

        // RFC 5322, section 3.6.4: what is answered is, for a correction, what it corrects.
        var relation = signal switch { WireSignal.Correction => "corrects", WireSignal.Withdrawal => "withdraws", WireSignal.Update or WireSignal.Refile or WireSignal.Repeat => "replaces", _ => "follows" };
        var answered = Guid(message.InReplyTo);
        if (answered is not null)
        {
            links.Add(new WireLink(relation, answered));
        }

        foreach (var name in (string[])["Supersedes", "Obsoletes", "Replaces"])
        {
            if (Guid(MailHeaderText.Of(message.Headers, name, fault)?.Trim('<', '>')) is { } replaced)
            {
                links.Add(new WireLink("replaces", replaced));
            }
        }

        links.AddRange(message.References.Select(Guid).OfType<string>().Where(reference => links.TrueForAll(link => link.Guid != reference)).Distinct(StringComparer.Ordinal).Select(reference => new WireLink("related", reference)));
        return links;
    }

    /// <summary>X-Priority 1 and 2, and what is marked as important; the rest is what every mail says.</summary>
    private int? Urgency()
    {
        var priority = MailHeaderText.Of(message.Headers, "X-Priority", fault);
        if (priority is [>= '1' and <= '2', ..])
        {
            return priority[0] - '0';
        }

        return MailHeaderText.Of(message.Headers, "Importance", fault)?.Equals("high", StringComparison.OrdinalIgnoreCase) == true
            || MailHeaderText.Of(message.Headers, "Priority", fault)?.Equals("urgent", StringComparison.OrdinalIgnoreCase) == true ? 2 : null;
    }

    private string? Language(MailParts parts)
    {
        var said = MailHeaderText.Of(message.Headers, "Content-Language", fault)
            ?? parts.Html.Concat(parts.Plain).Prepend<MimeEntity?>(message.Body).OfType<MimeEntity>().Select(part => MailHeaderText.Of(part.Headers, "Content-Language", fault)).FirstOrDefault(language => language is not null);
        return said?.Split([',', ' '])[0] is { Length: > 1 } language ? language : null;
    }

    /// <summary>Every field that says nothing an item can hold; traces, signatures of servers and addresses of lists among them.</summary>
    private void Headers(MailSender sender)
    {
        foreach (var header in message.Headers)
        {
            var name = header.Field.ToLowerInvariant();
            var isRead = name is "subject" or "date" or "message-id" or "in-reply-to" or "references" or "keywords" or "comments" or "supersedes" or "obsoletes" or "replaces" or "archived-at" or "expires" or "expiry-date" or "mime-version" or "content-language" or "content-type" or "content-transfer-encoding" or "content-disposition"
                || (name is "organization" or "organisation") || (name == "from" && sender.IsWhole);
            if (!isRead && !name.StartsWith(MailOwn.Prefix, StringComparison.OrdinalIgnoreCase) && Spaces.Collapse(MailHeaderText.Decode(header.RawValue, _ => { }, charset)) is { Length: > 0 } value)
            {
                dropped.Add(new WireDropped(header.Field, value.Length > 1000 ? value[..1000] + "\u2026" : value));
            }
        }
    }

    private static string? Guid(string? id) => string.IsNullOrWhiteSpace(id) ? null : id.Trim();
}
