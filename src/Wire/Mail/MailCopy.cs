using AngleSharp.Dom;
using Wireroom.Wire.Html;
using Wireroom.Wire.LineMode;

namespace Wireroom.Wire.Mail;

/// <summary>The copy of a mail: the richest of its alternatives that reads well, without what only a mail has.</summary>
internal sealed class MailCopy
{
    // An address that no one can have (RFC 2606, section 2) marks where a picture of the mail itself stood.
    private const string Place = "https://cid.invalid/";

    internal IReadOnlyList<WireBlock> Body { get; private set; } = [];

    internal LineDateline? Dateline { get; private set; }

    internal string? Byline { get; private set; }

    internal WireEmbargo? Embargo { get; private set; }

    internal bool EmbargoIsGuessed { get; private set; }

    internal WireSignal? Signal { get; private set; }

    internal string? Genre { get; private set; }

    internal bool IsRelease { get; private set; }

    internal bool IsEncrypted { get; private set; }

    /// <summary>Headline, sender and date of the mail that a forward carries in its text.</summary>
    internal string? Subject { get; private set; }

    internal string? From { get; private set; }

    internal WireTime? Created { get; private set; }

    internal List<string> Notes { get; } = [];

    internal List<WireDropped> Dropped { get; } = [];

    /// <summary>The content ids of the pictures that stood in the body, each with its alternative text.</summary>
    internal Dictionary<string, string?> Cids { get; } = new(StringComparer.OrdinalIgnoreCase);

    internal static MailCopy Read(MailParts parts, MailMarks marks, WireTime? sent, bool isMbox, Action<WireFault> fault)
    {
        var html = Html(parts, marks, sent, fault);
        var plain = html is null || parts.Plain.Count > 0 ? Plain(parts, marks, sent, isMbox, fault) : null;
        var copy = html is null || (plain is not null && Letters(html.Body) * 10 < Letters(plain.Body) * 6) ? plain! : html;
        copy.IsEncrypted |= plain?.IsEncrypted == true;
        copy.IsRelease |= marks.Genre is not null || copy.Genre is not null;
        copy.IsRelease &= !marks.IsOwn;
        copy.Pictures(parts);
        return copy;
    }

    private static MailCopy Plain(MailParts parts, MailMarks marks, WireTime? sent, bool isMbox, Action<WireFault> fault)
    {
        var copy = new MailCopy();
        var lines = new List<string>();
        foreach (var part in parts.Plain)
        {
            lines.AddRange(lines.Count > 0 ? [""] : []);
            lines.AddRange(MailText.Lines(part, fault));
        }

        if (lines.Exists(line => line.StartsWith("-----BEGIN PGP MESSAGE-----", StringComparison.Ordinal)))
        {
            copy.IsEncrypted = true;
            lines = [.. lines.TakeWhile(line => !line.StartsWith("-----BEGIN PGP MESSAGE-----", StringComparison.Ordinal))];
        }

        if (isMbox)
        {
            // What puts mails into an mbox marks lines that could begin one.
            lines = [.. lines.Select(line => line.StartsWith(">From ", StringComparison.Ordinal) ? line[1..] : line)];
        }

        var tail = QuotedTail.Read(lines, marks.IsForward);
        copy.Dropped.AddRange(tail.Dropped);
        copy.Forwarded(tail, sent);
        var units = tail.Lines.Select((line, at) => new CopyUnit(line, at, at == 0 || tail.Lines[at - 1].Trim().Length == 0)).ToList();
        var sifter = copy.Sift(units, copy.Subject ?? marks.Headline, sent, marks.IsOwn);
        copy.Finish(LineBody.Read([.. sifter.Copy.Select(unit => unit.Text)]), marks.HasDateline);
        return copy;
    }

