using System.IO.Compression;
using Wireroom.Wire.Dates;
using Wireroom.Wire.Page;

namespace Wireroom.Wire.Warc;

/// <summary>
/// Reads the pages of an archive record by record, each by the reader of its own format: pages, and feeds and agencies' documents
/// that stand among them. Pictures, scripts, redirects and errors are no copy and are passed over without being kept in memory.
/// </summary>
internal sealed class WarcReader
{
    /// <summary>Longest payload that is read, in bytes, packed or unpacked; no page of news is longer.</summary>
    internal const int LongestPayload = 8 * 1024 * 1024;

    private static readonly PageFormat Pages = new();

    private readonly WarcSource source;
    private readonly WireInput archive;
    private readonly FaultLog faults;
    private readonly IWireSink sink;
    private int records;
    private int items;

    private WarcReader(Stream bytes, WireInput archive, IWireSink sink)
    {
        this.archive = archive;
        this.sink = sink;
        faults = new FaultLog(sink);
        source = new WarcSource(bytes, sink);
    }

    internal static void Read(WireInput input, IWireSink sink)
    {
        var start = new byte[2];
        var count = input.Bytes.ReadAtLeast(start, 2, throwOnEndOfStream: false);
        using var joined = new HeadStream(start.AsMemory(0, count), input.Bytes, leaveOpen: true);
        if (!WarcFormat.IsCompressed(start))
        {
            new WarcReader(joined, input, sink).Read();
            return;
        }

        // Each record is a member of its own, and members behind each other are one stream (ISO 28500, annex D).
        using var unpacked = new GZipStream(joined, CompressionMode.Decompress, leaveOpen: true);
        new WarcReader(unpacked, input, sink).Read();
    }

    private void Read()
    {
        while (WarcRecord.Next(source, sink) is { } record)
        {
            records++;
            Record(record);
        }

        faults.Finish();
        if (items == 0)
        {
            sink.Take(new WireFault(WireFaultKind.Unreadable, "no-item", records == 0 ? "The archive holds no record." : "The archive holds no page with copy."));
        }
    }

    private void Record(WarcRecord record)
    {
        if (record.Length is not { } length)
        {
            Fault(WireFaultKind.Lost, "no-length", record, "does not say how long it is, and was passed over");
            return;
        }

        var kept = record.Type is "response" or "resource" or "conversion" && (record["Content-Type"] is not { } type || IsHttp(type) || MayBeCopy(type));
        var bytes = kept && length <= LongestPayload ? source.Bytes((int)length) : null;
        if (bytes is null ? !source.Skip(length) : bytes.Length < length)
        {
            Fault(WireFaultKind.Lost, "truncated", record, "is cut short; what there was of it was read");
        }

        if (record["WARC-Truncated"] is { } why)
        {
            Fault(WireFaultKind.Lost, "truncated-capture", record, $"was not captured to its end ({why})");
        }

        switch (record.Type)
        {
            case "revisit":
                Fault(WireFaultKind.Repaired, "revisit", record, "was the same as when it was captured before, and is not stored again");
                break;
            case "continuation":
                Fault(WireFaultKind.Lost, "segmented", record, "is a later segment of a record, and was passed over");
                break;
            case var _ when kept && bytes is null:
                Fault(WireFaultKind.Lost, "too-long", record, $"is longer than {LongestPayload / 1024 / 1024} MB, which no news page is, and was passed over");
                break;
            case var _ when bytes is not null:
                Response(record, bytes);
                break;
            default:
                // Requests, metadata and what the archive says of itself are no copy.
                break;
        }
    }

    private void Response(WarcRecord record, byte[] bytes)
    {
        var isHttp = bytes.AsSpan().StartsWith("HTTP/"u8) || (record["Content-Type"] is { } type && IsHttp(type));
        var response = isHttp ? HttpResponse.Read(bytes, LongestPayload) : HttpResponse.Of(bytes, record["Content-Type"]);
        if (response is null)
        {
            Fault(WireFaultKind.Lost, "no-response", record, "is said to be a response of HTTP and is none");
        }
        else if (response.Status is < 200 or > 299)
        {
            Fault(WireFaultKind.Repaired, "http-status", record, $"was answered with the status {response.Status} and was passed over");
        }
        else if (response.IsTooLong)
        {
            Fault(WireFaultKind.Lost, "too-long", record, $"unpacks to more than {LongestPayload / 1024 / 1024} MB, and was passed over");
        }
        else if (response.Payload.Length > 0 && MayBeCopy(response.MediaType))
        {
            Document(record, response);
        }
    }

    private void Document(WarcRecord record, HttpResponse response)
    {
        var payload = response.Payload;
        var head = payload[..Math.Min(payload.Length, WireFormats.HeadLength)];
        var isHtml = response.MediaType?.Contains("html", StringComparison.Ordinal) == true;
        var format = WireFormats.All.FirstOrDefault(known => IsOfTheWeb(known) && known.Recognise(head.Span, head.Length == payload.Length) == Recognition.Yes) ?? (isHtml ? Pages : null);
        if (format is null)
        {
            return;
        }

        var address = Uri.TryCreate(record.Address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? uri : null;
        var date = WireDates.Instant(record["WARC-Date"]);
        format.Read(
            WireInput.Of(payload, record.Address) with
            {
                Base = address,
                Charset = response.Charset,
                MediaType = response.MediaType,
                Date = date ?? archive.Date,
                DateIsGuessed = date is not null || archive.DateIsGuessed,
            },
            new Captured(this, record, format is PageFormat ? address?.OriginalString : null));
    }

    /// <summary>Line-mode wires and captured text are not served to browsers; any text would be taken for one.</summary>
    private static bool IsOfTheWeb(WireFormat format) => format is not (WarcFormat or CaptureFormat or Iptc7901.Iptc7901Format or Anpa1312.Anpa1312Format);

    private static bool IsHttp(string contentType) => contentType.StartsWith("application/http", StringComparison.OrdinalIgnoreCase);

    private static bool MayBeCopy(string? mediaType) =>
        mediaType is null || mediaType.Contains("html", StringComparison.OrdinalIgnoreCase) || mediaType.Contains("xml", StringComparison.OrdinalIgnoreCase) || mediaType.Contains("json", StringComparison.OrdinalIgnoreCase)
        || mediaType.Contains("rss", StringComparison.OrdinalIgnoreCase) || mediaType.Contains("octet-stream", StringComparison.OrdinalIgnoreCase) || mediaType is "unknown/unknown" or "application/unknown";

    private void Fault(WireFaultKind kind, string code, WarcRecord record, string what) =>
        faults.Take(new WireFault(kind, code, $"The record of {record.Address ?? record["WARC-Record-ID"] ?? "an unnamed page"} {what}.", source.Position));

    /// <summary>Takes the items of one record: a page without an address of its own has the one that it was captured at.</summary>
    private sealed class Captured(WarcReader reader, WarcRecord record, string? address) : IWireSink
    {
        public void Take(WireItem item)
        {
            reader.items++;
            reader.sink.Take(address is null || item.Genre == "Brief" || item.Link is not null ? item : item with { Link = address, Guid = address });
        }

        // One page of an archive that cannot be read is no reason to refuse the others.
        public void Take(WireFault fault) => reader.faults.Take(fault with
        {
            Kind = fault.Kind == WireFaultKind.Unreadable ? WireFaultKind.Lost : fault.Kind,
            Message = $"{record.Address}: {fault.Message}",
        });
    }
}
