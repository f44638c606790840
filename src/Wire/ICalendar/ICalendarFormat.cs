using Wireroom.Wire.Charsets;

namespace Wireroom.Wire.ICalendar;

/// <summary>iCalendar (RFC 5545) and the vCalendar 1.0 that it came from: events and tasks.</summary>
public sealed class ICalendarFormat : WireFormat
{
    /// <inheritdoc/>
    public override string Name => "icalendar";

    /// <inheritdoc/>
    public override string Title => "iCalendar 2.0";

    /// <inheritdoc/>
    public override string MediaType => "text/calendar";

    /// <inheritdoc/>
    public override string Extension => "ics";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Reads { get; } =
    [
        "guid", "version", "signal", "pub-status", "kind", "urgency", "headlines", "located", "provider", "ed-note", "created", "version-created",
        "published", "language", "subjects", "people", "organisations", "places", "keywords", "link", "body", "media", "event", "links",
    ];

    /// <inheritdoc/>
    public override Recognition Recognise(ReadOnlySpan<byte> head, bool whole)
    {
        var text = ByteOrder.OfMark(head) is { } marked ? marked.Encoding.GetString(head[marked.Preamble..]) : System.Text.Encoding.Latin1.GetString(head[..Math.Min(head.Length, 1024)]);
        var start = text.AsSpan().TrimStart();
        foreach (var opening in (string[])["BEGIN:VCALENDAR", "BEGIN:VEVENT", "BEGIN:VTODO", "BEGIN:VJOURNAL"])
        {
            if (start.StartsWith(opening, StringComparison.OrdinalIgnoreCase))
            {
                return Recognition.Yes;
            }

            if (!whole && start.Length < opening.Length && opening.AsSpan().StartsWith(start, StringComparison.OrdinalIgnoreCase))
            {
                return Recognition.NotYet;
            }
        }

        return Recognition.No;
    }

    /// <inheritdoc/>
    public override void Read(WireInput input, IWireSink sink) => ICalendarReader.Read(input, sink);
}