    private static MailCopy? Html(MailParts parts, MailMarks marks, WireTime? sent, Action<WireFault> fault)
    {
        var copy = new MailCopy();
        var blocks = new List<WireBlock>();
        foreach (var part in parts.Html)
        {
            var markup = MailText.Of(part, fault);
            markup = markup.Length > HtmlBody.LongestFragment ? markup[..HtmlBody.LongestFragment] : markup;
            if (HtmlBody.Parse(markup) is not IElement body)
            {
                continue;
            }

            QuotedTail.Strip(body, marks.IsForward, copy.Dropped);
            foreach (var image in body.QuerySelectorAll("img[src]"))
            {
                if (image.GetAttribute("src") is { } source && source.StartsWith("cid:", StringComparison.OrdinalIgnoreCase))
                {
                    image.SetAttribute("src", Place + Uri.EscapeDataString(Uri.UnescapeDataString(source[4..].Trim())));
                }
            }

            blocks.AddRange(HtmlBody.Read(body, Uri.TryCreate(part.ContentLocation?.ToString(), UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? address : null));
        }

        if (blocks.Count == 0)
        {
            return null;
        }

        // Lines that breaks part are told apart one by one, and are put together again.
        var pieces = new List<(WireBlock Block, bool Begins)>();
        foreach (var block in blocks)
        {
            pieces.AddRange(block is WireParagraph paragraph ? Split(paragraph.Runs).Select((runs, at) => ((WireBlock)new WireParagraph(runs), at == 0)) : [(block, true)]);
        }

        var units = pieces.Select((piece, at) => new CopyUnit(Spaces.Collapse(PlainText.Write([piece.Block])), at, piece.Begins)).ToList();
        if (marks.IsForward)
        {
            units = copy.ForwardedHead(units, sent);
        }

        var sifter = copy.Sift(units, copy.Subject ?? marks.Headline, sent, marks.IsOwn);
        var joined = new List<WireBlock>();
        var last = -1;
        foreach (var unit in sifter.Copy)
        {
            var (block, begins) = pieces[unit.Index];
            if (!begins && last == unit.Index - 1 && joined.Count > 0 && joined[^1] is WireParagraph before && block is WireParagraph next)
            {
                joined[^1] = new WireParagraph([.. before.Runs.SkipLast(1), before.Runs[^1] with { Text = before.Runs[^1].Text + "\n" }, .. next.Runs]);
            }
            else
            {
                joined.Add(block);
            }

            last = unit.Index;
        }

        copy.Finish(joined, marks.HasDateline);
        return copy;
    }

    /// <summary>In HTML the head of a forwarded mail is a few lines of text; what stood above is a note.</summary>
    private List<CopyUnit> ForwardedHead(List<CopyUnit> units, WireTime? sent)
    {
        var tail = QuotedTail.Read([.. units.Select(unit => unit.Text)], isForward: true);
        if (tail.Inner.Count == 0)
        {
            return units;
        }

        Forwarded(tail, sent);
        return [.. units.Skip(units.Count - tail.Lines.Count)];
    }

    private void Forwarded(QuotedTail tail, WireTime? sent)
    {
        if (tail.Above is { } above)
        {
            Notes.Add(above);
        }

        if (tail.Inner.GetValueOrDefault("subject") is { Length: > 0 } subject)
        {
            var inner = MailMarks.Read(subject, sent);
            (Subject, Signal, Embargo, EmbargoIsGuessed, Genre) = (inner.Headline, inner.Signal, inner.Embargo, inner.EmbargoIsGuessed, inner.Genre);
        }

        From = tail.Inner.GetValueOrDefault("from");
        Created = Dates.WireDates.Read(tail.Inner.GetValueOrDefault("date"));
    }

    private CopySifter Sift(List<CopyUnit> units, string? headline, WireTime? sent, bool isOwn)
    {
        var sifter = CopySifter.Read(units, headline, sent, isOwn);
        Notes.AddRange(sifter.Notes);
        Dropped.AddRange(sifter.Dropped);
        Byline = sifter.Byline;
        if (Embargo is null)
        {
            (Embargo, EmbargoIsGuessed) = (sifter.Embargo, sifter.EmbargoIsGuessed);
        }

        Signal = Signal is { } before && sifter.Signal is { } said ? SignalWords.Weightier(before, said) : Signal ?? sifter.Signal;
        Genre ??= sifter.Genre;
        IsRelease = sifter.IsRelease;
        return sifter;
    }

    private void Finish(List<WireBlock> blocks, bool hasDateline)
    {
        var first = blocks.FindIndex(block => block is WireParagraph);
        if (hasDateline && first >= 0 && blocks[first] is WireParagraph lead && MailDateline.Of(PlainText.Write(lead.Runs)) is { } dateline)
        {
            Dateline = dateline;
            blocks[first] = new WireParagraph(MailDateline.Without(lead.Runs, dateline.Length));
        }

        Body = blocks;
    }

    private void Pictures(MailParts parts)
    {
        if (!Body.Any(block => block is WirePicture { Media.Href: { } href } && href.StartsWith(Place, StringComparison.Ordinal)))
        {
            return;
        }

        var body = new List<WireBlock>();
        foreach (var block in Body)
        {
            if (block is not WirePicture { Media: { Href: { } href } media } || !href.StartsWith(Place, StringComparison.Ordinal))
            {
                body.Add(block);
                continue;
            }

            var cid = Uri.UnescapeDataString(href[Place.Length..]);
            if (parts.Files.Exists(file => cid.Equals(file.ContentId?.Trim('<', '>'), StringComparison.OrdinalIgnoreCase)))
            {
                // An address within a body is absolute, and this picture has none: it is a file of the mail.
                Cids.TryAdd(cid, media.AltText);
            }
            else
            {
                Dropped.Add(new WireDropped("picture", $"cid:{cid}"));
            }
        }

        Body = body;
    }

    private static IEnumerable<List<WireRun>> Split(IReadOnlyList<WireRun> runs)
    {
        var line = new List<WireRun>();
        foreach (var run in runs)
        {
            var parts = run.Text.Split('\n');
            for (var at = 0; at < parts.Length; at++)
            {
                if (at > 0 && line.Count > 0)
                {
                    yield return line;
                    line = [];
                }

                if (parts[at].Length > 0)
                {
                    line.Add(run with { Text = parts[at] });
                }
            }
        }

        if (line.Count > 0)
        {
            yield return line;
        }
    }

    private static int Letters(IReadOnlyList<WireBlock> blocks) => PlainText.Write(blocks).Count(char.IsLetterOrDigit);
}
