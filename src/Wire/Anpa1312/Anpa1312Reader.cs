using Wireroom.Wire.Html;
using Wireroom.Wire.LineMode;
using Wireroom.Wire.Page;

namespace Wireroom.Wire.Anpa1312;

/// <summary>Reads a stream of messages, each as it goes by.</summary>
internal static class Anpa1312Reader
{
    /// <summary>Scheme of the category letters.</summary>
    internal const string Categories = "anpa1312:category";

    internal static void Read(WireInput input, IWireSink sink) => LineModeMessages.Read(input, sink, Anpa1312Header.IsHeader, Item);

    private static WireItem? Item(LineModeMessage message, string? charset, FaultLog faults)
    {
        var text = LineCharset.Decode(message.Bytes, charset, message.Offset, faults.Take).Trim('\0', ' ', '\r', '\n', Control.Synchronise, Control.StartOfHeader, Control.EndOfTransmission);
        var lines = text.Split('\n', 3);
        var header = Anpa1312Header.Of(lines[0].Trim('\r', ' '), lines.Length > 1 ? lines[1].TrimEnd('\r') : null);
        var start = text.IndexOf(Control.StartOfText, StringComparison.Ordinal);
        var end = text.IndexOf(Control.EndOfText, Math.Max(0, start));
        var from = start >= 0 ? start + 1 : header is null ? 0 : Math.Min(text.Length, lines[0].Length + 1 + (lines.Length > 1 ? lines[1].Length + 1 : 0));
        var copyText = text[Math.Min(from, end < 0 ? text.Length : end)..(end < 0 ? text.Length : end)];
        var trailer = end < 0 ? TrailerWithin(ref copyText) : LineBody.Lines(text[(end + 1)..]).Select(Anpa1312Time.Of).FirstOrDefault(time => time is not null);
        if (header is null && copyText.Trim().Length < 20)
        {
            faults.Take(new WireFault(WireFaultKind.Lost, "noise", "Between two messages stood something that is none; it was left out.", message.Offset));
            return null;
        }

        Report(header, start >= 0, end >= 0 || trailer is not null, message.Offset, faults);
        return Item(header, Anpa1312Copy.Read(copyText, header?.Tabular == true), trailer);
    }

    private static WireItem Item(Anpa1312Header? header, Anpa1312Copy copy, Anpa1312Time? trailer)
    {
        if (copy.Version is null && header?.Version is { } version)
        {
            copy.TakeVersion(version);
        }

        var slugline = copy.Slugline ?? header?.Keyword;
        var headlines = copy.Headlines;
        var guessed = new List<string>();
        if (headlines.Count == 0 && copy.Body.OfType<WireParagraph>().FirstOrDefault() is { } lead)
        {
            headlines.Add(new WireText(WorkingTitle.From(PlainText.Write(lead.Runs)), "working"));
            guessed.Add("headline");
        }

        List<WireDropped> dropped =
        [
            .. Said("service-level", header?.Service), .. Said("selector-code", header?.Selector?.Trim('-') is { Length: > 0 } ? header.Selector : null), .. Said("filing-date", header?.Date),
            .. Said("circuit", trailer?.Circuit), .. copy.Dropped,
        ];
        var signal = Signal(header, copy, slugline);
        return new WireItem
        {
            Format = "anpa1312",
            Version = LineVersion.Number(signal, copy.Version),
            Signal = signal,
            Priority = header?.Priority,
            Slugline = slugline,
            Headlines = headlines,
            Standfirst = copy.Standfirst,
            Dateline = copy.Dateline?.Dateline,
            Located = copy.Dateline is { Place: { Length: > 0 } place } ? new WirePlace(place) : null,
            Byline = copy.Byline,
            Credit = copy.Dateline?.Agency,
            Sources = copy.Dateline?.Sources ?? [],
            Provider = trailer?.Agency,
            Sequence = header?.Number,
            TakeKey = signal == WireSignal.Take ? slugline : null,
            EdNote = copy.EdNote,
            Embargo = copy.Embargo,
            VersionCreated = trailer?.Time,
            Subjects = header?.Category is { } category ? [new WireSubject(category, Categories, category)] : [],
            WordCount = header?.Words ?? copy.Words,
            Body = copy.Body,
            Links = LineVersion.Links(copy.Version),
            Guessed = guessed,
            Dropped = dropped,
        };
    }

    /// <summary>The words say more than the codes: priority <c>b</c> moves bulletins and kills alike, category <c>v</c> advisories.</summary>
    private static WireSignal Signal(Anpa1312Header? header, Anpa1312Copy copy, string? slugline) =>
        copy.Signal
        ?? (slugline?.EndsWith("NewsAlert", StringComparison.OrdinalIgnoreCase) == true || header?.Priority is "f" or "b" ? WireSignal.Alert
        : header?.Category == "v" ? WireSignal.Advisory
        : WireSignal.New);

    private static WireDropped[] Said(string name, string? value) => value is null ? [] : [new WireDropped(name, value)];

    private static Anpa1312Time? TrailerWithin(ref string copy)
    {
        var lines = LineBody.Lines(copy);
        var last = lines.FindLastIndex(line => line.Trim().Length > 0);
        if (last < 0 || Anpa1312Time.Of(lines[last]) is not { } time)
        {
            return null;
        }

        copy = string.Join('\n', lines.Take(last));
        return time;
    }

    private static void Report(Anpa1312Header? header, bool marked, bool ended, long offset, FaultLog faults)
    {
        if (header is null)
        {
            faults.Take(new WireFault(WireFaultKind.Lost, "header-unreadable", "The header of a message cannot be read; its number, priority and category are not known. The copy was read.", offset));
        }

        if (!ended)
        {
            faults.Take(new WireFault(WireFaultKind.Lost, "truncated", "A message breaks off: neither ETX nor its trailer came. What came was read; ask the sender for a repeat.", offset));
        }
        else if (!marked)
        {
            faults.Take(new WireFault(WireFaultKind.Repaired, "control-lost", "The control characters of a message were lost on the way; its lines told header, text and end apart.", offset));
        }
    }
}
