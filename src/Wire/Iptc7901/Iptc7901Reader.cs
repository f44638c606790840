using Wireroom.Wire.Html;
using Wireroom.Wire.LineMode;
using Wireroom.Wire.Page;

namespace Wireroom.Wire.Iptc7901;

/// <summary>Reads a stream of messages, each as it goes by.</summary>
internal static class Iptc7901Reader
{
    /// <summary>Scheme of the category codes, which every agency agrees with its own subscribers.</summary>
    internal const string Categories = "iptc7901:category";

    internal static void Read(WireInput input, IWireSink sink) => LineModeMessages.Read(input, sink, Iptc7901Header.IsHeader, Item);

    private static WireItem? Item(LineModeMessage message, string? charset, FaultLog faults)
    {
        var parts = Iptc7901Parts.Of(LineCharset.Decode(message.Bytes, charset, message.Offset, faults.Take));
        var header = parts.Header.Count > 0 ? Iptc7901Header.Of(parts.Header[0]) : null;
        if (header is null && parts.Text.Trim().Length < 20)
        {
            faults.Take(new WireFault(WireFaultKind.Lost, "noise", "Between two messages stood something that is none; it was left out.", message.Offset));
            return null;
        }

        Report(header, parts, message.Offset, faults);
        var copy = Iptc7901Copy.Read(parts.Text);
        var slugline = Keywords(parts.Header.Skip(header is null ? 0 : 1), copy) ?? copy.Keyword;
        var guessed = new List<string>();
        if (copy.Headlines.Count == 0 && copy.Body.OfType<WireParagraph>().FirstOrDefault() is { } lead)
        {
            copy.Headlines.Add(new WireText(WorkingTitle.From(PlainText.Write(lead.Runs)), "working"));
            guessed.Add("headline");
        }

        if (header?.Optional is { } optional)
        {
            copy.Dropped.Insert(0, new WireDropped("optional-information", optional));
        }

        var signal = copy.Signal ?? (header?.Priority == "1" ? WireSignal.Alert : WireSignal.New);
        return new WireItem
        {
            Format = "iptc7901",
            Version = LineVersion.Number(signal, copy.Version),
            Signal = signal,
            Urgency = header is null or { Priority: "0" } ? null : header.Priority[0] - '0',
            Priority = header?.Priority,
            Slugline = slugline,
            Headlines = copy.Headlines,
            Dateline = copy.Dateline?.Dateline,
            Located = copy.Dateline is { Place: { Length: > 0 } place } ? new WirePlace(place) : null,
            Byline = copy.Byline,
            Credit = copy.Dateline?.Agency,
            Sources = copy.Dateline?.Sources ?? [],
            Provider = header?.Source,
            Sequence = header?.Number,
            TakeKey = signal == WireSignal.Take ? slugline : null,
            EdNote = copy.EdNote,
            Embargo = copy.Embargo,
            VersionCreated = parts.EndLine is null ? null : Iptc7901Time.Of(parts.EndLine),
            Subjects = header is null ? [] : [new WireSubject(header.Category, Categories, header.Category)],
            Keywords = slugline?.Split('/', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [],
            WordCount = header?.Words,
            Body = copy.Body,
            Links = LineVersion.Links(copy.Version),
            Guessed = guessed,
            Dropped = copy.Dropped,
        };
    }

    private static void Report(Iptc7901Header? header, Iptc7901Parts parts, long offset, FaultLog faults)
    {
        if (header is null)
        {
            faults.Take(new WireFault(WireFaultKind.Lost, "header-unreadable", "The header of a message cannot be read; its source, number, priority and category are not known. The copy was read.", offset));
        }

        if (!parts.Ended)
        {
            faults.Take(new WireFault(WireFaultKind.Lost, "truncated", "A message breaks off: neither ETX nor its end line came. What came was read; ask the sender for a repeat.", offset));
        }
        else if (!parts.Marked)
        {
            faults.Take(new WireFault(WireFaultKind.Repaired, "control-lost", "The control characters of a message were lost on the way; its lines told header, text and end apart.", offset));
        }
    }

    /// <summary>The lines between header and text: keywords, and signals that some agencies put there.</summary>
    private static string? Keywords(IEnumerable<string> lines, Iptc7901Copy copy)
    {
        string? slugline = null;
        foreach (var line in lines)
        {
            if (SignalWords.OfLine(line) is { } signal)
            {
                copy.Take(signal, line);
            }
            else if (slugline is null)
            {
                slugline = line.TrimEnd('/', ' ', '=');
            }
            else
            {
                copy.Dropped.Add(new WireDropped("keyword-line", line));
            }
        }

        return string.IsNullOrEmpty(slugline) ? null : slugline;
    }
}
